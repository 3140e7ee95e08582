/** Any figures that one edition can print. All made up. */
import fc from 'fast-check';
import { cells, noFigures, type Cell, type Figures } from '../../../src/template/figures.js';
import { sum } from '../../../src/template/sum.js';
import { applicantCounts } from '../../../src/template/applications.js';
import { rows } from '../../../src/template/figures.js';
import type { Edition } from '../../../src/template/form.js';

const count = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 4, arbitrary: fc.integer({ min: 10, max: 999 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1000, max: 99_999_999 }) },
  { weight: 1, arbitrary: fc.maxSafeInteger().map(Math.abs) },
);

function valueOf(cell: Cell): fc.Arbitrary<number> {
  return cell.column.signed ? fc.oneof(count, fc.integer({ min: -500, max: -1 })) : count;
}

export const cellsIn = (edition: Edition): Cell[] => cells.filter(({ editions }) => editions.includes(edition));

function figuresWith(edition: Edition, ofCell: (cell: Cell) => fc.Arbitrary<number | null>): fc.Arbitrary<Figures> {
  const own = cellsIn(edition);
  return fc.tuple(...own.map(ofCell)).map((values) => {
    const figures = noFigures();
    own.forEach((cell, at) => cell.put(figures, values[at] ?? null));
    return figures;
  });
}

/** Blanks among them; at least one number. */
export const anyFigures = (edition: Edition): fc.Arbitrary<Figures> =>
  figuresWith(edition, (cell) => fc.option(valueOf(cell), { freq: 5 })).filter((figures) =>
    cellsIn(edition).some((cell) => cell.in(figures) !== null),
  );

/** Every cell filled. */
export const fullFigures = (edition: Edition): fc.Arbitrary<Figures> => figuresWith(edition, valueOf);

/** Every cell one digit, as where all cells of a row have grown together. */
export const digitFigures = (edition: Edition): fc.Arbitrary<Figures> =>
  figuresWith(edition, () =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
  );

/** The totals of table three made right. */
export function balanced(figures: Figures): Figures {
  const kinds = Object.keys(applicantCounts.columns);
  for (const place of rows) {
    if (place.chapter !== 3) continue;
    const parts = place.cells.filter(({ columnKey }) => columnKey !== kinds.at(-1));
    const total = place.cells.find(({ columnKey }) => columnKey === kinds.at(-1));
    total?.put(figures, sum(parts.map((cell) => cell.in(figures))));
  }
  return figures;
}
