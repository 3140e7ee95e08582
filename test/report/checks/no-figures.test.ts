import { expect, test } from '@jest/globals';
import { noFiguresStated } from '../../../src/report/checks/no-figures.js';
import { violations } from '../made-up-report.js';

test('tells a report without any figure from one with a single zero', () => {
  expect(violations(noFiguresStated, {})).toEqual([{ cells: [], expected: null, actual: null }]);
  expect(violations(noFiguresStated, { 'lawsuits.afterReview': { total: 0 } })).toEqual([]);
});
