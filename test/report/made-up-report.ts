/** Made-up reports for tests: nothing is stated but what a test states. */
import { cellAt, isCellPath, noFigures, rowAt, type CellPath } from '../../src/template/figures.js';
import type { Check } from '../../src/report/check.js';
import type { Report } from '../../src/report/report.js';

/** By row and column, such as `{ 'applications.received': { total: 3 } }`, or by the path of one cell. */
export type Stated = Record<string, Record<string, number | null>>;

function pathOf(row: string, column: string): CellPath {
  const path = `${rowAt(row).path}.${column}`;
  if (!isCellPath(path)) throw new RangeError(`The form has no ${path}.`);
  return path;
}

export function madeUpReport(stated: Stated, other: Partial<Report> = {}): Report {
  const figures = noFigures();
  for (const [row, columns] of Object.entries(stated)) {
    for (const [column, value] of Object.entries(columns)) cellAt(pathOf(row, column)).put(figures, value);
  }
  return {
    agency: '测试县统计局',
    division: '640302',
    year: 2022,
    edition: 'FORM_2021',
    scope: 'OWN',
    title: '测试县统计局2022年政府信息公开工作年度报告',
    publishedOn: null,
    figures,
    cells: {},
    chapters: [],
    reading: [],
    source: { name: 'made-up.json', mediaType: 'application/json', bytes: 2, sha256: '0'.repeat(64), url: null },
    synthetic: true,
    ...other,
  };
}

/** What the check finds, its messages apart. */
export function violations(check: Check, stated: Stated, other: Partial<Report> = {}) {
  const report = madeUpReport(stated, other);
  return [...check.find(report.figures, report)].map(({ cells, expected = null, actual = null }) => ({
    cells,
    expected,
    actual,
  }));
}

/** The sentences that the check gives. */
export function messages(check: Check, stated: Stated, other: Partial<Report> = {}): string[] {
  const report = madeUpReport(stated, other);
  return [...check.find(report.figures, report)].map(({ message }) => message);
}
