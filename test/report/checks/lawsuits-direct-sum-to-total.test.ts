import { expect, test } from '@jest/globals';
import { lawsuitsDirectSumToTotal } from '../../../src/report/checks/lawsuits-direct-sum-to-total.js';
import { messages, violations } from '../made-up-report.js';

test('names the total, what the four outcomes add up to, and what the report says', () => {
  const stated = { 'lawsuits.direct': { upheld: 10, corrected: 1, otherOutcome: 0, pending: 2, total: 0 } };
  expect(violations(lawsuitsDirectSumToTotal, stated)).toEqual([
    { cells: ['lawsuits.direct.total'], expected: 13, actual: 0 },
  ]);
  expect(messages(lawsuitsDirectSumToTotal, stated)).toEqual([
    'Filed without a review, total 「未经复议直接起诉 · 总计」: the four outcomes add up to 13, the report says 0.',
  ]);
});

test.each([
  ['a blank total', { 'lawsuits.direct': { upheld: 1, total: null } }],
  ['what adds up', { 'lawsuits.direct': { upheld: 1, pending: null, total: 1 } }],
  ['other rows', { 'lawsuits.afterReview': { upheld: 1, total: 0 } }],
])('passes %s', (_, stated) => expect(violations(lawsuitsDirectSumToTotal, stated)).toEqual([]));
