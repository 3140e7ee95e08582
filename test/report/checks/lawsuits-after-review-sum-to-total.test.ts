import { expect, test } from '@jest/globals';
import { lawsuitsAfterReviewSumToTotal } from '../../../src/report/checks/lawsuits-after-review-sum-to-total.js';
import { messages, violations } from '../made-up-report.js';

test('names the total, what the four outcomes add up to, and what the report says', () => {
  const stated = { 'lawsuits.afterReview': { upheld: 10, corrected: 1, otherOutcome: 0, pending: 2, total: 0 } };
  expect(violations(lawsuitsAfterReviewSumToTotal, stated)).toEqual([
    { cells: ['lawsuits.afterReview.total'], expected: 13, actual: 0 },
  ]);
  expect(messages(lawsuitsAfterReviewSumToTotal, stated)).toEqual([
    'Filed after a review, total 「复议后起诉 · 总计」: the four outcomes add up to 13, the report says 0.',
  ]);
});

test.each([
  ['a blank total', { 'lawsuits.afterReview': { upheld: 1, total: null } }],
  ['what adds up', { 'lawsuits.afterReview': { upheld: 1, pending: null, total: 1 } }],
  ['other rows', { 'lawsuits.direct': { upheld: 1, total: 0 } }],
])('passes %s', (_, stated) => expect(violations(lawsuitsAfterReviewSumToTotal, stated)).toEqual([]));
