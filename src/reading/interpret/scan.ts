/** Running text cut into labels of the form, numbers and other words, however they stand against one another. */
import { flat, isHan, isIgnored } from './characters.js';
import { labelsAt, type Meaning } from './labels.js';

/** Stands for a cell that is known to be empty. */
export const emptyCell = '\ue000';

export interface Token {
  start: number;
  end: number;
  /** As it stands in the document; '' of an empty cell. */
  text: string;
}

export type Segment =
  | { kind: 'label'; start: number; end: number; text: string; meanings: readonly Meaning[] }
  /** attached: nothing stands between them and what is before; into: nor between them and the prose behind. */
  | { kind: 'values'; start: number; end: number; tokens: Token[]; attached: boolean; into?: true }
  | { kind: 'words'; start: number; end: number; text: string };

const numberAt = /[+-]?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?/y;
const unitAt = /[ \t]?(?:亿元|千万元|百万元|万元|千元|元|件次|人次|件|项|个|笔|条|次|份|宗|起|例|人)/y;
const numberedBracket = /\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)/y;
const numberedWord = /(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})[,.:)]/y;
const explanationAt = /\([^()\n]{0,200}(?:\n[^()\n]{0,200}){0,4}\)/y;
const noneMark = /[-/\\—–―]+/y;
/** A change with its sign in words, or with two signs, between white space: 增52, 减少3, --253. */
const wordedAt = /(?:(?:新增|增加?|减少?)了?[ \t]?|--+)\d+(?=[\s\ue000]|$)/y;
const sentence = /[。;!?,]/;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A column's heading is known by itself from this length on. */
const shortestHead = 5;

/** A label shorter than this within other words is part of them. */
const shortestWithin = 4;

export function scan(raw: string): Segment[] {
  const text = flat(raw);
  const segments: Segment[] = [];
  let at = 0;
  /** Where the number before the next label begins; -1 without one. */
  let numbered = -1;

  const skip = (from: number): number => {
    let to = from;
    while (to < text.length && isIgnored(text.charCodeAt(to))) to += 1;
    return to;
  };
  const addWords = (start: number, end: number): void => {
    const last = segments.at(-1);
    if (last?.kind === 'words') {
      last.end = end;
      last.text = raw.slice(last.start, end);
    } else segments.push({ kind: 'words', start, end, text: raw.slice(start, end) });
  };
  const addToken = (start: number, end: number, value: string): void => {
    const last = segments.at(-1);
    const token: Token = { start, end, text: value };
    if (last?.kind === 'values') {
      last.tokens.push(token);
      last.end = end;
    } else {
      segments.push({
        kind: 'values',
        start,
        end,
        tokens: [token],
        attached: last !== undefined && last.end === start,
      });
    }
  };

  /** Whether a label or a number may end before `from`: what follows begins something new. */
  function endsAt(from: number): boolean {
    const next = skip(from);
    if (next >= text.length || raw.slice(from, next).includes('\n')) return true;
    const code = text.charCodeAt(next);
    if (isDigit(code) || '+-/—(:'.includes(text.charAt(next)) || text.charAt(next) === emptyCell) return true;
    if (matchAt(numberedWord, text, next) !== null) return true;
    return labelsAt(text, next).length > 0 || (next > from && isHan(code));
  }

  function label(from: number): boolean {
    const last = segments.at(-1);
    const within =
      last?.kind === 'words' && last.end === from && numbered === -1 && !sentence.test(text.charAt(from - 1));
    for (const { end, meanings } of labelsAt(text, from)) {
      // A heading of a column may stand before another that is misspelt.
      const heads = end - from >= shortestHead && meanings.every((one) => one.kind === 'column' && one.chapter === 2);
      if (!(heads || endsAt(end)) || (within && end - from < shortestWithin)) continue;
      let to = end;
      const next = skip(end);
      // An explanation belongs to the label before it; （六） belongs to the next.
      if (text.charAt(next) === '(' && matchAt(numberedBracket, text, next) === null) {
        const explained = matchAt(explanationAt, text, next);
        if (explained !== null) to = next + explained.length;
      }
      const start = numbered === -1 ? from : numbered;
      segments.push({ kind: 'label', start, end: to, text: raw.slice(start, to), meanings });
      at = to;
      return true;
    }
    return false;
  }

  function value(from: number): boolean {
    if (text.charAt(from) === emptyCell) {
      addToken(from, from + 1, '');
      at = from + 1;
      return true;
    }
    if (worded(from)) return true;
    const before = text.charAt(from - 1);
    const number = matchAt(numberAt, text, from);
    if (number === null) {
      const mark = matchAt(noneMark, text, from);
      const apart = (place: number): boolean =>
        place < 0 || place >= text.length || isIgnored(text.charCodeAt(place)) || text.charAt(place) === emptyCell;
      if (mark === null || !apart(from - 1) || !apart(from + mark.length)) return false;
      addToken(from, from + mark.length, raw.slice(from, from + mark.length));
      at = from + mark.length;
      return true;
    }
    if (
      /[+-]/.test(number.charAt(0)) &&
      before !== '' &&
      !isIgnored(before.charCodeAt(0)) &&
      !isDigit(before.charCodeAt(0)) &&
      !endsLabel(from)
    )
      return false;
    let end = from + number.length;
    // The last digit before a full stop and a label is the label's number: 0000000 2.其他法律….
    const stop = text.charAt(end);
    if ((stop === '.' || stop === ',' || stop === ')' || stop === ':') && isDigit(text.charCodeAt(end - 1))) {
      const next = skip(end + 1);
      if (next < text.length && (isHan(text.charCodeAt(next)) || text.charAt(next) === '(')) {
        if (end - 1 > from) addToken(from, end - 1, raw.slice(from, end - 1));
        numbered = end - 1;
        at = end + 1;
        return true;
      }
    }
    const unit = matchAt(unitAt, text, end);
    if (unit !== null && endsAt(end + unit.length)) end += unit.length;
    const next = skip(end);
    if (text.charAt(next) === '(' && matchAt(numberedBracket, text, next) === null) {
      const explained = matchAt(explanationAt, text, next);
      if (explained !== null && /\p{Script=Han}/u.test(explained) && endsAt(next + explained.length))
        end = next + explained.length;
    }
    if (!endsAt(end)) {
      const run = beforeProse(from, number);
      if (run > from) {
        addToken(from, run, raw.slice(from, run));
        const last = segments.at(-1);
        if (last?.kind === 'values') last.into = true;
        at = run;
        return true;
      }
      addWords(from, end);
      at = end;
      return true;
    }
    addToken(from, end, raw.slice(from, end));
    at = end;
    return true;
  }
  /** A change in words is a cell between cells. */
  function worded(from: number): boolean {
    const previous = segments.at(-1)?.kind;
    if ((previous !== 'label' && previous !== 'values') || !/[\s\ue000]/.test(text.charAt(from - 1))) return false;
    const found = matchAt(wordedAt, text, from);
    if (found === null) return false;
    addToken(from, from + found.length, raw.slice(from, from + found.length));
    at = from + found.length;
    return true;
  }
  /** Where the cells end with which prose has grown together: 0我局…, 20000022025年…; no further than `from` where none. */
  function beforeProse(from: number, number: string): number {
    const end = from + number.length;
    const inTable = endsLabel(from) || segments.at(-1)?.kind === 'values';
    if (!inTable || !/^\d+(?:\.\d+)?$/.test(number) || !isHan(text.charCodeAt(end))) return from;
    if (/[年月日时]/.test(text.charAt(end))) return from + (/^(\d+(?:\.\d+)?)20\d\d$/.exec(number)?.[1]?.length ?? 0);
    return end + (matchAt(unitAt, text, end)?.length ?? 0);
  }
  const endsLabel = (from: number): boolean => segments.at(-1)?.kind === 'label' && segments.at(-1)?.end === from;

  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isIgnored(code)) {
      at += 1;
      continue;
    }
    const bracketed = text.charAt(at) === '(' ? matchAt(numberedBracket, text, at) : null;
    if (bracketed !== null) {
      numbered = at;
      at += bracketed.length;
      continue;
    }
    if (isHan(code)) {
      if (numbered === -1 && worded(at)) continue;
      const word = numbered === -1 ? matchAt(numberedWord, text, at) : null;
      if (word !== null && labelsAt(text, at).length === 0) {
        numbered = at;
        at += word.length;
        continue;
      }
      if (label(at)) {
        numbered = -1;
        continue;
      }
    } else if (value(at)) {
      const last = segments.at(-1);
      if (last?.kind === 'values' && numbered < last.end) numbered = -1;
      continue;
    }
    addWords(numbered === -1 ? at : numbered, at + 1);
    numbered = -1;
    at += 1;
  }
  return segments;
}
