/** How applications ended, year by year. */
import { useCallback } from 'react';
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import type { Question } from '../components/question-tools';
import { categoryAxis, legendAndGrid, seriesColors, tooltipOf, valueAxis } from '../charts/base-option';
import { Chart } from '../charts/chart';
import type { Colors } from '../charts/colors';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import type { BasisName } from '../url/use-url-state';
import { divisionMessages } from './messages';
import type { TrendYearFragment } from './trend.generated';
import { TrendTable } from './trend-table';
import { valueOfYear } from './trend-year';

/** The six kinds of result, as the form lists them. */
const measures: readonly Measure[] = [
  'APPLICATIONS_RESULTS_DISCLOSED_TOTAL',
  'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_TOTAL',
  'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_TOTAL',
  'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_TOTAL',
  'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_TOTAL',
  'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL',
];

export function OutcomesChart({
  code,
  basis,
  trend,
  question,
}: {
  code: string;
  basis: BasisName;
  trend: readonly TrendYearFragment[];
  question: Question;
}) {
  const t = useMessages(divisionMessages);
  const labels = useLabels();
  const { count } = useNumbers();

  const option = useCallback(
    (colors: Colors, width: number) => ({
      color: seriesColors(colors, [0, 1, 3, 2, 4, 5]),
      tooltip: {
        ...tooltipOf(colors),
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? count(value) : t.notStated),
      },
      ...legendAndGrid(
        colors,
        measures.map((measure) => labels.row(measure)),
        width,
      ),
      xAxis: categoryAxis(
        colors,
        trend.map(({ key }) => String(key.year)),
      ),
      yAxis: valueAxis(colors, count),
      series: measures.map((measure) => ({
        type: 'bar',
        stack: 'outcomes',
        name: labels.row(measure),
        barMaxWidth: 56,
        itemStyle: { borderColor: colors.surface, borderWidth: 1 },
        data: trend.map((year) => valueOfYear(year, measure)),
      })),
    }),
    [trend, labels, count, t],
  );

  const last = trend.at(-1);
  const list = measures.map((measure) => {
    const value = last === undefined ? null : valueOfYear(last, measure);
    return `${labels.row(measure)} ${value === null ? t.notStated : count(value)}`;
  });
  return (
    <Chart
      id="outcomes"
      title={t.outcomes}
      label={t.outcomesLabel(last?.key.year ?? 0, list.join(', '))}
      option={option}
      question={question}
      table={<TrendTable id="outcomes" caption={t.outcomes} byRow {...{ code, basis, measures, trend, question }} />}
    />
  );
}
