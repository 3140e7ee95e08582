import { expect, test } from '@jest/globals';
import { blankTotal } from '../../../src/report/checks/blank-total.js';
import { messages, violations } from '../made-up-report.js';

const results = 'applications.results';
const found = (path: string, expected: number) => ({ cells: [path], expected, actual: null });

test('names each total that is blank over a stated part, zero included, in the order of the form', () => {
  const stated = {
    'applications.received': { naturalPerson: 3, other: 1 },
    [`${results}.disclosed`]: { business: 0 },
    reviews: { pending: 2 },
    'lawsuits.direct': { upheld: 1 },
    'lawsuits.afterReview': { upheld: 1, total: 1 },
  };
  expect(violations(blankTotal, stated)).toEqual([
    found('applications.received.total', 4),
    found(`${results}.disclosed.total`, 0),
    found(`${results}.total.business`, 0),
    found('reviews.total', 2),
    found('lawsuits.direct.total', 1),
  ]);
  expect(messages(blankTotal, { reviews: { pending: 2 } })).toEqual([
    'Administrative reviews, total 「行政复议 · 总计」: left blank, and what is stated of it adds up to 2.',
  ]);
});

test('（七）总计 of 总计 is one total: of its row, else of its column', () => {
  const column = { [`${results}.disclosed`]: { total: 5 } };
  expect(violations(blankTotal, column)).toEqual([found(`${results}.total.total`, 5)]);
  expect(violations(blankTotal, { ...column, [`${results}.total`]: { other: 4 } })).toEqual([
    found(`${results}.total.total`, 4),
  ]);
});

test.each([
  ['a row of nothing but blanks', {}],
  ['a stated total, right or wrong', { reviews: { upheld: 2, total: 0 } }],
])('passes %s', (_, stated) => expect(violations(blankTotal, stated)).toEqual([]));
