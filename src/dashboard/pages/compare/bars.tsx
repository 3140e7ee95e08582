/** One measure of those compared, a bar for each year. */
import { useCallback, type ReactNode } from 'react';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { categoryAxis, legendAndGrid, tooltipOf, valueAxis } from '../../charts/base-option';
import { Chart } from '../../charts/chart';
import type { Colors } from '../../charts/colors';
import { kindOf, written } from '../../components/figure';
import { componentMessages } from '../../components/messages';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { isReliable, valueIn, type ComparedRow } from './compared-question';
import { compareMessages } from './messages';

/** More bars than this have no number beside them. */
const mostNumbers = 40;

export function Bars({
  rows,
  years,
  measure,
  controls,
  table,
  question,
}: {
  rows: readonly ComparedRow[];
  years: readonly number[];
  measure: Measure;
  controls: ReactNode;
  table: ReactNode;
  question: Question;
}) {
  const t = useMessages(compareMessages);
  const c = useMessages(componentMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const names = [...new Set(rows.map(({ name }) => name))];
  const title = t.barsOf(labels.brief(measure));
  const write = (value: number): string => written(numbers, kindOf(measure), value);

  const option = useCallback(
    (colors: Colors, width: number) => {
      const { legend, grid } = legendAndGrid(colors, years.length > 1 ? years.map(String) : [], width);
      return {
        color: years.length > 1 ? [...colors.series] : [colors.accent],
        legend: { ...legend, show: years.length > 1 },
        grid: { ...grid, right: 48, top: years.length > 1 ? grid.top : 8 },
        tooltip: {
          ...tooltipOf(colors),
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : c.notStated),
        },
        xAxis: valueAxis(colors, write),
        yAxis: {
          ...categoryAxis(colors, names),
          inverse: true,
          axisLabel: { color: colors.text, width: width * 0.35, overflow: 'break', interval: 0 },
        },
        series: years.map((year) => ({
          type: 'bar',
          name: String(year),
          barMaxWidth: 22,
          data: names.map((name) => {
            const row = rows.find((one) => one.name === name && one.year === year);
            if (row === undefined) return null;
            const value = valueIn(row, measure);
            return value === null ? null : { value, itemStyle: { opacity: isReliable(row, measure) ? 1 : 0.4 } };
          }),
          label: {
            show: rows.length <= mostNumbers,
            position: 'right',
            opacity: 1,
            color: colors.text,
            formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? write(value) : ''),
          },
        })),
      };
    },
    [rows, years, measure, numbers, c],
  );
  const list = rows
    .map((row) => {
      const value = valueIn(row, measure);
      return `${row.name} ${row.year}: ${value === null ? '—' : write(value)}`;
    })
    .join(', ');
  return (
    <Chart
      id="bars"
      title={title}
      label={t.barsLabel(title, list)}
      option={option}
      controls={controls}
      note={t.barsNote}
      height={`${4 + names.length * (1.2 + years.length * 1.2)}rem`}
      question={question}
      table={table}
    />
  );
}
