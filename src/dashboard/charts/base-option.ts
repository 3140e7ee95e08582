/** Axes, legend and tooltip as all pictures have them. */
import type { Colors } from './colors';

const legendLine = 24;
const legendItem = 25;
const legendGap = 16;

/** About as wide as they are drawn: a Chinese character takes the room of two Latin letters. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > '\u2e7f' ? 12.5 : 7), 0);

/**
 * The legend above a picture and the room that the axes leave for it.
 *
 * @param names of the series, in their order
 * @param width of the picture, in pixels
 */
export function legendAndGrid({ text }: Colors, names: readonly string[], width: number) {
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const own = legendItem + 5 + widthOf(name);
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    used += own + legendGap;
  }
  return {
    legend: { top: 0, left: 0, width, itemGap: legendGap, itemWidth: legendItem, textStyle: { color: text } },
    grid: { left: 8, right: 16, top: lines * legendLine + 20, bottom: 8, containLabel: true },
  };
}

export const categoryAxis = ({ line, muted }: Colors, data: readonly string[]) => ({
  type: 'category',
  data,
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
  axisLabel: { color: muted },
});

export const valueAxis = ({ line, muted }: Colors, write: (value: number) => string) => ({
  type: 'value',
  axisLabel: { color: muted, formatter: write, hideOverlap: true },
  splitLine: { lineStyle: { color: line } },
});

export const tooltipOf = ({ surface, line, text }: Colors) => ({
  backgroundColor: surface,
  borderColor: line,
  textStyle: { color: text },
  confine: true,
});

/** Colours of series, by their places among `colors.series`. */
export const seriesColors = ({ series }: Colors, places: readonly number[]): string[] =>
  places.flatMap((place) => series[place] ?? []);
