/** The divisions below one as a map, coloured by one measure; hatched where no report is held. */
import { useCallback, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import { kindOf, written } from '../components/figure';
import type { Question } from '../components/question-tools';
import { Chart } from '../charts/chart';
import { tooltipOf } from '../charts/base-option';
import { classesOf } from '../charts/classes';
import type { Colors } from '../charts/colors';
import type * as echartsModule from '../charts/echarts';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { codeIn, loadMap, mapName, outlinesOf } from '../maps/geometry';
import { usePageHref } from '../url/use-url-state';
import { divisionMessages } from './messages';
import { isHeld, valueIn } from './row';
import type { DivisionRowFragment } from './row.generated';

interface Area {
  name: string;
  value: number;
  itemStyle?: object;
}

/** The diagonal lines that say: not held. */
const hatching = (color: string) => ({
  symbol: 'rect',
  color,
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
});

export function DivisionMap({
  code,
  year,
  measure,
  rows,
  table,
  question,
  controls,
}: {
  /** Whose children are drawn: `hasMap` of it must hold. */
  code: string;
  year: number;
  measure: Measure;
  rows: readonly DivisionRowFragment[];
  table: ReactNode;
  question: Question;
  controls: ReactNode;
}) {
  const t = useMessages(divisionMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const hrefOf = usePageHref();
  const [, navigate] = useLocation();
  const write = (value: number): string => written(numbers, kindOf(measure), value);
  const name = labels.brief(measure);

  const held = rows.filter(isHeld);
  const stated = held
    .map((row) => ({ row, value: valueIn(row, measure) }))
    .filter((one): one is { row: DivisionRowFragment; value: number } => one.value !== null)
    .sort((one, other) => other.value - one.value);
  const largest = stated.slice(0, 3).map(({ row, value }) => `${row.name} ${write(value)}`);

  const saidOf = (row: DivisionRowFragment): string => {
    const value = valueIn(row, measure);
    return !isHeld(row) ? t.notHeld : value === null ? t.notStated : write(value);
  };

  const option = useCallback(
    (colors: Colors, width: number) => {
      const classes = classesOf(stated.map(({ value }) => value));
      const shades = spread(colors.classes, classes.length);
      const rowOf = new Map(rows.map((row) => [row.code, row]));
      const areaOf = (outline: { code: string; name: string }): Area => {
        const row = rowOf.get(codeIn(outline, year));
        const value = row === undefined || !isHeld(row) ? null : valueIn(row, measure);
        if (value !== null) return { name: outline.code, value };
        const itemStyle =
          row === undefined || isHeld(row)
            ? { areaColor: colors.surface }
            : { areaColor: colors.notHeld, decal: hatching(colors.hatch) };
        return { name: outline.code, value: NaN, itemStyle };
      };
      return {
        tooltip: {
          ...tooltipOf(colors),
          trigger: 'item',
          formatter: ({ name: area }: { name: string }) => {
            const outline = outlinesOf(code).find((one) => one.code === area);
            const row = outline === undefined ? undefined : rowOf.get(codeIn(outline, year));
            return row === undefined ? t.outside : `${row.name}<br>${saidOf(row)}`;
          },
        },
        visualMap: {
          type: 'piecewise',
          left: 0,
          bottom: 0,
          itemGap: 4,
          itemWidth: 18,
          itemHeight: 12,
          textStyle: { color: colors.text },
          selectedMode: false,
          outOfRange: { color: colors.surface },
          pieces: classes.map(({ from, to }, at) => ({
            gte: from,
            lte: to,
            color: shades[at],
            label: from === to ? write(from) : `${write(from)} – ${write(to)}`,
          })),
        },
        series: [
          {
            type: 'map',
            map: mapName(code),
            nameProperty: 'code',
            roam: false,
            layoutCenter: ['50%', '50%'],
            // The country is wider than high, so its width is what has to fit.
            layoutSize: code === '000000' ? Math.min(width, 580) : '98%',
            selectedMode: false,
            label: { show: false },
            emphasis: {
              label: { show: false },
              itemStyle: { borderColor: colors.accent, borderWidth: 2, areaColor: null },
            },
            itemStyle: { areaColor: colors.surface, borderColor: colors.hatch, borderWidth: 0.6 },
            data: outlinesOf(code).map(areaOf),
          },
        ],
      };
    },
    // The texts follow from the measure and the language.
    [rows, measure, year, code, t],
  );

  const prepare = useCallback((echarts: typeof echartsModule) => loadMap(code, echarts), [code]);

  const onPick = useCallback(
    (area: string) => {
      const outline = outlinesOf(code).find((one) => one.code === area);
      if (outline !== undefined && outline.code !== '') navigate(hrefOf(`/division/${codeIn(outline, year)}`));
    },
    [code, year, navigate, hrefOf],
  );

  const areas = () =>
    rows.flatMap((row) => {
      const outline = outlinesOf(code).find((one) => codeIn(one, year) === row.code);
      return outline === undefined ? [] : [{ name: outline.code, label: `${row.name}: ${saidOf(row)}` }];
    });

  return (
    <Chart
      id="map"
      title={t.map(name, year)}
      label={t.mapLabel(
        name,
        year,
        held.length,
        rows.length,
        largest.length === 0 ? '' : t.largest(largest.join(', ')),
      )}
      option={option}
      table={table}
      height="clamp(22rem, 85vw, 30rem)"
      question={question}
      controls={controls}
      onPick={onPick}
      areas={{ label: t.mapAreas, of: areas }}
      prepare={prepare}
      note={held.length < rows.length ? `${t.classes} ${t.hatched}` : t.classes}
    />
  );
}

/** So many of the shades, the deepest last; few are taken from the deeper ones, which are easier to see. */
function spread(shades: readonly string[], count: number): string[] {
  const first = count < shades.length ? 1 : 0;
  const step = count > 1 ? (shades.length - 1 - first) / (count - 1) : 0;
  return Array.from({ length: count }, (_, at) => shades[Math.round(first + at * step)] ?? '');
}
