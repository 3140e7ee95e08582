/** What the government published in its consolidated report, beside what its agencies' reports add up to. */
import type { Question } from '../../components/question-tools';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import { EmptyState } from '../../components/notes';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useLabels } from '../../client/labels';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import type { DivisionPageQuery } from './division.generated';
import { divisionPageMessages } from './messages';

type Reconciliation = NonNullable<DivisionPageQuery['division']>['reconciliation'];
type Difference = Reconciliation['differences'][number];

export function ReconciliationOf({
  code,
  year,
  reconciliation,
  question,
}: {
  code: string;
  year: number;
  reconciliation: Reconciliation;
  question: Question;
}) {
  const t = useMessages(divisionPageMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const { published, agencies, differences } = reconciliation;
  const subject = (measure: Difference['measure'], basis: 'own' | 'published') =>
    ({ measure, kind: 'division', id: code, year, basis }) as const;
  const columns: Column<Difference>[] = [
    { key: 'measure', header: t.measure, cell: ({ measure }) => labels.measure(measure) },
    {
      key: 'published',
      header: t.published,
      numeric: true,
      sortBy: (one) => one.published,
      cell: (one) => <ExplainedFigure subject={subject(one.measure, 'published')} value={one.published} />,
    },
    {
      key: 'sum',
      header: t.sum,
      numeric: true,
      sortBy: (one) => one.agencies,
      cell: (one) => <ExplainedFigure subject={subject(one.measure, 'own')} value={one.agencies} />,
    },
    {
      key: 'difference',
      header: t.difference,
      numeric: true,
      sortBy: (one) => Math.abs(one.difference),
      cell: (one) => <Figure value={one.difference} kind="signed" />,
    },
  ];
  return (
    <section className="card" id="reconciliation" aria-labelledby="reconciliation-heading">
      <h2 id="reconciliation-heading">{t.reconciliation}</h2>
      {agencies.reports > 0 && code !== '000000' && (
        <div className="tools">
          <a className="button" href={`/consolidated/${code}/${year}.docx`} download>
            {t.consolidated}
          </a>
          <span className="muted small">{t.consolidatedNote}</span>
        </div>
      )}
      {published.reports === 0 ? (
        <EmptyState title={t.noConsolidated(year)} />
      ) : agencies.reports === 0 ? (
        <EmptyState title={t.noOwn} />
      ) : (
        <>
          <p className="muted">
            {t.reconciliationNote(count(agencies.coverage.counted), count(agencies.coverage.expected))}
          </p>
          {differences.length === 0 ? (
            <p>{t.noDifference}</p>
          ) : (
            <DataTable
              id="reconciliation"
              caption={t.differences(count(differences.length))}
              columns={columns}
              rows={differences}
              rowKey={({ measure }) => measure}
              question={question}
            />
          )}
        </>
      )}
    </section>
  );
}
