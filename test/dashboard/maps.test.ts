/** The outlines of the maps, and the classes that they are coloured by. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classesOf } from '../../src/dashboard/charts/classes.js';

interface Division {
  code: string;
  name: string;
  parent: string | null;
  existsTo: number | null;
}
interface Outlines {
  features: { properties: { name: string; code: string; successor?: string } }[];
}

const divisions = readFileSync(new URL('../../seeds/divisions.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Division);
const geometry = new URL('../../src/dashboard/maps/geometry/', import.meta.url);
const outlinesOf = (code: string): Outlines =>
  JSON.parse(readFileSync(new URL(`${code}.json`, geometry), 'utf8')) as Outlines;

/** No land of its own in the maps: cities of 新疆生产建设兵团 founded after them, and a development zone. */
const withoutOutline = ['659010', '659011', '659012', '500157'];

test('every province and every prefecture that stands has its land on a map', () => {
  const provinces = divisions.filter(({ parent }) => parent === '000000');
  for (const { code } of [{ code: '000000' }, ...provinces]) {
    const drawn = outlinesOf(code).features.flatMap(({ properties }) => [properties.code, properties.successor]);
    const missing = divisions.filter(
      (division) => division.parent === code && division.existsTo === null && !drawn.includes(division.code),
    );
    expect(missing.filter((one) => !withoutOutline.includes(one.code))).toEqual([]);
  }
});

test('what has no code on the map of the country is what has no divisions here', () => {
  const without = outlinesOf('000000').features.filter(({ properties }) => properties.code === '');
  expect(without.map(({ properties }) => properties.name)).toEqual(['台湾', '香港', '澳门']);
});

test('the outlines stay small, and their licence stands beside them', () => {
  const files = readdirSync(geometry);
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'NOTICE']));
  const bytes = files.map((file) => readFileSync(new URL(file, geometry)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});

test('every value stands in one class, no class is empty, and zero is its own among several', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(5), fc.nat(1_000_000)), { maxLength: 40 }), (values) => {
      const classes = classesOf(values);
      expect(classes.length).toBeLessThanOrEqual(5);
      for (const value of values)
        expect(classes.filter(({ from, to }) => from <= value && value <= to)).toHaveLength(1);
      for (const { from, to } of classes) expect(values.some((value) => from <= value && value <= to)).toBe(true);
      if (values.includes(0) && new Set(values).size > 1) expect(classes[0]).toEqual({ from: 0, to: 0 });
    }),
  );
  // One giant among many: the many are still told apart.
  expect(classesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100_000])).toEqual([
    { from: 1, to: 2 },
    { from: 3, to: 4 },
    { from: 5, to: 6 },
    { from: 7, to: 8 },
    { from: 9, to: 100_000 },
  ]);
});
