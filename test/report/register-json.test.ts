import { describe, expect, test } from '@jest/globals';
import { registerLinesOfCsv } from '../../src/report/register-csv.js';
import { isRegisterLine, jsonOfRegisterLine, registerLineOfJson } from '../../src/report/register-json.js';

const divisions = new Set(['350128', '640302', '640300']);
const isDivision = (code: string): boolean => divisions.has(code);
const read = (value: unknown) => registerLineOfJson(value, isDivision);

const agency = {
  register: 'agency',
  division: '640302',
  name: '利通区测试局',
  type: 'STATISTICS',
  existsFrom: 2019,
  existsTo: null,
  parent: { division: '640302', name: '利通区人民政府' },
  formerNames: [{ name: '吴忠市测试办', division: '640300', until: 2022 }],
};
const complete = { register: 'complete', division: '640302', from: 2019, to: null };
const receivedAt = '2021-01-22T08:30:00.125Z';

test.each([agency, complete, { ...agency, receivedAt }, { ...complete, to: 2021, receivedAt }])(
  'a line, read and written, is the same: %j',
  (line) => {
    expect(isRegisterLine(line)).toBe(true);
    expect(jsonOfRegisterLine(read(line))).toEqual(line);
  },
);

test('what is left out is not stated, the type told from the name, a former name in the same division', () => {
  const formerNames = [{ name: '利通区统计处' }];
  expect(read({ register: 'agency', division: '640302', name: '利通区统计局', formerNames })).toEqual({
    register: 'agency',
    division: '640302',
    name: '利通区统计局',
    type: 'STATISTICS',
    existsFrom: null,
    existsTo: null,
    parent: null,
    formerNames: [{ name: '利通区统计处', division: '640302', until: null }],
  });
  expect(isRegisterLine({ agency: '利通区统计局' })).toBe(false);
});

test.each([
  [{ register: 'agencies' }, 'register: found "agencies", expected agency or complete'],
  [{ ...agency, types: 'X' }, 'types: unknown key; did you mean type?'],
  [{ ...agency, type: 'STATISTIC' }, 'type: found "STATISTIC", expected one of GOVERNMENT,'],
  [{ ...agency, division: '999999' }, 'division: no division has the code "999999"'],
  [{ ...agency, name: '' }, 'name: found "", expected a name'],
  [{ ...agency, existsFrom: '2019' }, 'existsFrom: found "2019", expected a whole number'],
  [{ ...agency, existsTo: 2018 }, 'existsTo: found 2018, which is before existsFrom, 2019'],
  [{ ...agency, parent: { division: '640302', name: agency.name } }, 'parent: is the agency itself'],
  [{ ...agency, parent: { name: 'x' } }, 'parent.division: missing'],
  [{ ...agency, formerNames: [{ name: agency.name }] }, 'formerNames[0]: is the name of today'],
  [
    { ...agency, formerNames: [{ name: 'x', till: 1 }] },
    'formerNames[0].till: unknown key; known here: name, division, until',
  ],
  [{ ...agency, receivedAt: 'today' }, 'receivedAt: found "today", expected a moment'],
  [{ ...complete, from: undefined }, 'from: missing; expected a whole number'],
  [{ ...complete, to: 2018 }, 'to: found 2018, which is before from, 2019'],
  [{ ...complete, name: 'x' }, 'name: unknown key'],
])('refuses %j', (line, message) => expect(() => read(line)).toThrow(message));

describe('a table', () => {
  const rows = (...lines: string[]) =>
    registerLinesOfCsv(lines.join('\r\n'), isDivision).map((row) =>
      'error' in row ? [row.line, row.error.message] : [row.line, jsonOfRegisterLine(row.read)],
    );

  test('says the same as JSON, columns in any order, with a byte order mark', () => {
    const table = [
      '\uFEFF"name",division,type,existsFrom,existsTo,parentName,parentDivision,formerNames',
      '利通区测试局,640302,STATISTICS,2019,,利通区人民政府,640302,吴忠市测试办@640300@2022',
      '"利通区统计局", 640302 ,,,,,,"利通区统计处;利通区普查局@640300；利通区调查队@@2020"',
    ];
    expect(rows(...table)).toEqual([
      [2, agency],
      [
        3,
        jsonOfRegisterLine(
          read({
            register: 'agency',
            division: '640302',
            name: '利通区统计局',
            formerNames: [
              { name: '利通区统计处' },
              { name: '利通区普查局', division: '640300' },
              { name: '利通区调查队', until: 2020 },
            ],
          }),
        ),
      ],
    ]);
  });

  test('goes on after a row in error', () => {
    expect(rows('division,name,existsFrom', '640302,甲局,二〇一九', '640302,乙局', '', '640302,丙局,2019')).toEqual([
      [2, 'existsFrom: found "二〇一九", expected a whole number'],
      [3, 'found 2 cells, expected 3'],
      [5, expect.objectContaining({ name: '丙局', existsFrom: 2019 })],
    ]);
  });

  test.each([
    ['', 'the table is empty'],
    ['division,title\n', 'title: unknown key; known here: division, name, type,'],
    ['division,type\n', 'name: no such column'],
    ['division,name,name\n', 'a column stands twice'],
    ['division,name\n"640302,甲局\n', 'The table is no CSV:'],
  ])('refuses %j', (text, message) => expect(() => registerLinesOfCsv(text, isDivision)).toThrow(message));
});
