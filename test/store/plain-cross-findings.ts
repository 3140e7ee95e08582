/**
 * The findings that hang on other reports, found plainly: every report is held against every other. Written from the
 * table of rules in docs/findings.md, with nothing of the checks themselves; messages are left to these.
 */
import type { Chapter, Scope } from '../../src/report/report.js';
import { cells, type Figures } from '../../src/template/figures.js';

export interface PlainReport {
  id: string;
  agency: string;
  year: number;
  scope: Scope;
  figures: Figures;
  chapters: readonly Chapter[];
}

export interface PlainFinding {
  rule: string;
  cells: string[];
  expected: number | null;
  actual: number | null;
}

const kinds = [
  ...['naturalPerson', 'business', 'researchInstitution', 'publicWelfareOrganization', 'legalServiceAgency'],
  ...['other', 'total'],
];
const watched = [
  ...['licensing', 'otherManagementServices', 'penalties', 'coercion'].map((row) => `disclosure.${row}.decisions`),
  ...['fees', 'procurement'].map((row) => `disclosure.${row}.amount`),
  ...['applications.received.total', 'applications.results.total.total', 'reviews.total'],
  ...['lawsuits.direct.total', 'lawsuits.afterReview.total'],
];

/** Null where the report states nothing; amounts in 万元. */
function figure(report: PlainReport, path: string): number | null {
  const cell = cells.find((one) => one.path === path);
  if (cell === undefined) throw new RangeError(`no cell ${path}`);
  const value = cell.in(report.figures);
  return value !== null && path.endsWith('.amount') ? value / 1_000_000 : value;
}

export function plainFindings(report: PlainReport, all: readonly PlainReport[]): PlainFinding[] {
  const before = (years: number): PlainReport | undefined =>
    all.find((one) => one.agency === report.agency && one.scope === report.scope && one.year === report.year - years);
  const last = before(1);
  if (last === undefined) return [];
  const found: PlainFinding[] = [];

  for (const kind of kinds) {
    const actual = figure(report, `applications.carriedOverFromLastYear.${kind}`);
    const expected = figure(last, `applications.carriedOverToNextYear.${kind}`);
    if (actual !== null && expected !== null && actual !== expected)
      found.push({
        rule: 'year-chain',
        cells: [`applications.carriedOverFromLastYear.${kind}`],
        expected,
        actual,
      });
  }

  const values = cells.map(({ path }) => figure(report, path));
  const same = JSON.stringify(values) === JSON.stringify(cells.map(({ path }) => figure(last, path)));
  if (same && values.some((value) => value !== null && value > 0))
    found.push({ rule: 'copied-from-last-year', cells: [], expected: null, actual: null });

  for (const path of watched) {
    const actual = figure(report, path);
    if (actual === null || figure(last, path) === null) continue;
    const history = [1, 2, 3, 4, 5]
      .map(before)
      .map((one) => (one === undefined ? null : figure(one, path)))
      .filter((value) => value !== null);
    if (history.length < 2) continue;
    const [least, most] = [Math.min(...history), Math.max(...history)];
    if (actual > 10 * most && actual - most >= 100)
      found.push({ rule: 'outlier', cells: [path], expected: most, actual });
    if (10 * actual < least && least - actual >= 100)
      found.push({ rule: 'outlier', cells: [path], expected: least, actual });
  }

  for (const { number, text } of report.chapters) {
    const earlier = last.chapters.find((chapter) => chapter.number === number);
    const share = earlier === undefined ? 0 : shareOf([...text.replace(/\s/gu, '')], earlier.text.replace(/\s/gu, ''));
    if (share >= 0.95) found.push({ rule: 'copied-chapter', cells: [], expected: null, actual: null });
  }
  return found;
}

/** Of characters: those within ten that stand in the other text; 0 of fewer than a hundred. */
function shareOf(text: readonly string[], other: string): number {
  if (text.length < 100) return 0;
  const isShared = (at: number): boolean =>
    Array.from({ length: 10 }, (_, back) => at - back).some(
      (from) => from >= 0 && from + 10 <= text.length && other.includes(text.slice(from, from + 10).join('')),
    );
  return text.filter((_, at) => isShared(at)).length / text.length;
}
