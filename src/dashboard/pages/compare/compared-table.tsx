/** Those compared as rows, one for each year: agencies by themselves, and divisions by their level. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { DataTable, type Column } from '../../components/data-table';
import { NotHeld } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref, type BasisName } from '../../url/use-url-state';
import { isReliable, valueIn, type ComparedRow } from './compared-question';
import { compareMessages } from './messages';

export function ComparedTable({
  id,
  caption,
  rows,
  measures,
  basis,
  question,
}: {
  id: string;
  caption: string;
  rows: readonly ComparedRow[];
  measures: readonly Measure[];
  basis: BasisName;
  question: Question;
}) {
  const t = useMessages(compareMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = usePageHref();
  const several = new Set(rows.map(({ year }) => year)).size > 1;
  const anyFew = rows.some((row) =>
    measures.some((measure) => valueIn(row, measure) !== null && !isReliable(row, measure)),
  );
  const ofDivisions = rows.some(({ subject }) => subject.kind === 'division');
  const columns: Column<ComparedRow>[] = [
    {
      key: 'who',
      header: t.who,
      sortBy: ({ name }) => name,
      cell: ({ subject, name, where, year }) => (
        <>
          <Link href={hrefOf(`/${subject.kind}/${subject.id}`, { year })}>{name}</Link>
          {where !== null && (
            <>
              <br />
              <span className="muted">{where}</span>
            </>
          )}
        </>
      ),
    },
    ...(several
      ? [
          {
            key: 'year',
            header: t.year,
            numeric: true,
            sortBy: ({ year }: ComparedRow) => year,
            cell: ({ year }: ComparedRow) => year,
          },
        ]
      : []),
    ...measures.map((measure): Column<ComparedRow> => ({
      key: measure,
      header: labels.brief(measure),
      numeric: true,
      sortBy: (row) => valueIn(row, measure),
      cell: (row) => {
        if (row.statistics === null || row.statistics.reports === 0) return <NotHeld />;
        const value = valueIn(row, measure);
        return (
          <>
            <ExplainedFigure
              subject={{ measure, kind: row.subject.kind, id: row.subject.id, year: row.year, basis }}
              value={value}
            />
            {value !== null && !isReliable(row, measure) && (
              <span className="few" title={t.fewSaid}>
                <span aria-hidden="true">{t.few}</span>
                <span className="visually-hidden">{t.fewSaid}</span>
              </span>
            )}
          </>
        );
      },
    })),
    ...(ofDivisions
      ? [
          {
            key: 'reports',
            header: t.reports,
            numeric: true,
            sortBy: ({ statistics }: ComparedRow) => statistics?.coverage.counted ?? null,
            cell: ({ statistics }: ComparedRow) =>
              statistics === null
                ? null
                : t.ofExpected(count(statistics.coverage.counted), count(statistics.coverage.expected)),
          },
        ]
      : []),
  ];
  return (
    <section className="card compared by-measure">
      <DataTable
        id={id}
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        question={question}
        footnotes={
          <>
            {anyFew && <p>{t.fewNote}</p>}
            <p>{t.heldNote}</p>
            {ofDivisions && <p>{t.expectedNote}</p>}
          </>
        }
      />
    </section>
  );
}
