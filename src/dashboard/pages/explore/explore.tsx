/** The page /explore. */
import { useMessages } from '../../language/language';
import { shellMessages } from '../../shell/messages';
import { useTitle } from '../../shell/use-title';

export default function Explore() {
  const t = useMessages(shellMessages);
  useTitle(t.explore);
  return <h1>{t.explore}</h1>;
}
