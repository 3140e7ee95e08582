/** When each report was due, when it was published, and of which years none is held. */
import { Link } from 'wouter';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, NotHeld } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref } from '../../url/use-url-state';
import type { AgencyAnswer } from './agency';
import type { AgencyYearFragment } from './agency.generated';
import { agencyMessages } from './messages';

export function TimelinessTable({ agency, question }: { agency: AgencyAnswer; question: Question }) {
  const t = useMessages(agencyMessages);
  const numbers = useNumbers();
  const hrefOf = usePageHref();
  const day = (date: string) => <time dateTime={date}>{numbers.day(date)}</time>;
  const columns: Column<AgencyYearFragment>[] = [
    {
      key: 'year',
      header: t.year,
      sortBy: ({ year }) => year,
      cell: ({ year, scope }) => {
        const report = agency.reports.nodes.find((one) => one.year === year && one.scope === scope);
        return report === undefined ? year : <Link href={hrefOf(`/report/${report.id}`, { year })}>{year}</Link>;
      },
    },
    { key: 'scope', header: t.scope, cell: ({ scope }) => t[scope] },
    {
      key: 'status',
      header: t.status,
      sortBy: ({ status }) => status,
      cell: ({ status }) => {
        if (status === 'NOT_HELD') return <NotHeld />;
        return status === 'LATE' ? <span className="severity WARNING">{t.LATE}</span> : t[status];
      },
    },
    {
      key: 'due',
      header: t.dueOn,
      cell: ({ dueOn }) => (dueOn === null ? <span className="muted">{t.noDue}</span> : day(dueOn)),
    },
    {
      key: 'published',
      header: t.publishedOn,
      cell: ({ publishedOn, held }) =>
        publishedOn === null ? <span className="muted">{held ? t.unknownDay : ''}</span> : day(publishedOn),
    },
    {
      key: 'late',
      header: t.daysLate,
      numeric: true,
      sortBy: ({ daysLate }) => daysLate,
      cell: ({ daysLate }) => (daysLate === null ? null : <Figure value={daysLate} kind="signed" />),
    },
  ];
  return (
    <section className="card" id="timeliness">
      <DataTable
        id="timeliness-table"
        caption={t.timeliness}
        columns={columns}
        rows={[...agency.timeliness].reverse()}
        rowKey={({ year, scope }) => `${year} ${scope}`}
        question={question}
        footnotes={t.timelinessNote}
      />
    </section>
  );
}
