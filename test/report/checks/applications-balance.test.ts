import { expect, test } from '@jest/globals';
import { applicationsBalance } from '../../../src/report/checks/applications-balance.js';
import { messages, violations, type Stated } from '../made-up-report.js';

/** The four cells of one column; what is left out is blank. */
const column = (key: string, [received, before, finished, left]: (number | null)[]): Stated => ({
  'applications.received': { [key]: received ?? null },
  'applications.carriedOverFromLastYear': { [key]: before ?? null },
  'applications.results.total': { [key]: finished ?? null },
  'applications.carriedOverToNextYear': { [key]: left ?? null },
});

test('names the four cells of the column, and both sides', () => {
  const stated = column('business', [13, 5, 16, 1]);
  expect(violations(applicationsBalance, stated)).toEqual([
    {
      cells: [
        'applications.received.business',
        'applications.carriedOverFromLastYear.business',
        'applications.results.total.business',
        'applications.carriedOverToNextYear.business',
      ],
      expected: 18,
      actual: 17,
    },
  ]);
  expect(messages(applicationsBalance, stated)).toEqual([
    'Received this year, companies 「一、本年新收政府信息公开申请数量 · 商业企业」 is 13 and ' +
      'Carried over from last year, companies 「二、上年结转政府信息公开申请数量 · 商业企业」 5, together 18; ' +
      'All results, companies 「（七）总计 · 商业企业」 is 16 and ' +
      'Carried over to next year, companies 「四、结转下年度继续办理 · 商业企业」 1, together 17. The two should be equal.',
  ]);
});

test('counts a blank carry-over as nothing', () => {
  expect(violations(applicationsBalance, column('other', [3, null, 2, null]))).toMatchObject([
    { expected: 3, actual: 2 },
  ]);
});

test.each([
  ['what balances', column('total', [13, 5, 16, 2])],
  ['blank carry-overs beside equal figures', column('total', [3, null, 3, null])],
  ['a column without 新收', column('total', [null, 5, 3, 1])],
  ['a column without （七）总计', column('total', [3, 5, null, 1])],
])('passes %s', (_, stated) => expect(violations(applicationsBalance, stated)).toEqual([]));

test('passes a column with a blank total in it, and that column alone', () => {
  const stated = column('total', [3, 0, 2, null]);
  expect(violations(applicationsBalance, stated)).toHaveLength(1);
  stated['applications.carriedOverToNextYear'] = { total: null, other: 1 };
  expect(violations(applicationsBalance, stated)).toEqual([]);
});
