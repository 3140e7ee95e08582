import { expect, test } from '@jest/globals';
import { resultsSumToTotal } from '../../../src/report/checks/results-sum-to-total.js';
import { messages, violations, type Stated } from '../made-up-report.js';

const results = 'applications.results';

test('adds every result of a column, groups included', () => {
  const stated = {
    [`${results}.disclosed`]: { business: 1 },
    [`${results}.partiallyDisclosed`]: { business: 10 },
    [`${results}.notDisclosed.stateSecret`]: { business: 100 },
    [`${results}.notDisclosed.administrativeInquiry`]: { business: 200 },
    [`${results}.unableToProvide.notHeld`]: { business: 1000 },
    [`${results}.notProcessed.repeated`]: { business: 10000 },
    [`${results}.otherHandling.other`]: { business: 100000 },
    [`${results}.total`]: { business: 7, total: 7 },
  };
  expect(violations(resultsSumToTotal, stated)).toEqual([
    { cells: [`${results}.total.business`], expected: 111311, actual: 7 },
  ]);
  expect(messages(resultsSumToTotal, stated)).toEqual([
    'All results, companies 「（七）总计 · 商业企业」: the results above it add up to 111311, the report says 7.',
  ]);
});

test.each([
  ['the undivided row where it is stated', { undivided: 2, other: 5, feeNotPaid: 1 }, 2],
  ['the three rows where it is not', { undivided: null, other: 5, feeNotPaid: 1 }, 6],
])('takes of 其他处理 %s', (_, handled, expected) => {
  const stated: Stated = { [`${results}.total`]: { total: 9 } };
  for (const [row, total] of Object.entries(handled)) stated[`${results}.otherHandling.${row}`] = { total };
  expect(violations(resultsSumToTotal, stated)).toEqual([{ cells: [`${results}.total.total`], expected, actual: 9 }]);
});

test.each([
  ['a blank total', { [`${results}.disclosed`]: { other: 3 } }],
  ['a total alone', { [`${results}.total`]: { other: 3 } }],
  ['what adds up', { [`${results}.disclosed`]: { other: 3 }, [`${results}.total`]: { other: 3 } }],
])('passes %s', (_, stated) => expect(violations(resultsSumToTotal, stated)).toEqual([]));
