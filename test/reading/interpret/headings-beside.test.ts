/** Headings that are merged more widely than the numbers below them, and numbers in the cell of their label. */
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

test('where every total is right in the form’s order alone, headings out of place do not move the columns', () => {
  const added = noFigures();
  for (const cell of cells)
    if (cell.editions.includes('FORM_2021')) cell.put(added, cell.columnKey === 'total' ? 6 : 1);
  // The browser shows 总计 above the sixth column, 其他 above the seventh.
  const narrowed = htmlPage(formReport(added, 'FORM_2021', plainStyle)).replace(
    '<td colspan="5">法人或其他组织',
    '<td colspan="4">法人或其他组织',
  );
  const read = interpret(htmlDocument(narrowed));
  expect(received.map((cell) => cell.in(read.figures))).toEqual([1, 1, 1, 1, 1, 1, 6]);
  expect(read.findings).toContainEqual(expect.objectContaining({ rule: 'header-contradicts-form' }));
});

test('a number in the cell of its label, and a blank at the end of the row', () => {
  const ones = noFigures();
  for (const cell of cells) if (cell.editions.includes('FORM_2021')) cell.put(ones, 1);
  const whole = htmlPage(formReport(ones, 'FORM_2021', plainStyle));
  const joined = whole.replace(/（一）予以公开<\/td><td>1<\/td>(.*?)<\/tr>/, '（一）予以公开 1</td>$1<td></td></tr>');
  expect(joined).not.toBe(whole);
  const { figures: read, findings } = interpret(htmlDocument(joined));
  expect(Object.values(read.applications.results.disclosed)).toEqual(received.map(() => null));
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'incomplete-row',
      cells: expect.arrayContaining(['applications.results.disclosed.total']),
    }),
  );
});
