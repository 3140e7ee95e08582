/** Documents made up of the form's labels and small numbers, with real places and no other fact. */
import { describe, expect, test } from '@jest/globals';
import { BadInput } from '../../src/report/bad-input.js';
import { type Block, noSurroundings } from '../../src/reading/document.js';
import { gridOf } from '../../src/reading/grid.js';
import { identify } from '../../src/reading/identify.js';
import { splitReports } from '../../src/reading/split.js';
import { rows } from '../../src/template/figures.js';
import { wordings } from '../../src/template/form.js';

const lines = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
/** @param labels how often each label stands in its row: as often as a merged cell is wide where it is written out */
const tables = (value: string, labels = 1): Block[] => [
  ...lines('一、总体情况', '二、主动公开政府信息情况'),
  gridOf(
    rows.map(({ row, cells }) => [...Array<string>(labels).fill(wordings(row)[0] ?? ''), ...cells.map(() => value)]),
  ),
  ...lines('六、其他需要报告的事项', '无。'),
];
const document = (...blocks: Block[][]) => ({
  blocks: blocks.flat(),
  surroundings: { ...noSurroundings(), issuers: ['金湖县人民政府'] },
});
const identified = (...blocks: Block[][]) =>
  splitReports(document(...blocks)).map((source) => {
    const { agency, year } = identify(source, { name: 'source.txt', folders: [] });
    return `${agency} ${year}`;
  });

const audit = '金湖县审计局2022年政府信息公开工作年度报告';
const water = '金湖县水务局2022年政府信息公开工作年度报告';

describe('reports with a title each', () => {
  test('are read one by one', () => {
    expect(
      identified(lines(audit), tables('1'), lines('金湖县水务局', '2022年政府信息公开工作年度报告'), tables('2')),
    ).toEqual(['金湖县审计局 2022', '金湖县水务局 2022']);
  });
  test('a year each, behind a list of both', () => {
    const next = audit.replace('2022', '2023');
    expect(identified(lines('目录', audit, next), lines(audit), tables('1'), lines(next), tables('2'))).toEqual([
      '金湖县审计局 2022',
      '金湖县审计局 2023',
    ]);
  });
});

describe('one report stays one', () => {
  test.each<[string, Block[][]]>([
    ['by itself', [lines(audit), tables('1')]],
    ['its title twice', [lines(audit, audit), tables('1')]],
    ['links to others below', [lines(audit), tables('1'), lines('相关链接', water, audit.replace('2022', '2021'))]],
    ['its tables twice, with the same numbers', [lines(audit), tables('1'), tables('1')]],
    ['merged labels written out', [lines(audit), tables('1', 3)]],
  ])('%s', (_, blocks) => {
    const source = document(...blocks);
    expect(splitReports(source)).toEqual([source]);
  });
});

test('tables of several reports under one title are refused', () => {
  const several = document(lines(audit), tables('1'), tables('2'));
  expect(() => splitReports(several)).toThrow(BadInput);
  expect(() => splitReports(several)).toThrow(/tables of 2 reports/);
});
