/** The page /quality. */
import { useMessages } from '../../language/language';
import { shellMessages } from '../../shell/messages';
import { useTitle } from '../../shell/use-title';

export default function Quality() {
  const t = useMessages(shellMessages);
  useTitle(t.quality);
  return <h1>{t.quality}</h1>;
}
