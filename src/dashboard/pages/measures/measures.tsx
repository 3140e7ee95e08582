/** The page /measures. */
import { useMessages } from '../../language/language';
import { shellMessages } from '../../shell/messages';
import { useTitle } from '../../shell/use-title';

export default function Measures() {
  const t = useMessages(shellMessages);
  useTitle(t.measures);
  return <h1>{t.measures}</h1>;
}
