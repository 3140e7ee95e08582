/** The page of one division. */
import { useTitle } from '../../shell/use-title';

export default function Division({ code }: { code: string }) {
  useTitle(code);
  return <h1>{code}</h1>;
}
