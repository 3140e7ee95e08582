/** The checks of a report against those of its agency for earlier years, by made-up examples. */
import { expect, test } from '@jest/globals';
import { crossFindingsOf } from '../../src/report/cross-check.js';
import { crossChecks } from '../../src/report/cross-checks/all.js';
import { sharedText } from '../../src/report/shared-text.js';
import { rules } from '../../src/report/rules.js';
import { madeUpReport, type Stated } from './made-up-report.js';

/** The findings of the last of the years. */
function found(years: Record<number, Stated>, texts: Record<number, string> = {}) {
  const reports = Object.entries(years)
    .map(([year, stated]) => {
      const text = texts[Number(year)];
      const chapters = text === undefined ? [] : [{ number: 1, title: '总体情况', text }];
      return madeUpReport(stated, { year: Number(year), chapters });
    })
    .reverse();
  const [report, ...earlier] = reports;
  if (report === undefined) throw new Error('no year');
  return crossFindingsOf(crossChecks, report, earlier).map(({ rule, cells, expected, actual, message }) => {
    return { rule, cells, expected, actual, message };
  });
}
const received = (total: number | null): Stated => ({ 'applications.received': { total } });
const fees = (fen: number): Stated => ({ 'disclosure.fees': { amount: fen } });

test('year-chain: each column by itself, and only where both are stated', () => {
  const left: Stated = { 'applications.carriedOverToNextYear': { naturalPerson: 3, business: 1, total: 4 } };
  const came: Stated = { 'applications.carriedOverFromLastYear': { naturalPerson: 2, business: null, total: 4 } };
  expect(found({ 2021: left, 2022: came })).toEqual([
    {
      rule: 'year-chain',
      cells: ['applications.carriedOverFromLastYear.naturalPerson'],
      expected: 3,
      actual: 2,
      message: expect.stringContaining('the report says 2, the one for 2021 carried over 3') as unknown,
    },
  ]);
  expect(found({ 2020: left, 2022: came })).toEqual([]);
});

test('copied-from-last-year: blanks are compared too, and a report of zeros is none', () => {
  expect(found({ 2021: received(5), 2022: received(5) }).map(({ rule }) => rule)).toEqual(['copied-from-last-year']);
  expect(found({ 2021: { ...received(5), reviews: { total: 0 } }, 2022: received(5) })).toEqual([]);
  expect(found({ 2021: received(0), 2022: received(0) })).toEqual([]);
});

test.each([
  ['more than ten times the largest', [30, 40, 401], 40],
  ['not of ten times the largest', [30, 40, 400], null],
  ['less than a tenth of the smallest', [4000, 3000, 299], 3000],
  ['not of so few', [1, 1, 90], null],
  ['not where last year is blank', [30, 40, null, 4001], null],
  ['not of one year before', [30, 4001], null],
  ['nor of years long ago', [30, null, null, null, null, null, 40, 4001], null],
])('outlier: %s', (_, totals, expected) => {
  const years = Object.fromEntries(totals.map((total, at) => [2015 + at, received(total)]));
  const outliers = found(years).map(({ rule, expected: nearest }) => [rule, nearest]);
  expect(outliers).toEqual(expected === null ? [] : [['outlier', expected]]);
});

test('outlier: amounts are held against each other in 万元', () => {
  const [small, large] = [fees(12_500_000), fees(250_000_000_000)];
  expect(found({ 2021: small, 2022: small, 2023: large })).toMatchObject([
    { rule: 'outlier', cells: ['disclosure.fees.amount'], expected: 12.5, actual: 250_000 },
  ]);
});

test('copied-chapter: another year in the same sentences makes no new chapter', () => {
  const text = (year: number): string => `${year} 年，${'编造的文字每句各不相同一二三四五六七八九十'.repeat(6)}`;
  const copied = found({ 2021: received(1), 2022: received(2) }, { 2021: text(2021), 2022: text(2022) });
  expect(copied.map(({ rule, message }) => [rule, message])).toEqual([
    ['copied-chapter', expect.stringContaining('Chapter 1 「总体情况」') as unknown],
  ]);
  expect(found({ 2021: received(1), 2022: received(2) }, { 2021: '无。', 2022: '无。' })).toEqual([]);
});

test('text is shared in runs of ten characters, white space aside', () => {
  expect(sharedText('abcdefghij X klm', 'zz abc def\nghij')).toEqual({ shared: 10, characters: 14 });
  expect(sharedText('abcdefghi', '123abcdefghi')).toEqual({ shared: 9, characters: 9 });
  expect(sharedText('', 'a')).toEqual({ shared: 0, characters: 0 });
});

test('no check of several reports finds an ERROR, and each has its rule', () => {
  for (const { id, severity } of crossChecks)
    expect(rules.find((rule) => rule.id === id)).toMatchObject({ seenBy: 'reports', severities: [severity] });
});
