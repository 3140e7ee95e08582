/** The page /compare. */
import { useMessages } from '../../language/language';
import { shellMessages } from '../../shell/messages';
import { useTitle } from '../../shell/use-title';

export default function Compare() {
  const t = useMessages(shellMessages);
  useTitle(t.compare);
  return <h1>{t.compare}</h1>;
}
