/**
 * Text as a document: tab-separated lines, pipe and Markdown tables become grids, every other line a paragraph.
 */
import { decodeText } from './decoding.js';
import { type Block, noSurroundings, type SourceText } from './document.js';
import { gridOf } from './grid.js';
import { cellPerLine, pipePerLine, pipeTable } from './pipe-table.js';
import { noteLine } from './surroundings.js';

/** Lines at the head of a text in which an archive states title, issuer, date and address. */
const headLines = 20;

/** @throws BadInput DAMAGED_FILE if the bytes are no text */
export function readText(bytes: Uint8Array): SourceText {
  return textDocument(decodeText(bytes));
}

export function textDocument(text: string): SourceText {
  const blocks = blocksOf(text);
  const surroundings = noSurroundings();
  const head = blocks.slice(0, headLines);
  for (const block of head) if (block.kind === 'paragraph') noteLine(surroundings, block.text);
  return { blocks, surroundings };
}

/**
 * The lines of a text as blocks. One paragraph per line, blank lines left out, Markdown's marks taken off.
 *
 * A run of lines with tabs is one grid, ended by a blank line: each field a cell in the column in which it stands,
 * empty ones kept. A run of lines with pipes is one grid, or more where Markdown's separator rows say so.
 * One cell per line with a pipe after it: see `cellPerLine` and `pipePerLine`.
 */
export function blocksOf(text: string): Block[] {
  const lines = joinQuotedFields(
    text.replace(/[\u200b\ufeff\u00ad]/gu, '').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u),
  );
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const table = cellPerLine(lines, at) ?? pipePerLine(lines, at) ?? pipeTable(lines, at) ?? tabTable(lines, at);
    if (table === null) {
      const paragraph = plain(lines[at] ?? '');
      if (paragraph !== '') blocks.push({ kind: 'paragraph', text: paragraph });
      at += 1;
    } else {
      blocks.push(...table.blocks);
      at = table.next;
    }
  }
  return blocks;
}

/** A longer line is no heading, and has too much in it to be searched for links. */
const longestMarked = 5000;

/** Without Markdown's marks of headings, emphasis and links. */
function plain(line: string): string {
  const text = line.replaceAll('\u00a0', ' ').trim();
  if (text.length > longestMarked || !/[#*`[_]/.test(text)) return text;
  return text
    .replace(/^#{1,6}\s+/u, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/gu, '$1')
    .replace(/(\*\*|__)(.+?)\1/gu, '$2')
    .replace(/`([^`]+)`/gu, '$1')
    .trim();
}

/** The grid of the lines with tabs that begin at `start`; null where there is none. */
function tabTable(lines: readonly string[], start: number): { blocks: Block[]; next: number } | null {
  // A line whose only tabs stand before its text is indented; between rows of a table it is a row.
  if (!isRow(lines[start])) return null;
  let next = start;
  while (lines[next]?.includes('\t') === true) next += 1;
  while (!isRow(lines[next - 1])) next -= 1;
  return { blocks: [gridOf(lines.slice(start, next).map((line) => line.split('\t')))], next };
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && line.trimStart().includes('\t');
}

/** How many lines a quoted field may have. */
const longestField = 12;

/** A spreadsheet copied as text puts a cell with line breaks into quotes: "三、本⏎年度"⇥…. Its lines are one. */
function joinQuotedFields(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opens = /(?:^|\t)"[^"\t]*$/u.test(line);
    const rest = opens ? lines.slice(at + 1, at + longestField) : [];
    const length = rest.findIndex((following) => following.includes('"')) + 1;
    const closing = rest[length - 1];
    if (length > 0 && closing !== undefined && /^[^"]*"(?:\t|$)/u.test(closing)) {
      const field = [line, ...rest.slice(0, length)].join(' ');
      joined.push(field.replace(/(^|\t)"([^"]*)"(?=\t|$)/gu, '$1$2'));
      at += length;
    } else joined.push(line);
  }
  return joined;
}
