/** What the text of a cell states. */
import { describe, expect, test } from '@jest/globals';
import { readCell, type Expectation } from '../../../src/reading/interpret/number.js';

const count: Expectation = { unit: 'COUNT', signed: false, stated: null, ownUnit: false };
const change: Expectation = { ...count, signed: true };
const fees: Expectation = { unit: 'WAN_YUAN', signed: false, stated: '万元', ownUnit: false };
const procurement: Expectation = { ...fees, stated: null };
const inYuan: Expectation = { ...fees, stated: '元', ownUnit: true };

function said(text: string, expected: Expectation): [string, number | null, string | null] {
  const { status, number, finding } = readCell(text, expected);
  return [status, number, finding === null ? null : `${finding.rule} ${finding.severity}`];
}
const note = 'cell-not-a-plain-number NOTE';
const error = 'cell-not-a-plain-number ERROR';

describe('nothing', () => {
  test.each(['', ' ', '\u00a0', '\u3000\n', '\u200b'])('%j is blank', (text) => {
    expect(said(text, count)).toEqual(['BLANK', null, null]);
  });
  test.each(['/', '／', '-', '－', '—', '–', '——', ' / '])('%j is not applicable', (text) => {
    expect(said(text, count)).toEqual(['NOT_APPLICABLE', null, null]);
  });
});

describe('a plain number', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['12', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['1，234，567', 1234567],
    [' 0 ', 0],
    ['\u00a0 7\u200b', 7],
    ['11398889', 11398889],
    ['9007199254740991', 9007199254740991],
    ['+3', 3],
  ])('%j is %d', (text, number) => expect(said(text, count)).toEqual(['NUMBER', number, null]));

  test.each<[string, number]>([
    ['+1', 1],
    ['-11', -11],
    ['－8', -8],
    ['− 8', -8],
    ['+1036', 1036],
    ['-0', 0],
  ])('a change of %j is %d', (text, number) => expect(said(text, change)).toEqual(['NUMBER', number, null]));
});

describe('a number with words', () => {
  test.each<[string, number]>([
    ['十二', 12],
    ['一百零三', 103],
    ['两', 2],
    ['十二件', 12],
    ['二十', 20],
    ['三万零五', 30005],
    ['零', 0],
    ['12件', 12],
    ['2笔', 2],
    ['3个', 3],
    ['22（其中修订16件）', 22],
    ['22\n（其中修订 16 件）', 22],
    ['55件（含自然失效29件）', 55],
    ['0/0', 0],
  ])('%j is %d', (text, number) => expect(said(text, count)).toEqual(['TEXT', number, note]));

  test.each<[string, number]>([
    ['增98', 98],
    ['增加5', 5],
    ['减3', -3],
    ['减少3项', -3],
    ['增0', 0],
    ['0/0', 0],
  ])('a change of %j is %d', (text, number) => expect(said(text, change)).toEqual(['TEXT', number, note]));
});

describe('no number', () => {
  test.each([
    '无',
    '不涉及',
    '3/4',
    '1/0',
    '12.5',
    '12.0',
    '-3',
    '增98',
    '9007199254740993',
    '1,23',
    '12 34',
    '007',
    '0000000',
    '约12',
    '22（3）',
    '2023年',
    '50%',
    '一百三',
    '一二',
    '3万',
    '12①3',
    '\ufffd',
    '1\n2',
  ])('%j is an error', (text) => expect(said(text, count)).toEqual(['TEXT', null, error]));

  test.each(['增', '增-3', '增1减2', '3/4'])('a change of %j is an error', (text) => {
    expect(said(text, change)).toEqual(['TEXT', null, error]);
  });
});

describe('money, in fen', () => {
  test.each<[string, Expectation, string, number | null, string | null]>([
    ['75.9260', fees, 'NUMBER', 75926000, null],
    ['316441', fees, 'NUMBER', 316441000000, null],
    ['0', fees, 'NUMBER', 0, null],
    ['0.000001', fees, 'NUMBER', 1, null],
    ['4,166.214619', fees, 'NUMBER', 4166214619, null],
    ['43.788万元', fees, 'TEXT', 43788000, note],
    ['3405820元', fees, 'TEXT', 340582000, note],
    ['1.2亿元', fees, 'TEXT', 12000000000, note],
    ['0.0000001', fees, 'TEXT', null, error],
    ['-5', fees, 'TEXT', null, error],
    ['无', fees, 'TEXT', null, error],
    ['251000元', procurement, 'TEXT', 25100000, note],
    ['113.96万元', procurement, 'TEXT', 113960000, note],
    ['712.187895万元', procurement, 'TEXT', 712187895, note],
    ['0元', procurement, 'TEXT', 0, note],
    ['0', procurement, 'NUMBER', 0, null],
    ['0.00', procurement, 'NUMBER', 0, null],
    ['9800', procurement, 'NUMBER', null, 'amount-without-unit WARNING'],
    ['', procurement, 'BLANK', null, null],
    ['/', procurement, 'NOT_APPLICABLE', null, null],
    ['9800', inYuan, 'NUMBER', 980000, note],
    ['6586650.10', inYuan, 'NUMBER', 658665010, note],
    ['0', inYuan, 'NUMBER', 0, null],
    ['12.345元', procurement, 'TEXT', null, error],
  ])('%j', (text, expected, status, fen, finding) => expect(said(text, expected)).toEqual([status, fen, finding]));
});
