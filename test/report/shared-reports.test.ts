import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkReport } from '../../src/report/check-report.js';
import { jsonOfReport, reportOfJson } from '../../src/report/report-json.js';
import { describeWithSharedData } from '../shared-data.js';

/** What the findings.json of a real report hold: the rules that are arithmetic. */
const arithmetic = [
  'applicants-sum-to-total',
  'results-sum-to-total',
  'reviews-sum-to-total',
  'lawsuits-direct-sum-to-total',
  'lawsuits-after-review-sum-to-total',
  'applications-balance',
  'blank-total',
];

describeWithSharedData('the real reports', (data) => {
  const names = readdirSync(data).filter((name) => name.startsWith('f20'));
  const json = (name: string, file: string): unknown =>
    JSON.parse(readFileSync(new URL(`${name}/${file}`, data), 'utf8'));
  const read = (value: unknown) => {
    const file = { name: 'figures.json', mediaType: 'application/json', bytes: 0, sha256: '0'.repeat(64) };
    return reportOfJson(value, file, () => true);
  };
  const sorted = (findings: unknown[]): string[] => findings.map((one) => JSON.stringify(one)).sort();

  test('are all here', () => expect(names.length).toBeGreaterThan(100));

  test.each(names)('%s reads, has exactly its arithmetic findings, and survives writing', (name) => {
    const report = read(json(name, 'figures.json'));
    const found = checkReport(report).filter(({ rule }) => arithmetic.includes(rule));
    const bare = found.map(({ rule, severity, cells, expected, actual }) => ({
      rule,
      severity,
      cells,
      expected,
      actual,
    }));
    expect(sorted(bare)).toEqual(sorted(json(name, 'findings.json') as unknown[]));
    expect(read(jsonOfReport(report))).toEqual(report);
  });
});
