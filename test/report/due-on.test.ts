import { expect, test } from '@jest/globals';
import { agencyTypeOf } from '../../src/report/agency-type-of.js';
import { dueOn, issuerOf } from '../../src/report/due-on.js';

test.each([
  ['吴忠市利通区统计局', 'OWN', '2022-01-31'],
  ['吴忠市利通区人民政府', 'OWN', '2022-03-31'],
  ['吴忠市利通区人民政府', 'CONSOLIDATED', '2022-03-31'],
  ['吴忠市利通区人民政府办公室', 'OWN', '2022-01-31'],
  ['吴忠市利通区人民政府办公室', 'CONSOLIDATED', '2022-03-31'],
  ['吴忠市利通区金积镇人民政府', 'OWN', null],
  ['平潭综合实验区管理委员会', 'OWN', null],
  ['平潭综合实验区管理委员会', 'CONSOLIDATED', null],
] as const)('%s, %s: due on %s for 2021', (name, scope, day) => {
  expect(dueOn(2021, issuerOf(agencyTypeOf(name), scope))).toBe(day);
});

test.each([2018, 2021.5, Number.NaN])('no date for the year %s', (year) => {
  expect(() => dueOn(year, 'DEPARTMENT')).toThrow(RangeError);
});
