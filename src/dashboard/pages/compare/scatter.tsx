/** Two measures of those compared against each other, a mark for each of them and each year. */
import { useCallback, type ReactNode } from 'react';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { tooltipOf, valueAxis } from '../../charts/base-option';
import { Chart } from '../../charts/chart';
import type { Colors } from '../../charts/colors';
import { kindOf, written } from '../../components/figure';
import { EmptyState } from '../../components/notes';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { isReliable, valueIn, type ComparedRow } from './compared-question';
import { compareMessages } from './messages';

export function Scatter({
  rows,
  across,
  up,
  controls,
  table,
  question,
}: {
  rows: readonly ComparedRow[];
  across: Measure;
  up: Measure;
  controls: ReactNode;
  table: ReactNode;
  question: Question;
}) {
  const t = useMessages(compareMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const several = new Set(rows.map(({ year }) => year)).size > 1;
  const marks = rows.flatMap((row) => {
    const [x, y] = [valueIn(row, across), valueIn(row, up)];
    if (x === null || y === null) return [];
    const name = several ? `${row.name} ${row.year}` : row.name;
    return [{ name, x, y, reliable: isReliable(row, across) && isReliable(row, up) }];
  });
  const [acrossName, upName] = [labels.brief(across), labels.brief(up)];
  const key = JSON.stringify([marks, acrossName, upName]);
  const option = useCallback(
    (colors: Colors) => {
      const axis = (measure: Measure, name: string) => ({
        ...valueAxis(colors, (value) => written(numbers, kindOf(measure), value)),
        name,
        nameLocation: 'middle',
        nameTextStyle: { color: colors.text },
        scale: kindOf(measure) !== 'ratio',
      });
      return {
        grid: { left: 28, right: 32, top: 24, bottom: 32, containLabel: true },
        tooltip: {
          ...tooltipOf(colors),
          formatter: ({ name, value: [x, y] }: { name: string; value: [number, number] }) =>
            [
              name,
              `${acrossName}: ${written(numbers, kindOf(across), x)}`,
              `${upName}: ${written(numbers, kindOf(up), y)}`,
            ].join('<br>'),
        },
        xAxis: { ...axis(across, acrossName), nameGap: 28 },
        yAxis: { ...axis(up, upName), nameGap: 52 },
        series: [
          {
            type: 'scatter',
            symbolSize: 13,
            data: marks.map(({ name, x, y, reliable }) => ({
              name,
              value: [x, y],
              itemStyle: reliable
                ? { color: colors.accent }
                : { color: colors.surface, borderColor: colors.accent, borderWidth: 2 },
            })),
            label: { show: true, position: 'top', color: colors.text, formatter: '{b}', fontSize: 12 },
            labelLayout: { hideOverlap: true },
          },
        ],
      };
    },
    // What is drawn is what `key` says.
    [key, numbers],
  );
  const title = t.scatterOf(acrossName, upName);
  const list = marks
    .map(({ name, x, y }) => `${name}: ${written(numbers, kindOf(across), x)}, ${written(numbers, kindOf(up), y)}`)
    .join('; ');
  if (marks.length === 0)
    return (
      <section className="card">
        <h2>{title}</h2>
        {controls}
        <EmptyState title={t.noNumbers} />
      </section>
    );
  return (
    <Chart
      id="scatter"
      title={title}
      label={t.scatterLabel(acrossName, upName, list)}
      option={option}
      controls={controls}
      note={t.scatterNote(numbers.count(rows.length - marks.length))}
      height="26rem"
      question={question}
      table={table}
    />
  );
}
