/** How a figure comes about: in words, in terms, and in cells of one document. */
import { cellsOf, type Cell as FormCell, type Leaf } from '../template/figures.js';
import { leavesOf, measureNamed, measures, type Measure } from '../template/measures.js';
import { cellIn, measureOfCell, type CellsHeld } from './cells.js';
import type { FormulaTerm } from './contribution-types.js';
import type { Cell } from './report-types.js';

const leafMeasures = new Map(
  measures.flatMap(({ name, ...measure }) => (measure.kind === 'leaf' ? [[measure.leaf, name] as const] : [])),
);

export function formulaWords(measure: Measure): string {
  const { labelEn, labelZh } = measure;
  if (measure.kind === 'rate')
    return (
      `Both sides are added up over the reports of the row that state every term, then divided: ${measure.formula}. ` +
      `${labelZh}：对填写了全部各项的报告，分别加总分子与分母后相除。`
    );
  const stated = measure.leaf.computed
    ? 'The form prints no such total: each report’s is worked out from its cells, blank ones left out.'
    : 'Each report’s is the one cell that the form has for it.';
  return (
    `${labelEn}: added up over the reports of the row that state it. ${stated} ` +
    `${labelZh}：对填写了该项的报告求和${measure.leaf.computed ? '，每份报告之数由其各单元格相加' : ''}。`
  );
}

export function formulaTerms(measure: Measure): FormulaTerm[] {
  const term = (name: string, side: FormulaTerm['side']): FormulaTerm => {
    const { labelEn, labelZh } = measureNamed(name);
    return { measure: name, labelEn, labelZh, side };
  };
  if (measure.kind === 'leaf') return cellsOf(measure.leaf).map((cell) => term(measureOfCell(cell), 'FIGURE'));
  const named = (leaf: Leaf): string => leafMeasures.get(leaf) ?? '';
  const { numerator, denominator } = measure.rate;
  return [
    ...numerator.map((leaf) => term(named(leaf), 'NUMERATOR')),
    ...denominator.map((leaf) => term(named(leaf), 'DENOMINATOR')),
  ];
}

/**
 * Those of the report's edition, and those of the other that have a figure; what stands for a sum stands alone.
 *
 * @param stands whether a cell has a figure, stated or filled
 */
export function cellsBehind(held: CellsHeld, measure: Measure, stands: (cell: FormCell) => boolean): Cell[] {
  const { edition } = held;
  const cells = leavesOf(measure).flatMap((leaf) =>
    leaf.unless !== null && stands(leaf.unless) ? [leaf.unless] : leaf.of,
  );
  return cells.filter((cell) => cell.editions.includes(edition) || stands(cell)).map((cell) => cellIn(held, cell));
}
