/** What the text of one cell says: a number, nothing, or words. The table 「Bad input」 of the design, line by line. */
import type { Severity } from '../../report/finding.js';
import type { CellStatus } from '../../report/report.js';
import { chineseNumber } from './chinese-number.js';

/** A unit of money, with the power of ten that makes fen of it. */
export const moneyUnits = {
  亿元: 10,
  千万元: 9,
  百万元: 8,
  十万元: 7,
  万元: 6,
  千元: 5,
  元: 2,
  亿: 10,
  万: 6,
} as const;
export type MoneyUnit = keyof typeof moneyUnits;

/** What a cell of the form may hold. */
export interface Expectation {
  unit: 'COUNT' | 'WAN_YUAN';
  /** Only a change may be negative. */
  signed: boolean;
  /** The unit that the form, the header or the row's label states for money; null where none does. */
  stated: MoneyUnit | null;
  /** Whether the stated unit is the report's own rather than the form's. */
  ownUnit: boolean;
}

export interface Reading {
  status: CellStatus;
  number: number | null;
  finding: { rule: 'cell-not-a-plain-number' | 'amount-without-unit'; severity: Severity; reason: string } | null;
}

const fullWidth = /[\uff01-\uff5e]/g;
const invisible = /[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/** Half-width, without what cannot be seen; inner white space as one blank, none around a sign. */
export function tidy(text: string): string {
  return text
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[−﹣‐‑‒]/g, '-')
    .replace(/﹢/g, '+')
    .replace(/^([+-]) (?=\d)/, '$1');
}

const notApplicable = /^(?:[-/\\—–―─━~～_.·|]+|n\/a|\/ ?\/|- ?-)$/i;
/** A sign, digits (perhaps in groups of three), perhaps decimals. */
const plain = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d+))?$/;
const explanation = /^(.*?\S) ?\(([^()]*\p{Script=Han}[^()]*)\)?$/u;
const counters = /(?:件次|人次|项次|件|项|个|笔|条|次|宗|份|起|例|人|部|篇|类|种)$/;
const moneyUnit = new RegExp(` ?(?:人民币)?(${Object.keys(moneyUnits).join('|')})(?:人民币)?$`);
const worded = /^(新增加?|增加了?|增长|增|减少了?|减|下降) ?(.+)$/;
const zeroPair = /^[+-]?0 ?[/／、,] ?[+-]?0$/;

const blank: Reading = { status: 'BLANK', number: null, finding: null };
const absentMark: Reading = { status: 'NOT_APPLICABLE', number: null, finding: null };

/** Plain numbers and blanks are met again and again. */
const zero: Reading = { status: 'NUMBER', number: 0, finding: null };

export function readCell(text: string, expected: Expectation): Reading {
  if (text === '') return blank;
  if (text === '0') return zero;
  const tidied = tidy(text);
  if (tidied === '') return blank;
  if (notApplicable.test(tidied)) return absentMark;
  return expected.unit === 'COUNT' ? readCount(tidied, expected) : readMoney(tidied, expected);
}

function none(reason: string): Reading {
  return { status: 'TEXT', number: null, finding: { rule: 'cell-not-a-plain-number', severity: 'ERROR', reason } };
}
function converted(number: number, reason: string): Reading {
  return {
    status: 'TEXT',
    number: number === 0 ? 0 : number,
    finding: { rule: 'cell-not-a-plain-number', severity: 'NOTE', reason },
  };
}

function readCount(text: string, { signed }: Expectation): Reading {
  const simple = plain.exec(text);
  if (simple !== null) {
    const counted = countOf(simple, signed);
    return typeof counted === 'string' ? none(counted) : { status: 'NUMBER', number: counted, finding: null };
  }
  if (zeroPair.test(text)) return converted(0, 'both numbers of a pair are 0');
  let rest = text;
  const explained = explanation.exec(rest);
  if (explained !== null) rest = explained[1] ?? rest;
  const bare = rest.replace(counters, '').trim();
  let sign = 1;
  let digits = bare.replace(/^共计?(?=.)/, '');
  if (signed) {
    const words = worded.exec(digits);
    if (words !== null) {
      sign = /^(?:减|下降)/.test(words[1] ?? '') ? -1 : 1;
      digits = (words[2] ?? '').replace(/^了/, '').trim();
      // A sign in words and one in figures: which of them holds is a guess.
      if (/^[+-]/.test(digits)) return none('two signs');
    }
  }
  const match = plain.exec(digits);
  const counted = match === null ? (chineseNumber(digits) ?? 'no number is stated') : countOf(match, signed);
  if (typeof counted === 'string') return none(counted);
  return converted(sign * counted, 'the number with words or a unit');
}

/** The count that a match of `plain` states, or why it states none. */
function countOf([, sign, whole = '', decimals]: RegExpExecArray, signed: boolean): number | string {
  if (decimals !== undefined) return 'a count has no decimals';
  if (/^0\d/.test(whole)) return 'several digits that begin with 0 are no single number';
  const number = Number(whole.replace(/[, ]/g, ''));
  if (!Number.isSafeInteger(number)) return 'the number is too large to be exact';
  if (sign === '-' && number !== 0) return signed ? -number : 'a count is not negative';
  return number;
}

function readMoney(text: string, { stated, ownUnit }: Expectation): Reading {
  let rest = text;
  let words = false;
  const explained = explanation.exec(rest);
  // （万元） behind the number is its unit, anything else an explanation.
  const bracketUnit =
    explained === null
      ? null
      : new RegExp(`^(?:单位[:为]?)?(${Object.keys(moneyUnits).join('|')})$`).exec(explained[2] ?? '');
  if (explained !== null) {
    rest = explained[1] ?? rest;
    words = true;
  }
  const suffix = moneyUnit.exec(rest);
  let unit: MoneyUnit | null = stated;
  if (suffix !== null) {
    unit = suffix[1] as MoneyUnit;
    rest = rest.slice(0, suffix.index).trim();
    words = true;
  } else if (bracketUnit !== null) unit = bracketUnit[1] as MoneyUnit;
  rest = rest.replace(/^(?:共计?|人民币|[¥￥])/, '').trim();
  const match = plain.exec(rest);
  let fen: number | string;
  if (match === null) {
    const spoken = chineseNumber(rest);
    if (spoken === null) return none('no number is stated');
    words = true;
    fen = fenOf(String(spoken), '', unit ?? '万元');
    if (unit === null && spoken !== 0) return withoutUnit();
  } else {
    const [, sign, whole = '', decimals = ''] = match;
    if (/^0\d/.test(whole)) return none('several digits that begin with 0 are no single number');
    const isZero = /^[0, ]*$/.test(whole) && /^0*$/.test(decimals);
    if (sign === '-' && !isZero) return none('an amount is not negative');
    if (unit === null && !isZero) return withoutUnit();
    fen = isZero ? 0 : fenOf(whole.replace(/[, ]/g, ''), decimals, unit ?? '万元');
  }
  if (typeof fen === 'string') return none(fen);
  if (words) return converted(fen, 'the amount with its unit');
  if (ownUnit && fen !== 0) {
    return { ...converted(fen, `the amount in the unit that its heading states, ${unit ?? ''}`), status: 'NUMBER' };
  }
  return { status: 'NUMBER', number: fen, finding: null };
}

function withoutUnit(): Reading {
  const reason = 'no unit stands with the amount, its heading or its row, and 元 and 万元 differ by 10,000';
  return { status: 'NUMBER', number: null, finding: { rule: 'amount-without-unit', severity: 'WARNING', reason } };
}

function fenOf(whole: string, decimals: string, unit: MoneyUnit): number | string {
  const power = moneyUnits[unit];
  if (decimals.length > power) return `more decimals than fen can hold`;
  const fen = Number(whole + decimals.padEnd(power, '0'));
  return Number.isSafeInteger(fen) ? fen : 'the amount is too large to be exact';
}

/** The unit of money that a heading or a row's label states, such as （单位：万元）; null where none. */
export function unitIn(label: string): MoneyUnit | null {
  const found = /(亿元|千万元|百万元|十万元|万元|千元|元)/.exec(tidy(label).replace(/ /g, ''));
  return found === null ? null : (found[1] as MoneyUnit);
}
