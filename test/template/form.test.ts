import { describe, expect, test } from '@jest/globals';
import { fenOf, wanYuanOf } from '../../src/template/amount.js';
import { cellAt, cells, leaves, noFigures, rows } from '../../src/template/figures.js';
import { measureNamed, measures } from '../../src/template/measures.js';
import { rateOf, rates } from '../../src/template/rates.js';

describe('the form', () => {
  test('has as many cells, rows and leaves as the notices print', () => {
    const inEdition = (edition: 'FORM_2019' | 'FORM_2021') =>
      cells.filter((cell) => cell.editions.includes(edition)).length;
    expect([cells.length, inEdition('FORM_2019'), inEdition('FORM_2021')]).toEqual([226, 198, 200]);
    expect(rows.filter((place) => place.chapter === 3)).toHaveLength(26);
    expect([leaves.length, rates.length, measures.length]).toEqual([252, 13, 265]);
  });

  test('gives every cell a database column of its own that no engine cuts', () => {
    const names = cells.map((cell) => cell.databaseColumn);
    expect(new Set(names).size).toBe(226);
    expect(names.filter((name) => Buffer.byteLength(name) > 63 || !/^[a-z][a-z_]*$/.test(name))).toEqual([]);
  });

  test('adds subtotals as the contract says', () => {
    const figures = noFigures();
    const subtotal = measureNamed('APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL');
    const value = () => (subtotal.kind === 'leaf' ? subtotal.leaf.in(figures) : undefined);
    expect(value()).toBeNull();
    cellAt('applications.results.otherHandling.other.total').put(figures, 2);
    cellAt('applications.results.otherHandling.feeNotPaid.total').put(figures, 3);
    expect(value()).toBe(5);
    cellAt('applications.results.otherHandling.undivided.total').put(figures, 0);
    expect(value()).toBe(0);
  });

  test('states a rate only where every term is stated', () => {
    const figures = noFigures();
    const refusal = rates.find((rate) => rate.key === 'refusal');
    if (!refusal) throw new Error('no rate of refusal');
    figures.applications.results.total.total = 4;
    expect(rateOf(refusal, figures)).toEqual({ value: null, numerator: null, denominator: null });
    figures.applications.results.notDisclosed.stateSecret.total = 1;
    expect(rateOf(refusal, figures)).toEqual({ value: 0.25, numerator: 1, denominator: 4 });
    figures.applications.results.total.total = 0;
    expect(rateOf(refusal, figures)).toEqual({ value: null, numerator: 1, denominator: 0 });
  });

  test('keeps the measures that the contract shows, in its order', async () => {
    const { default: contract } = await import('../contract.js');
    const shown = contract.enumValues('Measure');
    const order = measures.map((measure) => measure.name).filter((name) => shown.includes(name));
    expect(order).toEqual(shown);
  });
});

test.each([
  ['25.1', 25_100_000],
  ['0', 0],
  ['-0', 0],
  ['+3.000001', 3_000_001],
  ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ['9007199254.740992', null],
  ['1.0000001', null],
  ['1e3', null],
  ['', null],
])('%s 万元 are %s fen', (text, fen) => expect(fenOf(text)).toBe(fen));

test('an amount is printed with six decimals', () => {
  expect([25_100_000, 0, -1].map(wanYuanOf)).toEqual(['25.100000', '0.000000', '-0.000001']);
});
