/** Reviews and lawsuits of one year: upheld, corrected, otherwise, pending. */
import { useCallback } from 'react';
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import { DataTable } from '../components/data-table';
import type { Question } from '../components/question-tools';
import { categoryAxis, legendAndGrid, seriesColors, tooltipOf, valueAxis } from '../charts/base-option';
import { Chart } from '../charts/chart';
import type { Colors } from '../charts/colors';
import { ExplainedFigure } from '../explain/explained-figure';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import type { BasisName } from '../url/use-url-state';
import type { DisputesFragment } from './disputes.generated';
import { divisionMessages } from './messages';

const kinds: readonly (readonly [Measure, Measure, Measure, Measure])[] = [
  ['REVIEWS_UPHELD', 'REVIEWS_CORRECTED', 'REVIEWS_OTHER_OUTCOME', 'REVIEWS_PENDING'],
  ['LAWSUITS_DIRECT_UPHELD', 'LAWSUITS_DIRECT_CORRECTED', 'LAWSUITS_DIRECT_OTHER_OUTCOME', 'LAWSUITS_DIRECT_PENDING'],
  [
    'LAWSUITS_AFTER_REVIEW_UPHELD',
    'LAWSUITS_AFTER_REVIEW_CORRECTED',
    'LAWSUITS_AFTER_REVIEW_OTHER_OUTCOME',
    'LAWSUITS_AFTER_REVIEW_PENDING',
  ],
];
const outcomes = [0, 1, 2, 3] as const;

export function DisputesChart({
  code,
  year,
  basis,
  disputes,
  question,
}: DisputesFragment & { code: string; year: number; basis: BasisName; question: Question }) {
  const t = useMessages(divisionMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const sumOf = (measure: Measure): number | null => disputes.find((one) => one.measure === measure)?.sum ?? null;

  const option = useCallback(
    (colors: Colors, width: number) => ({
      color: seriesColors(colors, [0, 3, 2, 5]),
      tooltip: {
        ...tooltipOf(colors),
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? count(value) : t.notStated),
      },
      ...legendAndGrid(
        colors,
        outcomes.map((outcome) => labels.column(kinds[0]?.[outcome] ?? 'REVIEWS_TOTAL')),
        width,
      ),
      yAxis: {
        ...categoryAxis(
          colors,
          kinds.map(([upheld]) => labels.row(upheld)),
        ),
        inverse: true,
        axisLabel: { color: colors.text, width: 120, overflow: 'break' },
      },
      xAxis: { ...valueAxis(colors, count), minInterval: 1 },
      series: outcomes.map((outcome) => ({
        type: 'bar',
        stack: 'disputes',
        name: labels.column(kinds[0]?.[outcome] ?? 'REVIEWS_TOTAL'),
        barMaxWidth: 32,
        itemStyle: { borderColor: colors.surface, borderWidth: 1 },
        data: kinds.map((kind) => sumOf(kind[outcome])),
      })),
    }),
    [disputes, labels, count, t],
  );

  const said = kinds.map(
    (kind) =>
      `${labels.row(kind[0])}: ${kind
        .map((measure) => `${labels.column(measure)} ${count(sumOf(measure) ?? 0)}`)
        .join(', ')}`,
  );
  return (
    <Chart
      id="disputes"
      title={t.disputes}
      label={t.disputesLabel(said.join('; '))}
      option={option}
      height="16rem"
      question={question}
      table={
        <DataTable
          id="disputes"
          caption={t.disputes}
          bare
          question={question}
          rows={kinds}
          rowKey={([upheld]) => upheld}
          columns={[
            { key: 'kind', header: t.kind, cell: ([upheld]) => labels.row(upheld) },
            ...outcomes.map((outcome) => ({
              key: String(outcome),
              header: labels.column(kinds[0]?.[outcome] ?? 'REVIEWS_TOTAL'),
              numeric: true,
              cell: (kind: (typeof kinds)[number]) => (
                <ExplainedFigure
                  subject={{ measure: kind[outcome], kind: 'division', id: code, year, basis }}
                  value={sumOf(kind[outcome])}
                />
              ),
            })),
          ]}
        />
      }
    />
  );
}
