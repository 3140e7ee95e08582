/** Text without any separator, where the prose after a table has grown together with its last cell. */
import { expect, test } from '@jest/globals';
import { interpret } from '../../../src/reading/interpret/interpret.js';
import { textDocument } from '../../../src/reading/text.js';
import { cells, noFigures, type CellPath } from '../../../src/template/figures.js';
import { formReport, plainStyle } from '../layouts/form-tables.js';
import { gluedText } from '../layouts/print-text.js';
import { paragraph, type Printed } from '../layouts/printed.js';

const prose = [
  '2023年，本单位主动公开政府信息12条，涉及行政许可、规章和规范性文件。',
  '2023年共收到申请3件，其中予以公开1件，不予公开2件，均按时答复。',
  '本单位2023年没有因政府信息公开引起的行政复议和行政诉讼。',
];

/** A made-up report of digits, with prose right behind each table. */
function written(values: Partial<Record<CellPath, number>>): string {
  const figures = noFigures();
  for (const cell of cells) if (cell.editions.includes('FORM_2021')) cell.put(figures, values[cell.path] ?? 0);
  const report = formReport(figures, 'FORM_2021', plainStyle);
  const tables = [2, 3, 4].map((chapter) =>
    report.findLastIndex((block) => block.kind === 'table' && chapterOf(block) === chapter),
  );
  return gluedText(
    report.flatMap((block, at): Printed[] => {
      const behind = prose[tables.indexOf(at)];
      return behind === undefined ? [block] : [block, paragraph(behind)];
    }),
  );
}

function chapterOf(block: Printed): number {
  const text =
    block.kind === 'table'
      ? block.rows
          .flat()
          .map((one) => one.text)
          .join('')
      : '';
  return text.includes('第二十条') ? 2 : text.includes('结转下年度') ? 3 : 4;
}

test('the last cell of a table is read, and the year behind it is not', () => {
  const received = 'applications.received';
  const values: Partial<Record<CellPath, number>> = {
    'disclosure.penalties.decisions': 187,
    'disclosure.fees.amount': 5_000_000,
    [`${received}.naturalPerson`]: 2,
    [`${received}.total`]: 2,
    'applications.carriedOverToNextYear.naturalPerson': 2,
    'applications.carriedOverToNextYear.total': 2,
    'reviews.upheld': 1,
    'reviews.total': 1,
  };
  const { figures, findings } = interpret(textDocument(written(values)));
  for (const cell of cells)
    if (cell.editions.includes('FORM_2021'))
      expect([cell.path, cell.in(figures)]).toEqual([cell.path, values[cell.path] ?? 0]);
  expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
});

test('seventeen digits for the fifteen cells of table four are said, and certain ones alone are read', () => {
  const text = written({}).replace('000000000000000本单位', '10000100000000000本单位');
  const { figures, findings } = interpret(textDocument(text));
  expect(figures.reviews.otherOutcome).toBe(0);
  expect(figures.reviews.total).toBeNull();
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'incomplete-row',
      severity: 'ERROR',
      cells: expect.arrayContaining(['reviews.total']),
    }),
  );
});

test('where blanks leave nothing behind, a digit for each cell is no proof', () => {
  // 予以公开 258, 12, three blanks, 1 and a blank total would be 2581211 with 其他 1: seven digits for seven cells.
  const text = written({})
    .replace('（一）予以公开0000000', '（一）予以公开2581211')
    .replace('二、上年结转政府信息公开申请数量0000000', '二、上年结转政府信息公开申请数量1818');
  const { figures, findings } = interpret(textDocument(text));
  expect(figures.applications.results.disclosed.naturalPerson).toBeNull();
  expect(figures.applications.carriedOverFromLastYear.total).toBeNull();
  expect(figures.applications.carriedOverToNextYear.total).toBe(0);
  for (const path of ['applications.results.disclosed.total', 'applications.carriedOverFromLastYear.total'])
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'incomplete-row', cells: expect.arrayContaining([path]) }),
    );
});

test('a last row with too few digits before the prose is said', () => {
  const text = written({}).replace('四、结转下年度继续办理0000000', '四、结转下年度继续办理7272');
  const { figures, findings } = interpret(textDocument(text));
  expect(figures.applications.carriedOverToNextYear.total).toBeNull();
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'incomplete-row',
      cells: expect.arrayContaining(['applications.carriedOverToNextYear.total']),
    }),
  );
});
