/** Axes, legend and tooltip as all pictures have them. */
import type { Colors } from './colors';

export const grid = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true };

export const legendOf = ({ text }: Colors) => ({ top: 0, left: 0, itemGap: 16, textStyle: { color: text } });

export const categoryAxis = ({ line, muted }: Colors, data: readonly string[]) => ({
  type: 'category',
  data,
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
  axisLabel: { color: muted },
});

export const valueAxis = ({ line, muted }: Colors, write: (value: number) => string) => ({
  type: 'value',
  axisLabel: { color: muted, formatter: write },
  splitLine: { lineStyle: { color: line } },
});

export const tooltipOf = ({ surface, line, text }: Colors) => ({
  backgroundColor: surface,
  borderColor: line,
  textStyle: { color: text },
  confine: true,
});
