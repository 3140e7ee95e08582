/** The reports behind a figure of a row: those of its counted reports that state it, of a rate every term. */
import { leavesOf, measureNamed, type Measure } from '../../src/template/measures.js';
import type { Cell } from '../../src/template/figures.js';
import { rateOf } from '../../src/template/rates.js';
import { ownValue, rateOver, valueOver } from './figures.js';
import { byCodePoint } from './order.js';
import type { CountedReport } from './state.js';

interface Part {
  figure: number | null;
  numerator: number | null;
  denominator: number | null;
}
export interface Explanation extends Part {
  /** The largest first; of a rate by the numerator. Ties: year descending, division code, agency name. */
  reports: (Part & { agency: readonly [string, string]; year: number; share: number | null; repaired: boolean })[];
}

export function explained(name: string, counted: readonly CountedReport[]): Explanation {
  const measure = measureNamed(name);
  const total = overall(measure, counted);
  const parts = counted
    .filter(({ document: { figures } }) => states(measure, figures))
    .map(({ agency, year, document: { figures }, repairedCells }) => {
      const part = { figure: ownValue(measure, figures), numerator: null, denominator: null };
      const own: Part =
        measure.kind === 'leaf'
          ? part
          : {
              ...part,
              numerator: rateOf(measure.rate, figures).numerator,
              denominator: rateOf(measure.rate, figures).denominator,
            };
      const [one, whole] = measure.kind === 'leaf' ? [own.figure, total.figure] : [own.numerator, total.numerator];
      const share = one === null || whole === null || whole === 0 ? null : one / whole;
      const repaired = standing(measure, figures).some((cell) => repairedCells.includes(cell));
      return { agency: [agency.division, agency.name] as const, year, ...own, share, repaired, weight: one ?? 0 };
    });
  return {
    ...total,
    reports: parts
      .toSorted(
        (a, b) =>
          b.weight - a.weight ||
          b.year - a.year ||
          byCodePoint(a.agency[0], b.agency[0]) ||
          byCodePoint(a.agency[1], b.agency[1]),
      )
      .map(({ weight: _, ...part }) => part),
  };
}

/** The cells that its figure is made of: what stands for a sum where it is stated, else what is added up. */
function standing(measure: Measure, figures: CountedReport['document']['figures']): readonly Cell[] {
  return leavesOf(measure).flatMap(({ unless, of }) =>
    unless !== null && unless.in(figures) !== null ? [unless] : of,
  );
}

function states(measure: Measure, figures: CountedReport['document']['figures']): boolean {
  return measure.kind === 'leaf'
    ? measure.leaf.in(figures) !== null
    : measure.rate.terms.every((leaf) => leaf.in(figures) !== null);
}

function overall(measure: Measure, counted: readonly CountedReport[]): Part {
  const figure = valueOver(measure, counted);
  if (measure.kind === 'leaf') return { figure, numerator: null, denominator: null };
  const { numerator, denominator } = rateOver(measure.rate, counted, 0);
  return { figure, numerator, denominator };
}
