/** The page of one agency. */
import { useTitle } from '../../shell/use-title';

export default function Agency({ id }: { id: string }) {
  useTitle(id);
  return <h1>{id}</h1>;
}
