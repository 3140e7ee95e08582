/** From one page of a list to the next: its place stands in the address. */
import { Link } from 'wouter';
import { useMessages } from '../../language/language';
import { useHereHref } from '../../url/use-url-state';
import { qualityMessages } from './messages';

export function PagesOf({
  param,
  after,
  pageInfo,
}: {
  param: string;
  /** The place that this page goes on from. */
  after: string | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}) {
  const t = useMessages(qualityMessages);
  const hrefOf = useHereHref();
  if (after === null && !pageInfo.hasNextPage) return null;
  return (
    <p className="tools">
      {after !== null && <Link href={hrefOf({ [param]: null })}>{t.first}</Link>}
      {pageInfo.hasNextPage && <Link href={hrefOf({ [param]: pageInfo.endCursor })}>{t.next}</Link>}
    </p>
  );
}
