import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BadInput } from '../../src/report/bad-input.js';
import {
  jsonOfReport,
  jsonOfReportLine,
  reportLineOfJson,
  reportOfJson,
  type ReportLine,
} from '../../src/report/report-json.js';
import { cellAt } from '../../src/template/figures.js';
import { anyReport } from './any-report.js';

const file = { name: 'made-up.ndjson', mediaType: 'application/x-ndjson', bytes: 12, sha256: 'a'.repeat(64) };
const divisions = new Set(['000000', '310000', '640302']);
const isDivision = (code: string): boolean => divisions.has(code);
const read = (value: unknown) => reportOfJson(value, file, isDivision);
/** As if it had been written to a file and parsed again. */
const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const least = {
  agency: '测试县统计局',
  division: '640302',
  year: 2022,
  edition: 'FORM_2021',
  scope: 'OWN',
  figures: {},
};
const withFigures = (figures: object) => ({ ...least, figures });
const withCells = (cells: object) => ({
  ...withFigures({ reviews: { upheld: 2, pending: null } }),
  cells,
});

function refusal(value: unknown): [string, string] {
  try {
    read(value);
  } catch (error) {
    if (error instanceof BadInput) return [error.reason, error.message];
    throw error;
  }
  return ['taken', ''];
}

test('takes what is left out from the file, the agency and the year', () => {
  const report = read(least);
  expect(report).toMatchObject({
    title: '测试县统计局2022年政府信息公开工作年度报告',
    publishedOn: null,
    cells: {},
    chapters: [],
    reading: [],
    source: { ...file, url: null },
    synthetic: false,
  });
  expect(report.figures.lawsuits.direct).toEqual({
    upheld: null,
    corrected: null,
    otherOutcome: null,
    pending: null,
    total: null,
  });
  expect(read({ ...least, source: { url: 'https://example.org/a' } }).source).toEqual({
    ...file,
    url: 'https://example.org/a',
  });
});

test('tells a null that is written from a key that is left out, and both from zero', () => {
  const { figures, cells } = read(withFigures({ reviews: { upheld: 0, corrected: null } }));
  expect(figures.reviews).toMatchObject({ upheld: 0, corrected: null, pending: null });
  expect(cells).toEqual({ 'reviews.corrected': { status: 'BLANK', raw: null, place: null } });
});

test.each([
  ['25.1', 25_100_000],
  ['25.100000', 25_100_000],
  ['0', 0],
  ['316441', 316_441_000_000],
])('keeps %s 万元 as fen', (amount, fen) => {
  expect(cellAt('disclosure.fees.amount').in(read(withFigures({ disclosure: { fees: { amount } } })).figures)).toBe(
    fen,
  );
});

test('keeps -0 as 0 and a negative change as it is', () => {
  const { figures } = read(withFigures({ disclosure: { coercion: { itemsLastYear: -0, change: -26 } } }));
  expect(figures.disclosure.coercion).toEqual({ itemsLastYear: 0, change: -26, decisions: null });
});

describe('refuses', () => {
  const received = (columns: object) => withFigures({ applications: { received: columns } });
  const fees = (amount: unknown) => withFigures({ disclosure: { fees: { amount } } });
  test.each<[string, unknown, string]>([
    ['no object', [least], 'found a list, expected an object'],
    ['a missing key', { ...least, edition: undefined }, 'edition: missing; expected FORM_2019 or FORM_2021'],
    ['missing figures', { ...least, figures: undefined }, 'figures: missing; expected an object'],
    ['an unknown key', { ...least, agancy: 'x' }, 'agancy: unknown key; did you mean agency?'],
    ['a key of an export', { ...least, receivedAt: 'x' }, 'receivedAt: unknown key; known here: agency,'],
    ['an unknown scope', { ...least, scope: 'own' }, 'scope: found "own", expected OWN or CONSOLIDATED'],
    ['a year as text', { ...least, year: '2022' }, 'year: found "2022", expected a whole number'],
    [
      'a name with space around',
      { ...least, agency: ' 统计局' },
      'agency: found " 统计局", expected a name without white space',
    ],
    [
      'a code as number',
      { ...least, division: 640302 },
      'division: found the number 640302, expected a code as text: write "640302"',
    ],
    ['half a surrogate pair', { ...least, title: '\ud800' }, 'title: holds a NUL or half a surrogate pair'],
    [
      'a day that is none',
      { ...least, publishedOn: '2021-02-30' },
      'publishedOn: found "2021-02-30", expected a date such as',
    ],
    [
      'a script as address',
      { ...least, source: { url: 'javascript:alert(1)' } },
      'source.url: found "javascript:alert(1)", expected an http or https address',
    ],
    ['a short hash', { ...least, source: { sha256: 'abc' } }, 'source.sha256: found "abc", expected 64'],
    [
      'an unknown group',
      withFigures({ aplications: {} }),
      'figures.aplications: unknown key; did you mean applications?',
    ],
    [
      'an unknown row',
      withFigures({ applications: { recieved: {} } }),
      'figures.applications.recieved: unknown key; did you mean received?',
    ],
    [
      'an unknown column',
      received({ naturalPersons: 1 }),
      'figures.applications.received.naturalPersons: unknown key; did you mean naturalPerson?',
    ],
    ['a key like none', received({ x: 1 }), 'figures.applications.received.x: unknown key; known here: naturalPerson,'],
    [
      'a key of every object',
      withFigures(JSON.parse('{"__proto__": {}}') as object),
      'figures.__proto__: unknown key;',
    ],
    [
      'a subtotal',
      withFigures({ lawsuits: { subtotal: {} } }),
      'figures.lawsuits.subtotal: is computed from its rows, not read: leave it out',
    ],
    ['a number for a row', withFigures({ reviews: 3 }), 'figures.reviews: found 3, expected an object'],
    ['a null for a row', withFigures({ reviews: null }), 'figures.reviews: found null, expected an object'],
    [
      'a count as text',
      received({ total: '4' }),
      'figures.applications.received.total: found "4", expected a whole number, or null',
    ],
    ['a fraction', received({ total: 1.5 }), 'figures.applications.received.total: found 1.5, expected a whole number'],
    [
      'a negative count',
      received({ total: -1 }),
      'figures.applications.received.total: found -1, and only a change may be negative',
    ],
    [
      'a count too large',
      received({ total: 2 ** 53 }),
      'figures.applications.received.total: found 9007199254740992, which is too large',
    ],
    [
      'money as number',
      fees(25.1),
      'figures.disclosure.fees.amount: found the number 25.1; money is a decimal string in 万元 with at most six decimals, such as "25.1": write "25.1"',
    ],
    [
      'seven decimals',
      fees('0.1234567'),
      'figures.disclosure.fees.amount: found "0.1234567"; money is a decimal string',
    ],
    ['negative money', fees('-1'), 'figures.disclosure.fees.amount: found "-1"; money is a decimal string'],
    [
      'money too large',
      fees('9007199254.740992'),
      'figures.disclosure.fees.amount: found "9007199254.740992", which is too large',
    ],
    [
      'a cell of no form',
      withCells({ 'reviews.uphold': {} }),
      'cells: the form has no cell "reviews.uphold"; did you mean reviews.upheld?',
    ],
    [
      'a cell that is computed',
      withCells({ 'lawsuits.subtotal.upheld': {} }),
      'cells: lawsuits.subtotal.upheld is computed',
    ],
    [
      'an unknown status',
      withCells({ 'reviews.upheld': { status: 'EMPTY' } }),
      'cells.reviews.upheld.status: found "EMPTY", expected one of NUMBER,',
    ],
    [
      'a blank that has a number',
      withCells({ 'reviews.upheld': { status: 'BLANK' } }),
      'cells.reviews.upheld.status: found BLANK, but figures state a number',
    ],
    [
      'a place before the first',
      withCells({ 'reviews.upheld': { status: 'TEXT', place: { table: 0, row: 1, column: 1 } } }),
      'cells.reviews.upheld.place.table: found 0, expected 1 or more',
    ],
    [
      'a seventh chapter',
      { ...least, chapters: [{ number: 7, title: '', text: '' }] },
      'chapters[0].number: found 7, expected 6 or less',
    ],
    [
      'a rule that follows',
      { ...least, reading: [{ rule: 'blank-total', severity: 'WARNING', message: '', cells: [] }] },
      'reading[0].rule: found "blank-total", expected what reading alone can see: missing-table,',
    ],
    [
      'a severity of no such rule',
      { ...least, reading: [{ rule: 'missing-row', severity: 'ERROR', message: '', cells: [] }] },
      'reading[0].severity: found "ERROR", expected NOTE',
    ],
  ])('%s', (_, value, message) => {
    const [reason, said] = refusal(value);
    expect(said).toContain(message);
    expect(reason).toBe('INVALID_JSON');
  });

  test.each([2007, 2101, 20222, -1])('the year %s as UNKNOWN_YEAR', (year) => {
    expect(refusal({ ...least, year })).toEqual(['UNKNOWN_YEAR', `year: found ${year}, expected 2008 to 2100`]);
  });
  test('a division that is none as UNKNOWN_AGENCY', () => {
    expect(refusal({ ...least, division: '999999' })).toEqual([
      'UNKNOWN_AGENCY',
      'division: no division has the code "999999"; expected one of GB/T 2260 such as "640302"',
    ]);
  });
});

test('words in a cell are a finding unless the reading is stated', () => {
  const cells = {
    'reviews.upheld': { status: 'TEXT', raw: '2（其中1件）' },
    'reviews.pending': { status: 'TEXT', raw: '无' },
  };
  expect(read(withCells(cells)).reading).toMatchObject([
    { rule: 'cell-not-a-plain-number', severity: 'NOTE', cells: ['reviews.upheld'], actual: 2 },
    { rule: 'cell-not-a-plain-number', severity: 'ERROR', cells: ['reviews.pending'], actual: null },
  ]);
  expect(read({ ...withCells(cells), reading: [] }).reading).toEqual([]);
});

test('any report, written and read again, is the same', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(read(parsed(jsonOfReport(report)))).toEqual(report);
    }),
  );
});

test('writes money with six decimals, and neither what is absent nor what is usual', () => {
  const stated = withFigures({ disclosure: { fees: { amount: '25.1' } }, reviews: { upheld: null } });
  expect(jsonOfReport(read(stated))).toEqual({
    ...stated,
    title: '测试县统计局2022年政府信息公开工作年度报告',
    source: file,
    figures: { disclosure: { fees: { amount: '25.100000' } }, reviews: { upheld: null } },
  });
});

describe('a line of an export', () => {
  const lineOf = (value: unknown): ReportLine => reportLineOfJson(value, file, isDivision);

  test('keeps revision, receipt and withdrawal to the millisecond', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const line = fc
      .tuple(fc.constant(read(least)), fc.integer({ min: 1 }), moment, moment)
      .map(([report, revision, one, other]): ReportLine => {
        const [receivedAt, withdrawnAt] = one <= other ? [one, other] : [other, one];
        return { report, revision, receivedAt, withdrawnAt };
      });
    fc.assert(fc.property(line, (one) => expect(lineOf(parsed(jsonOfReportLine(one)))).toEqual(one)));
    expect(lineOf(least)).toEqual({ report: read(least) });
    const atOnce = { receivedAt: '2021-01-22T08:00:00+08:00', withdrawnAt: '2021-01-22T00:00:00Z' };
    const sameMoment = new Date('2021-01-22T00:00:00.000Z');
    expect(lineOf({ ...least, ...atOnce })).toMatchObject({ receivedAt: sameMoment, withdrawnAt: sameMoment });
  });

  test.each([
    [{ receivedAt: '2021-01-22' }, 'receivedAt: found "2021-01-22", expected a moment such as'],
    [{ receivedAt: '2021-02-30T00:00:00Z' }, 'receivedAt: found "2021-02-30", expected a date'],
    [{ withdrawnAt: '2021-01-22T00:00:00Z' }, 'withdrawnAt: stands without receivedAt'],
    [
      { receivedAt: '2021-01-22T00:00:00.001Z', withdrawnAt: '2021-01-22T00:00:00Z' },
      'withdrawnAt: lies before receivedAt',
    ],
    [{ revision: 0 }, 'revision: found 0, expected 1 or more'],
  ])('refuses %p', (extra, message) => expect(() => lineOf({ ...least, ...extra })).toThrow(message));
});
