/** One grid of the document -> rows of the form's tables, told by labels and headings. */
import type { Grid, GridCell } from '../document.js';
import { applicantCounts } from '../../template/applications.js';
import { disputeOutcomes } from '../../template/disputes.js';
import type { RowPlace } from '../../template/figures.js';
import { isConverted } from './characters.js';
import { columnOrder } from './column-order.js';
import type { Context } from './context.js';
import { isFigureLike } from './figure-like.js';
import { gridRows, valueOf, type GridRow } from './grid-rows.js';
import { chapterNumberOf, disputesIn, isDisclosureHead } from './headings.js';
import { chapterOf, columnLike, coreOf, meaningsOf, numberOf, rowLike, type ChapterNumber } from './labels.js';
import type { ColumnOrder, HeadCell, RowRecord, Value } from './records.js';

interface Label {
  /** Place among the row's cells. */
  at: number;
  row: RowPlace | null;
  /** 其他处理 with or without rows of its own. */
  perhapsGroup: boolean;
}

export function readGrid(grid: Grid, table: number, context: Context): void {
  const heads: { chapter: 0 | ChapterNumber; cells: HeadCell[] } = { chapter: 0, cells: [] };
  for (const row of gridRows(grid)) {
    if (row.cells.every(({ text }) => text.trim() === '')) continue;
    readRow(row, table, heads, context);
  }
  // Headings whose rows stand in another grid hold there too.
  settleHeads(heads, table, context);
}

function readRow(
  row: GridRow,
  table: number,
  heads: { chapter: 0 | ChapterNumber; cells: HeadCell[] },
  context: Context,
): void {
  const { cells } = row;
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const labels = labelsOf(cells, context.where);
  const figures = cells.map(({ text }, at) => !labels.some((label) => label.at === at) && isFigureLike(text));
  const hasFigures = figures.includes(true);
  const own = labels.filter(({ row: place }) => place !== null);

  if (!hasFigures) {
    const chapter = headOf(filled, own, context.where, heads.chapter);
    if (chapter !== null) {
      if (heads.chapter !== chapter) heads.cells = [];
      heads.chapter = chapter;
      takeHead(row, chapter, table, heads.cells, context);
      return;
    }
  }
  if (heads.chapter !== 0) settleHeads(heads, table, context);

  const [first] = own;
  if (first === undefined) {
    if (hasFigures) unlabelled(row, figures, table, context);
    else if (filled.length > 0) noteText(filled, context);
    return;
  }
  // Two tables side by side: each label with the cells up to the next.
  const apart = own.filter(({ at }, index) => index === 0 || figures.slice(own[index - 1]?.at, at).includes(true));
  const last = apart.length > 1 ? apart : own.slice(-1);
  last.forEach((label, index) => {
    const end = last[index + 1]?.at ?? cells.length;
    labelled(row, label, end, figures, index === 0, table, context);
  });
}

/** The cells of a row that are labels of rows or groups, wherever they stand. */
function labelsOf(cells: readonly GridCell[], where: 0 | ChapterNumber): Label[] {
  const labels: Label[] = [];
  cells.forEach(({ text }, at) => {
    if (text === '' || text.length > 200 || isFigureLike(text)) return;
    const meanings = meaningsOf(text);
    const isGroup = meanings.some(({ kind }) => kind === 'group');
    let place: RowPlace | null = null;
    for (const chapter of chaptersFor(where)) {
      place ??=
        chapter === where || meanings.some((one) => one.kind === 'row' && chapterOf(one.place) === chapter)
          ? rowLike(text, chapter)
          : null;
    }
    if (place === null && !isGroup) return;
    labels.push({ at, row: place, perhapsGroup: isGroup && place?.row.hidden === true });
  });
  return labels;
}

/** The chapter whose labels are looked for first, then the others. */
function chaptersFor(where: 0 | ChapterNumber): ChapterNumber[] {
  const order: ChapterNumber[] = where === 3 ? [3, 2, 4] : where === 4 ? [4, 3, 2] : [2, 3, 4];
  return order;
}

/** Whose heading a row without numbers is; null where it is none. */
function headOf(
  filled: readonly GridCell[],
  own: readonly Label[],
  where: 0 | ChapterNumber,
  before: 0 | ChapterNumber,
): ChapterNumber | null {
  const texts = filled.map(({ text }) => text);
  const meanings = texts.flatMap((text) => meaningsOf(text));
  const rowsOfTables = own.filter(({ row }) => row !== null && chapterOf(row) !== 4 && !isColumnWord(row));
  // Several rows' labels beside one another are headings, if not the form's.
  if (rowsOfTables.length > 2) return where === 0 ? null : where;
  if (rowsOfTables.length > 0) return null;
  if (texts.some((text) => coreOf(text).text.startsWith('第二十条')) || meanings.some((one) => one.kind === 'block'))
    return 2;
  for (const one of meanings) if (one.kind === 'heading') return one.chapter;
  if (texts.some((text) => /[勾钩]稽/.test(text))) return 3;
  if (texts.some((text) => isDisclosureHead(text))) return 2;
  const outcomes = texts.filter((text) => columnLike(text, disputeOutcomes) !== null).length;
  const applicants = texts.filter((text) => columnLike(text, applicantCounts) !== null).length;
  if (outcomes >= 2 && outcomes > applicants) return 4;
  if (applicants >= 2 && applicants >= outcomes) return 3;
  if (texts.some((text) => disputesIn(text).length > 0 && text.length < 40)) return 4;
  // Headings of another's making over the seven columns: 数据1 … 数据6.
  if (where === 3 && filled.length >= Object.keys(applicantCounts.columns).length) return 3;
  // A heading's second line: 企业 | 机构 below 商业 | 科研.
  return before !== 0 && before === where ? before : null;
}

/** 总计 and 其他 are rows and columns. */
function isColumnWord(place: RowPlace): boolean {
  return (
    [place.row.label]
      .flat()
      .some((label) => typeof label === 'string' && columnLike(label, applicantCounts) !== null) ||
    place.row.hidden ||
    place.keys.at(-1) === 'other'
  );
}

function takeHead(row: GridRow, chapter: ChapterNumber, table: number, cells: HeadCell[], context: Context): void {
  const filled = row.cells.filter(({ text }) => text.trim() !== '');
  for (const { text } of filled) if (isConverted(text)) context.signs.converted += 1;
  if (chapter === 2) {
    const block = filled.flatMap(({ text }) => meaningsOf(text)).find((one) => one.kind === 'block');
    if (block !== undefined || filled.some(({ text }) => coreOf(text).text.startsWith('第二十条'))) {
      context.beginBlock(block?.kind === 'block' ? block.item : null);
      cells.length = 0;
      return;
    }
    context.enter(2);
  } else context.enter(chapter);
  if (chapter === 4) for (const { text } of filled) context.nameDisputes(disputesIn(text));
  cells.push(...filled.map(({ text, column, columns }) => ({ text, column, columns, row: row.row })));
}

const outcomesInAll = Object.keys(disputeOutcomes.columns).length;

/** The headings collected so far hold for the rows that follow. */
function settleHeads(heads: { chapter: 0 | ChapterNumber; cells: HeadCell[] }, table: number, context: Context): void {
  const { chapter, cells } = heads;
  heads.chapter = 0;
  heads.cells = [];
  if (cells.length === 0) return;
  if (chapter === 2) {
    context.heads = disclosureHeads(cells);
    context.headsSource = table;
    for (const head of context.heads) context.signs.heads.add(head.text);
  } else if (chapter === 3) {
    // Headings cut or made up tell no more than the table's own did.
    const found = columnOrder(cells, applicantCounts);
    const knows = cells.filter(({ text }) => columnLike(text, applicantCounts) !== null).length > 1;
    if (context.applicants === undefined || knows) {
      context.applicants = found.order;
      context.applicantsSource = table;
    }
    for (const text of found.contradictions) context.signs.contradictions.push({ chapter, text });
  } else if (chapter === 4) {
    context.outcomes = cells;
    context.outcomesMet =
      cells.filter(({ text }) => columnLike(text, disputeOutcomes) !== null).length >= outcomesInAll;
  }
}

/** Without 信息内容 and what stands before it; a heading of two lines joined. */
function disclosureHeads(cells: readonly HeadCell[]): HeadCell[] {
  const ofRows = cells.filter(({ text }) => meaningsOf(text).some((one) => one.kind === 'heading'));
  const labels = Math.max(-1, ...ofRows.map(({ column }) => column));
  const lines = new Map<number, HeadCell>();
  for (const cell of cells) {
    const isLabel = cell.column <= labels || (cell.column === 0 && !isDisclosureHead(cell.text));
    if (isLabel || chapterNumberOf(cell.text) !== null) continue;
    const above = lines.get(cell.column);
    if (above !== undefined && above.row < cell.row) above.text += cell.text;
    else lines.set(cell.column, { ...cell });
  }
  return [...lines.values()].sort((one, other) => one.column - other.column);
}

function recordOf(
  chapter: ChapterNumber,
  table: number,
  values: readonly Value[],
  label: string,
  context: Context,
): RowRecord {
  return {
    chapter,
    row: null,
    label,
    values,
    heads:
      chapter === 2
        ? (context.heads?.map((head) => (context.headsSource === table ? head : { ...head, column: -1 })) ?? null)
        : null,
    order: chapter === 3 ? orderFor(table, context) : null,
    disputes: [],
    outcomes: [],
    origin: 'grid',
    source: table,
    glued: false,
    damaged: false,
    perhapsGroup: false,
    followedBy: '',
  };
}

/** The order of the columns in force; their places in the grid only where the heading stands in the same one. */
function orderFor(table: number, context: Context): ColumnOrder | null {
  if (context.applicants === undefined)
    return { keys: Object.keys(applicantCounts.columns), columns: null, headed: false };
  if (context.applicants === null || context.applicantsSource === table) return context.applicants;
  return { ...context.applicants, columns: null };
}

function labelled(
  row: GridRow,
  label: Label,
  end: number,
  figures: readonly boolean[],
  isFirst: boolean,
  table: number,
  context: Context,
): void {
  const { row: place, at } = label;
  if (place === null) return;
  const chapter = chapterOf(place);
  const cell = row.cells[at];
  if (cell === undefined) return;
  // 其他处理 | 逾期不补正… | 0: a group with a row of it whose label is not known.
  const text = row.cells[at + 1]?.text ?? '';
  const following = label.perhapsGroup && text !== '' && figures[at + 1] === false && figures.includes(true);
  if (following) return unlabelled(row, figures, table, context);
  if (chapter !== 4) context.enter(chapter);
  if (isConverted(cell.text)) context.signs.converted += 1;
  const before = isFirst ? figures.slice(0, at).filter(Boolean).length : 0;
  const serial = before === 1 && isSerial(row, figures, at, place);
  const values = valuesAfter(row, at, end, table);
  if (chapter === 4) {
    context.enter(4);
    context.nameDisputes([place]);
    disputes(values, [place], table, context);
    return;
  }
  context.records.push({
    ...recordOf(chapter, table, values, cell.text, context),
    row: place,
    damaged: (before > 0 && !serial) || endsInNumber(cell.text, values),
    perhapsGroup: label.perhapsGroup,
  });
}

/** （一）予以公开 2 in one cell and blanks among the others: its numbers stand one too early. */
function endsInNumber(label: string, values: readonly Value[]): boolean {
  return /[\d０-９]\s*$/.test(label) && (values.length === 0 || values.some(({ text }) => text.trim() === ''));
}

/** A column of numbers before the labels: any in the first column, or the form's own: 1. | 属于国家秘密. */
function isSerial({ cells }: GridRow, figures: readonly boolean[], at: number, place: RowPlace): boolean {
  const number = /^[（(]?(\d{1,2})[.．、,，)）]?$/.exec(cells[figures.indexOf(true)]?.text.trim() ?? '')?.[1];
  return number !== undefined && (figures[0] === true || (figures[at - 1] === true && number === numberOf(place)));
}

function valuesAfter(row: GridRow, at: number, end: number, table: number): Value[] {
  const from = row.cells[at]?.column ?? 0;
  const to = row.cells[end]?.column ?? Infinity;
  const own = row.cells.slice(at + 1, end).map((cell) => valueOf(cell, table));
  const above = row.above
    .filter(({ column }) => column > from && column < to)
    .map((cell) => valueOf(cell, table, true));
  return above.length === 0 ? own : [...own, ...above].sort((one, other) => one.column - other.column);
}

/** Numbers without a label that is known. */
function unlabelled(row: GridRow, figures: readonly boolean[], table: number, context: Context): void {
  const start = figures.indexOf(true);
  const words = row.cells.slice(0, start).filter(({ text }) => text !== '');
  const label = words.map(({ text }) => text).join('');
  if (context.where === 4) {
    const values = row.cells
      .slice(start === 0 ? 0 : row.cells.findIndex((cell) => cell === words.at(-1)) + 1)
      .map((cell) => valueOf(cell, table));
    context.nameDisputes(disputesIn(label));
    disputes(values, disputesIn(label), table, context);
    return;
  }
  if (context.where === 0) return;
  // Blanks before the numbers may be cells of the row as well as of the label.
  const after = words.length === 0 ? -1 : row.cells.indexOf(words.at(-1) ?? row.cells[0] ?? ({} as GridCell));
  const record = recordOf(context.where, table, valuesAfter(row, after, row.cells.length, table), label, context);
  const values = words.length === 0 ? row.cells.map((cell) => valueOf(cell, table)) : record.values;
  context.records.push({ ...record, values });
}

function disputes(values: readonly Value[], named: readonly RowPlace[], table: number, context: Context): void {
  const here = named.length > 0 ? named : [...context.disputes];
  context.records.push({ ...recordOf(4, table, values, '', context), disputes: here, outcomes: context.outcomes });
  context.disputesTold();
}

/** Words between rows: a heading of what follows. */
function noteText(filled: readonly GridCell[], context: Context): void {
  for (const { text } of filled) {
    const chapter = chapterNumberOf(text);
    if (chapter !== null && chapter >= 5) context.where = 0;
    if (text.length < 40) context.nameDisputes(disputesIn(text));
  }
}
