/** Where the government's consolidated report says another number than its agencies' reports add up to. */
import { useLabels } from '../../client/labels';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { qualityMessages } from './messages';
import type { QualityQuery } from './quality.generated';

type Reconciliation = NonNullable<QualityQuery['division']>['reconciliation'];
type Difference = Reconciliation['differences'][number];

export function Gaps({
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
  const t = useMessages(qualityMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const { published, agencies, differences } = reconciliation;
  const subject = (measure: Difference['measure'], basis: 'own' | 'published') =>
    ({ measure, kind: 'division', id: code, year, basis }) as const;
  const columns: Column<Difference>[] = [
    { key: 'measure', header: t.figure, cell: ({ measure }) => labels.measure(measure) },
    {
      key: 'published',
      header: t.published,
      numeric: true,
      sortBy: (one) => one.published,
      cell: (one) => <ExplainedFigure subject={subject(one.measure, 'published')} value={one.published} />,
    },
    {
      key: 'agencies',
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
    <section className="card" aria-labelledby="gaps-heading">
      <h2 id="gaps-heading">{t.gaps}</h2>
      {published.reports === 0 ? (
        <p className="muted">{t.noConsolidated(year)}</p>
      ) : agencies.reports === 0 ? (
        <p className="muted">{t.noOwn}</p>
      ) : (
        <>
          <p className="muted">{t.gapsNote(count(agencies.coverage.counted), count(agencies.coverage.expected))}</p>
          {differences.length === 0 ? (
            <p>{t.noGaps}</p>
          ) : (
            <DataTable
              id="gaps"
              caption={t.gapsFound(count(differences.length))}
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
