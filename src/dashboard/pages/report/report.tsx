/** The page of one report. */
import { useTitle } from '../../shell/use-title';

export default function Report({ id }: { id: string }) {
  useTitle(id);
  return <h1>{id}</h1>;
}
