/** The answer as a picture: lines over the years, bars where there are none. */
import { useCallback, useMemo } from 'react';
import { categoryAxis, legendAndGrid, tooltipOf, valueAxis } from '../../charts/base-option';
import { Chart } from '../../charts/chart';
import type { Colors } from '../../charts/colors';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { kindOf, written } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useUrlParam } from '../../url/use-url-state';
import { Select } from './controls';
import { ExploreTable } from './explore-table';
import { exploreMessages } from './messages';
import { keyTexts, valueOf, type Explored, type Node } from './rows';
import type { Exploration } from './state';

/** As many as can be told apart by their colours. */
const mostSeries = 6;
const mostBars = 20;

interface Picture {
  kind: 'line' | 'bar';
  categories: string[];
  series: { name: string; data: (number | null)[] }[];
  /** Whether all series are of one measure, which none of their names says. */
  ofOne: boolean;
  /** What there is to draw, and what of it is drawn. */
  all: number;
  drawn: number;
}

export function ExploreChart({
  state,
  answer,
  question,
}: {
  state: Exploration;
  answer: Explored['statistics'];
  question: Question;
}) {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const [asked, setAsked] = useUrlParam('chart');
  const measure = state.measures.find((one) => one === asked) ?? state.measures[0];
  const picture = useMemo(() => {
    const say = { agencyType: labels.agencyType, edition: (edition: 'FORM_2019' | 'FORM_2021') => t[edition] };
    return measure === undefined ? null : pictureOf(state, answer.nodes, measure, labels.brief, say);
  }, [state, answer, measure, labels, t]);

  const option = useCallback(
    (colors: Colors, width: number) => {
      if (picture === null || measure === undefined) return {};
      const { kind, categories, series } = picture;
      const write = (value: number): string => written(numbers, kindOf(measure), value);
      const names = series.map(({ name }) => name);
      const values = valueAxis(colors, write);
      const flat = kind === 'bar';
      const category = categoryAxis(colors, categories);
      return {
        color: [...colors.series],
        tooltip: {
          ...tooltipOf(colors),
          trigger: 'axis',
          ...(flat && { axisPointer: { type: 'shadow' } }),
          valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : t.notStated),
        },
        ...legendAndGrid(colors, names, width),
        ...(flat
          ? {
              xAxis: values,
              yAxis: {
                ...category,
                inverse: true,
                axisLabel: { ...category.axisLabel, width: Math.min(180, width / 3), overflow: 'truncate' },
              },
            }
          : { xAxis: category, yAxis: values }),
        series: series.map(({ name, data }, at) => ({
          type: kind,
          name,
          data,
          ...(flat
            ? { barMaxWidth: 22 }
            : { symbol: ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'][at], symbolSize: 8 }),
        })),
      };
    },
    [picture, measure, numbers, t],
  );

  if (picture === null || measure === undefined) return null;
  const { kind, categories, series, ofOne, all, drawn } = picture;
  const said = categories.map((category, at) => {
    const first = series[0]?.data[at] ?? null;
    return `${category}: ${first === null ? t.notStated : written(numbers, kindOf(measure), first)}`;
  });
  return (
    <Chart
      id="chart"
      title={ofOne ? labels.brief(measure) : t.chart}
      label={t.chartLabel(series.map(({ name }) => name).join(t.and), said.join(t.and))}
      height={kind === 'line' ? '20rem' : `${4 + categories.length * Math.max(1.6, series.length * 1.1)}rem`}
      option={option}
      question={question}
      note={drawn < all ? t.chartSome(numbers.count(drawn), numbers.count(all)) : undefined}
      controls={
        state.measures.length > 1 ? (
          <Select
            label={t.chartOf}
            value={measure}
            choices={state.measures.map((one) => [one, labels.brief(one)])}
            choose={(chosen) => setAsked(chosen === state.measures[0] ? null : chosen)}
          />
        ) : undefined
      }
      table={<ExploreTable {...{ state, answer, question }} />}
    />
  );
}

/** One measure beside those of its unit, or, where years are told apart by something else too, a line for each of that. */
function pictureOf(
  state: Exploration,
  nodes: readonly Node[],
  measure: Measure,
  nameOf: (measure: Measure) => string,
  say: Parameters<typeof keyTexts>[2],
): Picture {
  const beside = [measure, ...state.measures.filter((one) => one !== measure && kindOf(one) === kindOf(measure))];
  const measures = beside.slice(0, mostSeries);
  if (!state.groups.includes('YEAR')) {
    const shown = nodes.slice(0, mostBars);
    return {
      kind: 'bar',
      categories: shown.map((node) => keyTexts(node, state.groups, say).join(' · ')),
      series: measures.map((one) => ({ name: nameOf(one), data: shown.map((node) => valueOf(node, one)) })),
      ofOne: false,
      all: nodes.length,
      drawn: shown.length,
    };
  }
  const years = [...new Set(nodes.map(({ key }) => key?.year ?? null))]
    .filter((year) => year !== null)
    .sort((one, other) => one - other);
  const categories = years.map(String);
  const others = state.groups.filter((group) => group !== 'YEAR');
  const inYear = (of: readonly Node[], one: Measure): (number | null)[] =>
    years.map((year) => {
      const node = of.find(({ key }) => key?.year === year);
      return node === undefined ? null : valueOf(node, one);
    });
  if (others.length === 0)
    return {
      kind: 'line',
      categories,
      series: measures.map((one) => ({ name: nameOf(one), data: inYear(nodes, one) })),
      ofOne: false,
      all: measures.length,
      drawn: measures.length,
    };
  const byName = new Map<string, Node[]>();
  for (const node of nodes) {
    const name = keyTexts(node, others, say).join(' · ');
    byName.set(name, [...(byName.get(name) ?? []), node]);
  }
  const largest = (of: readonly Node[]): number => Math.max(...of.map((node) => valueOf(node, measure) ?? -Infinity));
  const sorted = [...byName].sort(([, one], [, other]) => largest(other) - largest(one));
  const shown = sorted.slice(0, mostSeries);
  return {
    kind: 'line',
    categories,
    series: shown.map(([name, of]) => ({ name, data: inYear(of, measure) })),
    ofOne: true,
    all: sorted.length,
    drawn: shown.length,
  };
}
