import { expect, test } from '@jest/globals';
import { proseContradictsTable } from '../../../src/report/checks/prose-contradicts-table.js';
import { messages, violations } from '../made-up-report.js';

const table = {
  'applications.received': { total: 3 },
  'applications.carriedOverFromLastYear': { total: 1 },
};
const prose = (text: string, number = 3) => ({ chapters: [{ number, title: '', text }] });

test.each([
  '共收到政府信息公开申请2件。',
  '全年共收到依申请公开申请２ 份',
  '共收到2件',
  '全年收到政府信息公开申请 2 件',
])('finds: %s', (text) => {
  expect(violations(proseContradictsTable, table, prose(text))).toEqual([
    { cells: ['applications.received.total'], expected: null, actual: null },
  ]);
  expect(messages(proseContradictsTable, table, prose(text))[0]).toMatch(/the table says 3, the prose .* 2\.$/);
});

test.each([
  ['the same number', '共收到政府信息公开申请3件'],
  ['the number with last year’s', '共收到政府信息公开申请4件'],
  ['other things counted', '共收到行政复议申请2件'],
  ['several numbers', '共收到申请2件；全市共收到申请70件'],
  ['another year', '2019年度收到政府信息公开申请2件'],
  ['no number', '未收到政府信息公开申请'],
])('passes %s', (_, text) => expect(violations(proseContradictsTable, table, prose(text))).toEqual([]));

test('reads chapter three alone, and needs a stated total', () => {
  const text = '共收到政府信息公开申请2件';
  expect(violations(proseContradictsTable, table, prose(text, 1))).toEqual([]);
  expect(violations(proseContradictsTable, {}, prose(text))).toEqual([]);
});
