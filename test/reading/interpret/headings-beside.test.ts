/** Headings that are merged more widely than the numbers below them. */
import { expect, test } from '@jest/globals';
import { htmlDocument } from '../../../src/reading/html.js';
import { interpret } from '../../../src/reading/interpret/interpret.js';
import { cells, noFigures } from '../../../src/template/figures.js';
import { formReport, plainStyle } from '../layouts/form-tables.js';
import { htmlPage } from '../layouts/print-html.js';

const figures = noFigures();
for (const cell of cells) if (cell.editions.includes('FORM_2021')) cell.put(figures, cell.index + 1);
const page = htmlPage(formReport(figures, 'FORM_2021', plainStyle));
const received = cells.filter(({ rowPath }) => rowPath === 'applications.received');

test('total and others do not change places where their headings do only by a wrong colspan', () => {
  const widened = page
    .replace('<td rowspan="2">自然人', '<td rowspan="2" colspan="2">自然人')
    .replace('<td>商业企业', '<td colspan="2">商业企业');
  const read = interpret(htmlDocument(widened));
  expect(received.map((cell) => cell.in(read.figures))).toEqual(received.map(() => null));
  expect(read.findings).toContainEqual(
    expect.objectContaining({
      rule: 'incomplete-row',
      severity: 'ERROR',
      cells: expect.arrayContaining(received.map(({ path }) => path)),
    }),
  );
});

test('one heading that is too wide says nothing against the order of the rest', () => {
  const widened = page.replace('<td rowspan="2">自然人', '<td rowspan="2" colspan="2">自然人');
  const read = interpret(htmlDocument(widened));
  expect(received.map((cell) => cell.in(read.figures))).toEqual(received.map((cell) => cell.in(figures)));
});
