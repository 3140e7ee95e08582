/** Figures made up. Table four in three tables, of which the first are blank: the third's numbers are the third's. */
import { expect, test } from '@jest/globals';
import { interpret } from '../../../src/reading/interpret/interpret.js';
import { textDocument } from '../../../src/reading/text.js';
import { cellAt, cells, noFigures } from '../../../src/template/figures.js';
import { editions } from '../../../src/template/form.js';
import { layouts } from '../layouts/layouts.js';

test.each(editions)('%s', (edition) => {
  const layout = layouts.find(({ name }) => name.startsWith('TXT: Markdown, a table for every row'));
  if (layout === undefined) throw new Error('no such layout');
  const figures = noFigures();
  cellAt('lawsuits.afterReview.total').put(figures, 10);
  const read = interpret(textDocument(layout.write(figures, edition)));
  const stated = cells.filter((cell) => cell.in(read.figures) !== null).map(({ path }) => path);
  expect(stated).toEqual(['lawsuits.afterReview.total']);
});
