/** The oracle itself, on examples worked out by hand: one or more for each sentence of STATISTICS. */
import { describe, expect, test } from '@jest/globals';
import { allDivisions } from '../../src/report/divisions.js';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { checkReport } from '../../src/report/check-report.js';
import { cells } from '../../src/template/figures.js';
import { oracleAnswer } from './ask.js';
import { divisions } from './divisions.js';
import type { StatisticsQuestion } from '../../src/store/question.js';
import { examples } from './examples/all.js';
import { litong, own, received } from './examples/made.js';
import { heldAndAsked } from './generate.js';
import { plainWorld } from './plain-world.js';
import { repaired } from './quality.js';
import { stateAt } from './state.js';
import { statisticsOracle } from './statistics.js';

describe.each(Object.entries(examples))('STATISTICS, %s', (_, ofSection) => {
  test.each(ofSection.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const { operations, ask, wish, expected } = example;
    expect(oracleAnswer({ operations }, ask, wish, plainWorld)).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  test('each example has a name of its own', () => {
    const names = ofSection.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('the divisions that the register adds to its source aside, both tell the same ones from it by the rule', () => {
  // What was founded after the source was made, and what was abolished before, stands in the register alone.
  const added = new Set(
    allDivisions()
      .filter(({ code, existsFrom, existsTo }) => existsTo !== null || (existsFrom !== null && !divisions.has(code)))
      .map(({ code }) => code),
  );
  const plain = (all: Iterable<{ code: string; level: string; parent: string | null }>): unknown =>
    [...all]
      .filter(({ code }) => !added.has(code))
      .map(({ code, level, parent }) => ({ code, level, parent }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  expect(plain(divisions.values())).toEqual(plain(allDivisions()));
});

test('whatever is asked: expected = reported + missing, reported = counted + leftOut', () => {
  fc.assert(
    fc.property(heldAndAsked, ({ held, asked }) => {
      for (const { ask, wish } of asked) {
        const answer = oracleAnswer(held, ask, wish, plainWorld);
        if (!('rows' in answer)) continue;
        for (const { coverage, reports } of answer.rows ?? []) {
          if (coverage === undefined) throw new Error('coverage was wished for');
          const leftOut = Object.values(coverage.leftOut).reduce((a, b) => a + b, 0);
          expect(coverage.expected).toBe(coverage.reported + coverage.missing);
          expect(coverage.reported).toBe(coverage.counted + leftOut);
          expect(coverage.counted).toBe(reports);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever is repaired: a total of which every part is there is their sum, but （七）总计 of 总计 need not be its column’s', () => {
  const rules = ['applicants-sum-to-total', 'results-sum-to-total', 'reviews-sum-to-total'];
  let repairedReports = 0;
  fc.assert(
    fc.property(heldAndAsked, ({ held }) => {
      for (const { document } of stateAt(held, null, plainWorld).reports) {
        const report = { ...document, figures: repaired(document.figures) };
        if (!isDeepStrictEqual(report.figures, document.figures)) repairedReports++;
        const blank = cells.filter((cell) => cell.in(report.figures) === null).map(({ path }) => path);
        for (const { rule, cells: concerned } of checkReport(report)) {
          const [total = ''] = concerned;
          if (!rules.some((one) => rule === one) && !rule.startsWith('lawsuits-') && rule !== 'blank-total') continue;
          if (total === 'applications.results.total.total') continue;
          // Of the row, or of the column above: there is one that the total cannot be filled for.
          const [row, column] = [total.replace(/\.\w+$/, '.'), total.replace(/^.*\./, '.')];
          const parts =
            rule === 'results-sum-to-total' || /results\.total/.test(total)
              ? blank.filter((path) => path.startsWith('applications.results.') && path.endsWith(column))
              : blank.filter((path) => path.startsWith(row));
          expect(parts).not.toEqual([]);
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(repairedReports).toBeGreaterThan(100);
});

test('more groups than are answered are refused, counted before having', () => {
  const operations = received(own(litong.education, 2021), own(litong.education, 2022), own(litong.police, 2022));
  const question: StatisticsQuestion = {
    basis: 'SUM_OF_AGENCIES',
    groupBy: ['YEAR', 'AGENCY'],
    having: [{ measure: 'REVIEWS_TOTAL', gt: 0 }],
  };
  const rows = (mostGroups: number): unknown =>
    statisticsOracle({ operations }, question, { measures: [], floor: 30, mostGroups }, plainWorld);
  expect(rows(3)).toEqual([]);
  expect(() => rows(2)).toThrow(expect.objectContaining({ code: 'TOO_MANY_GROUPS' }));
});
