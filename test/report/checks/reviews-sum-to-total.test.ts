import { expect, test } from '@jest/globals';
import { reviewsSumToTotal } from '../../../src/report/checks/reviews-sum-to-total.js';
import { messages, violations } from '../made-up-report.js';

test('names the total, what the four outcomes add up to, and what the report says', () => {
  const stated = { reviews: { upheld: 10, corrected: 1, otherOutcome: 0, pending: 2, total: 0 } };
  expect(violations(reviewsSumToTotal, stated)).toEqual([{ cells: ['reviews.total'], expected: 13, actual: 0 }]);
  expect(messages(reviewsSumToTotal, stated)).toEqual([
    'Administrative reviews, total 「行政复议 · 总计」: the four outcomes add up to 13, the report says 0.',
  ]);
});

test.each([
  ['a blank total', { reviews: { upheld: 1, total: null } }],
  ['what adds up', { reviews: { upheld: 1, pending: null, total: 1 } }],
  ['other rows', { 'lawsuits.direct': { upheld: 1, total: 0 } }],
])('passes %s', (_, stated) => expect(violations(reviewsSumToTotal, stated)).toEqual([]));
