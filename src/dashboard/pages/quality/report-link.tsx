/** The way to a report, and to a cell in it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../language/language';
import { usePageHref } from '../../url/use-url-state';
import { qualityMessages } from './messages';
import type { ListedFindingFragment } from './quality.generated';

export function ReportLink({
  report: { id, year, scope, agency },
  cell,
  children,
}: {
  report: ListedFindingFragment['report'];
  /** Its path, such as applications.received.total. */
  cell?: string;
  children?: ReactNode;
}) {
  const t = useMessages(qualityMessages);
  const hrefOf = usePageHref();
  return (
    <Link href={hrefOf(`/report/${id}`, cell === undefined ? {} : { cell })}>
      {children ?? `${t.reportOf(agency.name, year)}${scope === 'CONSOLIDATED' ? ` · ${t.CONSOLIDATED}` : ''}`}
    </Link>
  );
}
