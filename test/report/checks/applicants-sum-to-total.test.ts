import { expect, test } from '@jest/globals';
import { applicantsSumToTotal } from '../../../src/report/checks/applicants-sum-to-total.js';
import { messages, violations } from '../made-up-report.js';

test('names the total, what the row adds up to, and what the report says', () => {
  const stated = { 'applications.received': { naturalPerson: 3, business: 1, total: 5 } };
  expect(violations(applicantsSumToTotal, stated)).toEqual([
    { cells: ['applications.received.total'], expected: 4, actual: 5 },
  ]);
  expect(messages(applicantsSumToTotal, stated)).toEqual([
    'Received this year, total 「一、本年新收政府信息公开申请数量 · 总计」: the six kinds of applicant add up to 4, the report says 5.',
  ]);
});

test('looks at every row of table three, the undivided one included', () => {
  const wrong = { other: 2, total: 0 };
  const rows = [
    'applications.carriedOverFromLastYear',
    'applications.results.notProcessed.repeated',
    'applications.results.otherHandling.undivided',
    'applications.results.total',
    'applications.carriedOverToNextYear',
  ];
  const found = violations(applicantsSumToTotal, Object.fromEntries(rows.map((row) => [row, wrong])));
  expect(found).toEqual(rows.map((row) => ({ cells: [`${row}.total`], expected: 2, actual: 0 })));
});

test.each([
  ['a blank beside figures that add up', { naturalPerson: 4, business: null, total: 4 }],
  ['a blank total', { naturalPerson: 3, business: 1, total: null }],
  ['a total alone', { total: 7 }],
  ['zeros', { naturalPerson: 0, total: 0 }],
])('passes %s', (_, row) => expect(violations(applicantsSumToTotal, { 'applications.received': row })).toEqual([]));

test('leaves table four alone', () => {
  expect(violations(applicantsSumToTotal, { reviews: { upheld: 1, total: 0 } })).toEqual([]);
});
