/** The prose of the report by chapter. Tables are no part of it. */
import type { Chapter } from '../../report/report.js';
import { chapterHeadings } from '../../template/chapters.js';
import type { Block, Paragraph } from '../document.js';
import { flat, isIgnored } from './characters.js';
import { chapterNumberOf } from './headings.js';
import { coreOf } from './labels.js';

/** 一、总体情况 within a run of text; the number before it makes it a heading. */
const words = chapterHeadings
  .flatMap(({ number, heading, variants }) =>
    [heading, ...variants].map((label) => ({ number, core: coreOf(label).text })),
  )
  .sort((one, other) => other.core.length - one.core.length);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const within = new RegExp(
  `(?:第?[一二三四五六七八九十]{1,2}(?:部分)?[,.:]|\\([一二三四五六七八九十]\\))\\s*(${words.map(({ core }) => escaped(core)).join('|')})`,
  'g',
);
const numbers = new Map(words.map(({ number, core }) => [core, number]));

interface Range {
  from: number;
  to: number;
}

interface Started {
  number: number;
  title: string;
  parts: string[];
}

/** @param tableText pieces of paragraphs that belong to tables */
export function chaptersOf(blocks: readonly Block[], tableText: ReadonlyMap<Paragraph, readonly Range[]>): Chapter[] {
  const chapters: Started[] = [];
  let current: Started | null = null;
  const start = (number: number, title: string): void => {
    // A heading repeated, as in a list of contents, begins nothing new unless text stands in between.
    if (current?.number === number && current.parts.length === 0) return;
    current = { number, title: title.trim(), parts: [] };
    chapters.push(current);
  };
  const add = (block: Paragraph, from: number, to: number): void => {
    if (current === null) return;
    const started: Started = current;
    const tables = started.number >= 2 && started.number <= 4 ? tableText.get(block) : undefined;
    const text = tables === undefined ? block.text.slice(from, to).trim() : without(block.text, from, to, tables);
    if (text !== '') started.parts.push(text);
  };
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const number = chapterNumberOf(block.text);
    if (number !== null) start(number, block.text);
    else {
      const plain = flat(block.text);
      let from = 0;
      for (const match of plain.matchAll(within)) {
        if (!beginsHeading(plain, match.index)) continue;
        add(block, from, match.index);
        const end = match.index + match[0].length;
        start(numbers.get(match[1] ?? '') ?? 0, block.text.slice(match.index, end));
        from = end;
      }
      add(block, from, block.text.length);
    }
  }
  return merged(chapters);
}

/** The text between two places without the pieces of tables; what is left of it without a word is left out. */
function without(text: string, from: number, to: number, tables: readonly Range[]): string {
  let rest = '';
  let at = from;
  for (const range of tables) {
    if (range.to <= at || range.from >= to) continue;
    if (range.from > at) rest += text.slice(at, range.from);
    at = Math.max(at, range.to);
  }
  if (at < to) rest += text.slice(at, to);
  const left = rest.trim();
  return /\p{Script=Han}{2}/u.test(left) ? left : '';
}

/** Not within a sentence that lists the chapters. */
function beginsHeading(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isIgnored(text.charCodeAt(before))) before -= 1;
  return before < 0 || !/[,、]/.test(text.charAt(before));
}

/** One chapter of each number: the parts of one that is split are put together. */
function merged(chapters: readonly Started[]): Chapter[] {
  const found = new Map<number, Started>();
  for (const chapter of chapters) {
    const known = found.get(chapter.number);
    if (known === undefined) found.set(chapter.number, { ...chapter, parts: [...chapter.parts] });
    else known.parts.push(...chapter.parts);
  }
  return [...found.values()]
    .sort((one, other) => one.number - other.number)
    .map(({ number, title, parts }) => ({ number, title, text: parts.join('\n') }));
}
