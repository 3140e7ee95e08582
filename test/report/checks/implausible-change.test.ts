import { expect, test } from '@jest/globals';
import { implausibleChange } from '../../../src/report/checks/implausible-change.js';
import { messages, violations } from '../made-up-report.js';

test.each([
  ['more dropped than there were', { itemsLastYear: 3, change: -4, decisions: 0 }],
  ['the decisions over again', { itemsLastYear: 1121, change: 784, decisions: 784 }],
  ['numbers a column too early', { itemsLastYear: 106, change: 2939, decisions: null }],
])('finds %s', (_, penalties) => {
  expect(violations(implausibleChange, { 'disclosure.penalties': penalties })).toEqual([
    {
      cells: ['itemsLastYear', 'change', 'decisions'].map((column) => `disclosure.penalties.${column}`),
      expected: null,
      actual: null,
    },
  ]);
});

test('says what is odd', () => {
  expect(messages(implausibleChange, { 'disclosure.fees': { itemsLastYear: 3, change: -4 } })).toEqual([
    'Administrative fees, kinds added or dropped this year, a drop negative 「行政事业性收费 · 本年增/减」: ' +
      '4 dropped, of 3 in the year before.',
  ]);
});

test.each([
  ['all dropped', { itemsLastYear: 26, change: -26, decisions: 0 }],
  ['an addition from nothing', { itemsLastYear: 0, change: 74, decisions: 0 }],
  ['a small number that stands twice', { itemsLastYear: 1, change: 1, decisions: 1 }],
  ['a drop from a blank', { itemsLastYear: null, change: -3, decisions: null }],
])('passes %s', (_, licensing) =>
  expect(violations(implausibleChange, { 'disclosure.licensing': licensing })).toEqual([]),
);

test('passes added kinds of fee: that row has no decisions', () => {
  expect(violations(implausibleChange, { 'disclosure.fees': { itemsLastYear: 3, change: 40 } })).toEqual([]);
});
