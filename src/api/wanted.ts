/** From what a query selects to what the store must read: nothing else is read. */
import { cellsOf, leaves, type Cell, type Leaf, type LeafPath } from '../template/figures.js';
import { measureNamed } from '../template/measures.js';
import { rates, type Rate } from '../template/rates.js';
import { summaryParts, type SummaryPart, type Wanted } from '../store/statistics/row.js';
import { below, ofSelection, selects, type Selected } from './selection.js';

const leavesByPath = new Map<string, Leaf>(leaves.map((leaf) => [leaf.path, leaf]));
const ratesByKey = new Map<string, Rate>(rates.map((rate) => [rate.key, rate]));

function collectLeaves(selected: readonly Selected[], path: string, into: Set<LeafPath>): void {
  for (const { name, fields } of selected) {
    const at = path === '' ? name : `${path}.${name}`;
    const leaf = leavesByPath.get(at);
    if (leaf !== undefined) into.add(leaf.path);
    else collectLeaves(fields, at, into);
  }
}

/** The leaves selected below fields of type Figures. */
export function selectedLeaves(figures: readonly Selected[]): Set<LeafPath> {
  const found = new Set<LeafPath>();
  collectLeaves(figures, '', found);
  return found;
}

const isSummaryPart = (name: string): name is SummaryPart => (summaryParts as readonly string[]).includes(name);

/** What is wanted of each row of statistics. */
export const wantedOf = ofSelection((statistics): Wanted => {
  const summaries = new Map<string, Set<SummaryPart>>();
  for (const { name, args, fields } of statistics) {
    if (name !== 'measure' && name !== 'measures') continue;
    const parts = fields.map((field) => field.name).filter(isSummaryPart);
    for (const measure of [args['of']].flat() as string[])
      summaries.set(measure, new Set([...(summaries.get(measure) ?? []), ...parts]));
  }
  return {
    leaves: selectedLeaves(below(statistics, 'figures')),
    rates: new Set(
      below(statistics, 'rates')
        .map(({ name }) => name)
        .filter((name) => ratesByKey.has(name)),
    ),
    coverage: selects(statistics, 'coverage'),
    repaired: selects(statistics, 'repaired'),
    summaries,
  };
});

/** The cells that the selected figures and rates of a report stand on, and those of these measures. */
export function selectedCells(report: readonly Selected[], measures: readonly string[] = []): Cell[] {
  const wanted = selectedLeaves(below(report, 'figures'));
  for (const { name } of below(report, 'rates'))
    for (const leaf of ratesByKey.get(name)?.terms ?? []) wanted.add(leaf.path);
  const stood = new Set<Cell>();
  for (const leaf of leaves) if (wanted.has(leaf.path)) for (const cell of cellsOf(leaf)) stood.add(cell);
  for (const name of measures) {
    const measure = measureNamed(name);
    if (measure.kind === 'leaf') for (const cell of cellsOf(measure.leaf)) stood.add(cell);
  }
  return [...stood].sort((a, b) => a.index - b.index);
}
