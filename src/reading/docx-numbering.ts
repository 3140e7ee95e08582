/** Numbers that Word counts itself: they stand in no text, but readers of the document see them. */
import type { Element } from './dom.js';
import { childOf, childrenOf, localName, valueOf } from './docx-body.js';

/** The number before a paragraph, `` where it has none. Ask for each paragraph once, in order: it counts. */
export type Numbering = (paragraph: Element) => string;

interface Level {
  start: number;
  format: string;
  /** Such as `%1、` or `%1.%2`. */
  text: string;
}
interface NumberedAs {
  list: string;
  level: number;
}

/** Levels that a list may have. */
const mostLevels = 9;

export function numberingOf(numbering: readonly Element[] | null, styles: readonly Element[] | null): Numbering {
  const lists = listsOf(numbering ?? []);
  if (lists.size === 0) return () => '';
  const byStyle = new Map<string, NumberedAs>();
  for (const style of (styles ?? []).flatMap((root) => childrenOf(root, 'style'))) {
    const id = valueOf(style, 'styleId');
    const numbered = numberedAs(style);
    if (id !== undefined && numbered !== null) byStyle.set(id, numbered);
  }
  /** Per list and level: the number last given. */
  const counts = new Map<readonly Level[], number[]>();

  return (paragraph) => {
    const properties = childOf(paragraph, 'pPr');
    const style = properties && valueOf(childOf(properties, 'pStyle'));
    const numbered = numberedAs(paragraph) ?? (style === undefined ? null : (byStyle.get(style) ?? null));
    const levels = numbered && lists.get(numbered.list);
    const level = numbered && levels?.[numbered.level];
    if (!numbered || !levels || !level || level.format === 'bullet') return '';
    const count = counts.get(levels) ?? [];
    counts.set(levels, count);
    count[numbered.level] = (count[numbered.level] ?? level.start - 1) + 1;
    count.length = numbered.level + 1; // what is below starts anew
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = levels[at];
      return of === undefined ? '' : inFormat(count[at] ?? of.start, of.format);
    });
  };
}

function numberedAs(element: Element): NumberedAs | null {
  const properties = childOf(element, 'pPr');
  const number = properties && childOf(properties, 'numPr');
  const list = number && valueOf(childOf(number, 'numId'));
  if (!list || list === '0') return null;
  return { list, level: Math.min(Number.parseInt(valueOf(childOf(number, 'ilvl')) ?? '0', 10) || 0, mostLevels - 1) };
}

function listsOf(roots: readonly Element[]): Map<string, Level[]> {
  const abstract = new Map<string, Level[]>();
  const lists = new Map<string, Level[]>();
  for (const element of roots
    .flatMap((root) => root.children)
    .filter((child): child is Element => 'attribs' in child)) {
    if (localName(element) === 'abstractNum') {
      const levels: Level[] = [];
      for (const level of childrenOf(element, 'lvl')) {
        const at = Number.parseInt(valueOf(level, 'ilvl') ?? '', 10);
        if (!(at >= 0 && at < mostLevels)) continue;
        levels[at] = {
          start: Number.parseInt(valueOf(childOf(level, 'start')) ?? '1', 10) || 0,
          format: valueOf(childOf(level, 'numFmt')) ?? 'decimal',
          text: valueOf(childOf(level, 'lvlText')) ?? '',
        };
      }
      abstract.set(valueOf(element, 'abstractNumId') ?? '', levels);
    } else if (localName(element) === 'num') {
      const levels = abstract.get(valueOf(childOf(element, 'abstractNumId')) ?? '');
      if (levels !== undefined) lists.set(valueOf(element, 'numId') ?? '', levels);
    }
  }
  return lists;
}

/** Bullets and formats that are not known show nothing. */
function inFormat(number: number, format: string): string {
  if (format === 'decimal' || format === 'decimalZero') return String(number);
  if (/^(?:chinese|ideograph|japaneseCounting|taiwaneseCounting)/u.test(format)) return inChinese(number);
  if (format === 'decimalFullWidth')
    return String(number).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (/Circle|^decimalEnclosed/u.test(format))
    return number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
  return '';
}

const digits = '〇一二三四五六七八九';

/** Below one hundred, as lists are counted: 一, 十二, 二十. */
function inChinese(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}
