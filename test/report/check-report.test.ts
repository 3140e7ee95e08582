import { expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { checkReport, checks } from '../../src/report/check-report.js';
import { rules } from '../../src/report/rules.js';
import type { Finding } from '../../src/report/finding.js';
import { madeUpReport } from './made-up-report.js';

test('every rule that one report can be held against has its check, its file and its test, and no other', () => {
  const ruled = rules.filter((rule) => rule.seenBy === 'report').map(({ id, severities }) => ({ id, severities }));
  const checked = checks.map(({ id, severity }) => ({ id, severities: [severity] }));
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect(checked.sort(byId)).toEqual(ruled.sort(byId));
  const files = (folder: string) => readdirSync(new URL(folder, import.meta.url));
  expect(files('../../src/report/checks/')).toEqual(expect.arrayContaining(ruled.map(({ id }) => `${id}.ts`)));
  expect(files('checks/').sort()).toEqual(ruled.map(({ id }) => `${id}.test.ts`));
});

test('lists what reading saw among what the checks find, by rule and then by cell', () => {
  const seen: Finding = {
    rule: 'unknown-row',
    severity: 'NOTE',
    message: 'A row of the document is none of the form.',
    cells: [],
    expected: null,
    actual: null,
  };
  const wrong = { other: 1, total: 0 };
  const report = madeUpReport(
    {
      'disclosure.regulations': { issued: 1 },
      reviews: { upheld: 1, total: 2 },
      'applications.carriedOverToNextYear': wrong,
      'applications.received': wrong,
    },
    { year: 2020, reading: [seen] },
  );
  const found = checkReport(report);
  expect(found.map(({ rule, severity, cells: [first] }) => [rule, severity, first])).toEqual([
    ['applicants-sum-to-total', 'ERROR', 'applications.received.total'],
    ['applicants-sum-to-total', 'ERROR', 'applications.carriedOverToNextYear.total'],
    ['reviews-sum-to-total', 'ERROR', 'reviews.total'],
    ['edition-matches-year', 'WARNING', undefined],
    ['unknown-row', 'NOTE', undefined],
    ['regulations-by-body-without-power', 'NOTE', 'disclosure.regulations.issued'],
  ]);
  expect(report.reading).toEqual([seen]);
});
