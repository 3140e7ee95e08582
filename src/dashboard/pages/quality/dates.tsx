/** Who published in time, who late, and of whom nothing is held. */
import { Link } from 'wouter';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, NotHeld } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref } from '../../url/use-url-state';
import { Counts } from './counts';
import { qualityMessages } from './messages';
import { PagesOf } from './pages-of';
import type { BehindFragment, QualityQuery } from './quality.generated';

export function Dates({
  dates,
  behind,
  after,
  question,
}: Pick<QualityQuery, 'dates' | 'behind'> & { after: string | null; question: Question }) {
  const t = useMessages(qualityMessages);
  const { count } = useNumbers();
  const columns = useColumns();
  return (
    <section className="card" aria-labelledby="dates-heading">
      <h2 id="dates-heading">{t.dates}</h2>
      {dates === undefined || behind === undefined ? (
        <p className="muted">{t.noDates}</p>
      ) : (
        <>
          <Counts
            counts={(['inTime', 'late', 'withoutDate', 'notHeld'] as const).map((key) => ({
              key,
              label: t[key],
              value: dates.summary[key],
            }))}
          />
          {behind.totalCount === 0 ? (
            <p>{t.noneBehind}</p>
          ) : (
            <DataTable
              id="behind"
              caption={t.behind(count(behind.totalCount))}
              columns={columns}
              rows={behind.nodes}
              rowKey={({ agency, scope }) => `${agency.id} ${scope}`}
              question={question}
              footnotes={<PagesOf param="dates" after={after} pageInfo={behind.pageInfo} />}
            />
          )}
        </>
      )}
      <p className="footnotes">{t.datesNote}</p>
    </section>
  );
}

function useColumns(): Column<BehindFragment>[] {
  const t = useMessages(qualityMessages);
  const { day } = useNumbers();
  const hrefOf = usePageHref();
  return [
    {
      key: 'agency',
      header: t.agency,
      sortBy: ({ agency }) => agency.name,
      cell: ({ agency }) => (
        <>
          <Link href={hrefOf(`/agency/${agency.id}`)}>{agency.name}</Link>
          <br />
          <span className="muted">{agency.division.fullName}</span>
        </>
      ),
    },
    { key: 'scope', header: t.scope, sortBy: ({ scope }) => scope, cell: ({ scope }) => t[scope] },
    {
      key: 'dueOn',
      header: t.dueOn,
      sortBy: ({ dueOn }) => dueOn,
      cell: ({ dueOn }) => (dueOn === null ? <Figure value={null} /> : <time dateTime={dueOn}>{day(dueOn)}</time>),
    },
    {
      key: 'publishedOn',
      header: t.publishedOn,
      sortBy: ({ publishedOn }) => publishedOn,
      cell: ({ publishedOn, status }) =>
        status === 'NOT_HELD' ? (
          <NotHeld />
        ) : publishedOn === null ? (
          <Figure value={null} />
        ) : (
          <time dateTime={publishedOn}>{day(publishedOn)}</time>
        ),
    },
    {
      key: 'daysLate',
      header: t.daysLate,
      numeric: true,
      sortBy: ({ daysLate }) => daysLate,
      cell: ({ daysLate, status }) => (status === 'NOT_HELD' ? <NotHeld /> : <Figure value={daysLate} />),
    },
  ];
}
