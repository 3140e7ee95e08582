/** One report, laid out in many ways, reads to the same figures. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { interpret } from '../../../src/reading/interpret/interpret.js';
import { htmlDocument } from '../../../src/reading/html.js';
import { textDocument } from '../../../src/reading/text.js';
import { cells, type CellPath, type Figures } from '../../../src/template/figures.js';
import { editions } from '../../../src/template/form.js';
import { anyFigures, balanced, digitFigures, fullFigures } from '../layouts/any-figures.js';
import { isCellWithout, layouts, type Layout } from '../layouts/layouts.js';

function stated(figures: Figures, layout?: Layout): Partial<Record<CellPath, number | null>> {
  return Object.fromEntries(
    cells.map((cell) => [cell.path, layout !== undefined && isCellWithout(layout, cell) ? null : cell.in(figures)]),
  );
}

const holding = { blanks: anyFigures, filled: fullFigures, digits: digitFigures };

describe.each(editions)('%s', (edition) => {
  test.each(layouts.map((layout) => ({ name: layout.name, layout })))('$name', ({ layout }) => {
    const figures = holding[layout.holds](edition);
    fc.assert(
      fc.property(figures, (held) => {
        const written = layout.write(held, edition);
        const read = interpret(layout.format === 'html' ? htmlDocument(written) : textDocument(written));
        expect(read.edition).toBe(edition);
        expect(stated(read.figures)).toEqual(stated(held, layout));
      }),
      { numRuns: 12 },
    );
  });

  test('rows grown together whose totals are right', () => {
    const glued = layouts.find(({ name }) => name === 'TXT: everything grown together');
    if (glued === undefined) throw new Error('no such layout');
    fc.assert(
      fc.property(digitFigures(edition), (held) => {
        balanced(held);
        const { figures, findings } = interpret(textDocument(glued.write(held, edition)));
        const inDoubt = new Set(findings.flatMap((finding) => (finding.severity === 'ERROR' ? finding.cells : [])));
        for (const cell of cells) {
          if (!inDoubt.has(cell.path)) expect([cell.path, cell.in(figures)]).toEqual([cell.path, cell.in(held)]);
          else expect([null, cell.in(held)]).toContain(cell.in(figures));
        }
      }),
      { numRuns: 20 },
    );
  });
});
