/** An address that no page has. */
import { Link } from 'wouter';
import { useMessages } from '../language/language';
import { usePageHref } from '../url/use-url-state';
import { shellMessages } from './messages';

export function NotFound() {
  const t = useMessages(shellMessages);
  const hrefOf = usePageHref();
  return (
    <div className="page">
      <h1>{t.nothingThere}</h1>
      <p>{t.nothingThereAdvice}</p>
      <p>
        <Link href={hrefOf('/')}>{t.toOverview}</Link>
      </p>
    </div>
  );
}
