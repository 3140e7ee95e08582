/** What was received and finished over the years, and the disputes that followed. */
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

const measures: readonly [Measure, ...Measure[]] = [
  'APPLICATIONS_RECEIVED_TOTAL',
  'APPLICATIONS_RESULTS_TOTAL_TOTAL',
  'REVIEWS_TOTAL',
  'LAWSUITS_SUBTOTAL_TOTAL',
];

export function TrendChart({
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
      color: seriesColors(colors, [0, 3, 2, 4]),
      tooltip: {
        ...tooltipOf(colors),
        trigger: 'axis',
        valueFormatter: (value: unknown) => writeOr(value, t.notStated),
      },
      ...legendAndGrid(
        colors,
        measures.map((measure) => labels.brief(measure)),
        width,
      ),
      xAxis: categoryAxis(
        colors,
        trend.map(({ key }) => String(key.year)),
      ),
      yAxis: valueAxis(colors, count),
      series: measures.map((measure, at) => ({
        type: at === 0 ? 'bar' : 'line',
        name: labels.brief(measure),
        barMaxWidth: 40,
        symbol: ['none', 'circle', 'rect', 'triangle'][at],
        symbolSize: 8,
        lineStyle: { width: 2 },
        // A year without a report has no number; it is not zero.
        data: trend.map((year) => (year.reports === 0 ? null : valueOfYear(year, measure))),
      })),
    }),
    [trend, labels, count, t],
  );

  function writeOr(value: unknown, otherwise: string): string {
    return typeof value === 'number' ? count(value) : otherwise;
  }

  const [first] = measures;
  const years = trend.map(({ key }) => key.year ?? 0);
  const list = trend.map((year) => `${year.key.year}: ${writeOr(valueOfYear(year, first), t.notStated)}`).join(', ');
  return (
    <Chart
      id="trend"
      title={t.trend}
      label={t.trendLabel(labels.brief(first), Math.min(...years), Math.max(...years), list)}
      option={option}
      question={question}
      note={t.coverageDiffers}
      table={<TrendTable id="trend" caption={t.trend} {...{ code, basis, measures, trend, question }} />}
    />
  );
}
