/** A document that holds several reports, as one document for each. */
import { BadInput } from '../report/bad-input.js';
import { rowAt, type RowPlace } from '../template/figures.js';
import { wordings } from '../template/form.js';
import type { Block, SourceText } from './document.js';
import { rowsIn } from './identify/not-a-report.js';
import { plain } from './identify/page.js';
import { isReportTitle, titleOf } from './identify/titles.js';

/** A part of a document below this many rows of the form is no report: a table of contents, a list of links. */
const rowsOfReport = 8;

/**
 * The reports of a document in their order; one element where it is one report. Reports are told apart by titles that
 * name different agencies or years, each with rows of the form below it; what stands before the first title goes with
 * the first report.
 *
 * @throws BadInput SEVERAL_REPORTS if the tables are there more than once, with other numbers, and no titles divide them
 */
export function splitReports(source: SourceText): SourceText[] {
  const titled = partsOf(source.blocks);
  // Most documents have one title: nothing of them has to be counted.
  const parts = titled.length < 2 ? [] : merged(titled).filter(({ blocks }) => rowsIn(textOf(blocks)) >= rowsOfReport);
  const reports = parts.length < 2 ? [source] : parts.map(({ blocks, title }, at) => partOf(source, blocks, title, at));
  for (const { blocks } of reports) refuseSeveral(blocks);
  return reports;
}

/** The page's own title, issuer and date are those of the whole. */
function partOf({ surroundings, blocks: all }: SourceText, blocks: Block[], title: string, at: number): SourceText {
  const first = blocks[0];
  const before = at === 0 && first !== undefined ? all.slice(0, all.indexOf(first)) : [];
  return { blocks: [...before, ...blocks], surroundings: { ...surroundings, title, issuers: [] } };
}

interface Part {
  title: string;
  blocks: Block[];
}

function partsOf(blocks: Block[]): Part[] {
  const parts: Part[] = [];
  let key = '';
  blocks.forEach((block, at) => {
    const title = titleAt(blocks, at);
    const next = title === null ? '' : `${title.agency} ${title.year ?? ''}`;
    if (title !== null && next !== key) {
      parts.push({ title: title.text, blocks: [] });
      key = next;
    }
    parts.at(-1)?.blocks.push(block);
  });
  return parts;
}

/** A title with nothing of the form below it belongs to what follows: a cover, a heading said twice in other words. */
function merged(parts: Part[]): Part[] {
  const kept: Part[] = [];
  let before: Block[] = [];
  for (const { title, blocks } of parts) {
    if (rowsIn(textOf(blocks)) >= rowsOfReport) {
      kept.push({ title, blocks: [...before, ...blocks] });
      before = [];
    } else if (kept.length > 0 && rowsIn(textOf(blocks)) > 0) kept.at(-1)?.blocks.push(...blocks);
    else before = [...before, ...blocks];
  }
  kept.at(-1)?.blocks.push(...before);
  return kept;
}

/** The title that begins at a block: on one line, or on up to three with the agency above. */
function titleAt(blocks: Block[], at: number): { agency: string; year: number | null; text: string } | null {
  const lines: string[] = [];
  for (const block of blocks.slice(at, at + 3)) {
    if (block.kind !== 'paragraph' || block.text.length > 80) break;
    lines.push(block.text);
    if (!/[报報]/u.test(block.text)) continue; // no title ends here, and most lines are none
    const joined = plain(lines.join(''));
    // The agency's line alone begins no title; with the lines after it, it does.
    if (!isReportTitle(joined)) continue;
    const title = titleOf(lines.join(' '), 'document');
    return title.agency === '' || title.year === null ? null : title;
  }
  return null;
}

const textOf = (blocks: Block[]): string =>
  blocks
    .map((block) => plain(block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join('|')))
    .join('|');

/** Rows that stand once in a report: those first and last of table 三. */
const once = [rowAt('applications.received'), rowAt('applications.carriedOverToNextYear')];

function refuseSeveral(blocks: Block[]): void {
  const counts = once.map((place) => new Set(numbersBehind(place, blocks)).size);
  if (counts.every((count) => count >= 2)) {
    throw new BadInput(
      'SEVERAL_REPORTS',
      `Found the tables of ${Math.min(...counts)} reports, and no titles with agency and year between them. Expected one report, or a title such as 「某局2023年政府信息公开工作年度报告」 before each.`,
    );
  }
}

/** The seven numbers behind a row's label, as often as it stands in a grid with all of them. */
function numbersBehind(place: RowPlace, blocks: Block[]): string[] {
  const labels = wordings(place.row).map(plain);
  const found: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'grid') continue;
    block.cells.forEach((cell) => {
      if (cell.text.length < 5 || !labels.includes(plain(cell.text))) return;
      const numbers = block.cells
        .filter(({ row, column }) => row === cell.row && column > cell.column)
        .map(({ text }) => plain(text))
        .filter((text) => /^\d+$/u.test(text));
      if (numbers.length === place.cells.length) found.push(numbers.join(' '));
    });
  }
  return found;
}
