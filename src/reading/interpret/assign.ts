/** Rows as found -> the figures of one edition, how each cell stands in the document, and what is odd about it. */
import type { Finding, Severity } from '../../report/finding.js';
import type { CellText } from '../../report/report.js';
import { wanYuanOf } from '../../template/amount.js';
import { noFigures, rows, type Cell, type CellPath, type Figures, type RowPlace } from '../../template/figures.js';
import { labelIn, type Edition } from '../../template/form.js';
import { layoutOf, type Layout, type Shown } from './fit.js';
import { chapterOf, type ChapterNumber } from './labels.js';
import { tidy } from './number.js';
import { orderedByTotals } from './order-by-totals.js';
import { readDisputes } from './read-disputes.js';
import { isCelled, readRow, type CellReading, type RowReading } from './read-row.js';
import type { RowRecord, Signs } from './records.js';
import { slotsOf, valuesOf, type Slots } from './slots.js';
import { placeUnlabelled } from './unlabelled.js';

export interface Assigned {
  figures: Figures;
  cells: Partial<Record<CellPath, CellText>>;
  findings: Finding[];
}

interface Read {
  row: RowPlace;
  record: RowRecord;
  reading: RowReading;
  /** The row had no label, and is known by its place. */
  placed: boolean;
}

export function assign(found: readonly RowRecord[], signs: Signs, edition: Edition): Assigned {
  const gaps = found.some(isShort);
  const ordered = orderedByTotals(found);
  const records = signs.glued
    ? ordered.map((record) => (record.origin === 'text' ? { ...record, glued: true, gaps } : record))
    : ordered;
  const book = new Book(edition);
  const read = readTables(records, signs, edition, book);
  for (const row of rows) {
    const all = read.filter((one) => one.row === row);
    if (all.length > 0) book.enter(row, all);
  }
  book.missing(signs);
  for (const chapter of new Set(signs.contradictions.map((one) => one.chapter))) {
    const texts = [
      ...new Set(signs.contradictions.flatMap((one) => (one.chapter === chapter ? [`「${one.text}」`] : []))),
    ];
    book.find(
      'header-contradicts-form',
      'WARNING',
      `Table ${chapter}: found ${texts.slice(0, 8).join(', ')} as headings, expected the form's in its order.`,
      [],
    );
  }
  for (const chapter of signs.unheaded) {
    book.find(
      'header-contradicts-form',
      'WARNING',
      `Table ${chapter}: found rows without headings of their columns, expected the form's headings; the columns are taken in the form's order.`,
      [],
    );
  }
  if (signs.converted > 0) {
    book.find(
      'converted-text',
      'NOTE',
      'The labels are in traditional characters: a second-hand copy of the report.',
      [],
    );
  }
  return { figures: book.figures, cells: book.cells, findings: book.findings };
}

/** A row of table three with bare digits grown together, fewer than it has columns. */
function isShort({ chapter, origin, row, values, glued }: RowRecord): boolean {
  if (chapter !== 3 || origin !== 'text' || !glued || row === null) return false;
  const digits = values.map(({ text }) => tidy(text)).join('');
  return /^\d+$/.test(digits) && digits.length < row.cells.length;
}

function readTables(records: readonly RowRecord[], signs: Signs, edition: Edition, book: Book): Read[] {
  const read: Read[] = [];
  for (const chapter of [2, 3] as const) {
    const own = records.filter((record) => record.chapter === chapter);
    const placed = placeUnlabelled(
      own.filter((record) => (record.row !== null ? isWhole(record) : record.values.length > 0)),
      chapter,
      edition,
    );
    const rowsByRecord = new Map(placed.map(({ record, row }) => [record, row]));
    const named = own.flatMap((record) => {
      const row = record.row ?? rowsByRecord.get(record) ?? null;
      const slots = row === null ? null : slotsOf(record, row, edition);
      return [{ record, row, slots, placed: record.row === null }];
    });
    const layouts = new Map<number, Layout>();
    for (const { record } of named) {
      if (!isCelled(record) || layouts.has(record.source)) continue;
      const same = named.filter((one) => one.record.source === record.source && one.slots !== null);
      layouts.set(record.source, layoutOf(same.map((one) => shown(one.record, one.slots))));
    }
    for (const { record, row, slots, placed: byPlace } of named) {
      if (row === null) {
        noteUnknown(record, book);
        continue;
      }
      if (slots?.moved === true)
        signs.contradictions.push({ chapter, text: (record.heads ?? []).map(({ text }) => text).join(' ') });
      const layout = layouts.get(record.source) ?? { kind: 'after-label' };
      const reading =
        slots === null
          ? readRow(
              { ...record, damaged: true },
              row.cells
                .filter(({ editions }) => editions.includes(edition))
                .map((cell) => ({
                  cell,
                  expected: { unit: 'COUNT', signed: true, stated: null, ownUnit: false },
                  columns: null,
                })),
              layout,
            )
          : readRow({ ...record, values: valuesOf(record) }, slots.slots, layout, slots.partial === true);
      if (slots?.unheaded === true && !reading.empty) signs.unheaded.add(chapter);
      read.push({ row, record, reading, placed: byPlace });
    }
  }
  for (const record of records) {
    if (record.chapter !== 4) continue;
    const { reading, of, moved } = readDisputes(record);
    if (moved) signs.contradictions.push({ chapter: 4, text: record.outcomes.map(({ text }) => text).join(' ') });
    for (const row of of) read.push({ row, record, reading: ofRow(reading, row), placed: false });
  }
  return read;
}

/** Whether a labelled row has numbers of its own: a label in running text that none follow is no place among rows. */
function isWhole({ origin, values }: RowRecord): boolean {
  return origin === 'grid' || values.length > 1;
}

function shown({ values }: RowRecord, slots: Slots | null): Shown {
  return { values, count: slots?.slots.length ?? 0, headColumn: slots?.slots[0]?.columns?.column ?? null };
}

function ofRow(reading: RowReading, row: RowPlace): RowReading {
  return {
    ...reading,
    cells: reading.cells.filter(({ cell }) => cell.rowPath === row.path),
    uncertain: reading.uncertain.filter(({ rowPath }) => rowPath === row.path),
  };
}

function noteUnknown(record: RowRecord, book: Book): void {
  const label = record.label.trim();
  const numbers = record.values.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (!numbers.some((text) => /[\d０-９]/.test(text))) return;
  const found = label === '' ? 'a row without a label' : `the row 「${label.slice(0, 60)}」`;
  book.find(
    'unknown-row',
    'NOTE',
    `Table ${record.chapter}: found ${found} (${numbers.slice(0, 10).join(' ')}), expected a row of the form; its numbers are left out.`,
    [],
  );
}

/** The report's figures as they are entered. */
class Book {
  readonly figures = noFigures();
  readonly cells: Partial<Record<CellPath, CellText>> = {};
  readonly findings: Finding[] = [];
  private readonly present = new Set<RowPlace>();

  constructor(private readonly edition: Edition) {}

  private labelOf({ row }: RowPlace): string {
    return labelIn(row.label, this.edition);
  }

  find(rule: string, severity: Severity, message: string, cells: readonly Cell[], actual: number | null = null): void {
    this.findings.push({ rule, severity, message, cells: cells.map(({ path }) => path), expected: null, actual });
  }

  /** All that the document says of one row. */
  enter(row: RowPlace, all: readonly Read[]): void {
    const chosen = this.choose(row, all);
    if (chosen.length === 0) return;
    this.present.add(row);
    const [first] = chosen;
    if (first === undefined) return;
    const { reading, record } = first;
    const contradicted = contradictions(chosen);
    for (const one of reading.cells) {
      const other = contradicted.has(one.cell);
      this.cells[one.cell.path] = { status: one.status, raw: one.raw, place: one.place };
      if (other) continue;
      if (one.number !== null) {
        one.cell.put(this.figures, one.number);
      }
      if (one.finding !== null) this.noteCell(one);
    }
    if (contradicted.size > 0) {
      this.find(
        'incomplete-row',
        'ERROR',
        `${this.labelOf(row)}: the row stands there ${chosen.length} times with different numbers, expected once; left empty.`,
        [...contradicted],
      );
    }
    const uncertain = reading.uncertain.filter((cell) => !contradicted.has(cell));
    if (uncertain.length > 0 && !this.joins('incomplete-row', record, uncertain)) {
      const run = record.values
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join(' ');
      this.find(
        'incomplete-row',
        'ERROR',
        `${this.labelOf(row)}: found 「${run.slice(0, 80)}」, expected ${reading.cells.length} numbers that can be told apart; left empty.`,
        uncertain,
      );
      this.keep('incomplete-row', record);
    }
    if (reading.separated !== null) {
      const taken = reading.cells.filter(({ number }) => number !== null).map(({ cell }) => cell);
      const why = reading.separated === 'glued' ? 'cells had grown together' : 'a number was broken in pieces';
      if (taken.length > 0 && !this.joins('cell-not-a-plain-number', record, taken)) {
        this.find(
          'cell-not-a-plain-number',
          'WARNING',
          `${this.labelOf(row)}: ${why}, and one reading alone fits.`,
          taken,
        );
        this.keep('cell-not-a-plain-number', record);
      }
    }
    if (first.placed)
      this.find(
        'unlabelled-row',
        'WARNING',
        `Found a row ${record.label.trim() === '' ? 'without a label' : `labelled 「${record.label.trim().slice(0, 40)}」`}, taken for ${this.labelOf(row)} by its place between the rows around it.`,
        reading.cells.map(({ cell }) => cell),
      );
  }

  private readonly kept = new Map<string, Map<RowRecord, Finding>>();

  /** The three rows of table four stand in one row of the document, and one finding speaks of it. */
  private joins(rule: string, record: RowRecord, cells: readonly Cell[]): boolean {
    const known = this.kept.get(rule)?.get(record);
    known?.cells.push(...cells.map(({ path }) => path));
    return known !== undefined;
  }

  private keep(rule: string, record: RowRecord): void {
    const last = this.findings.at(-1);
    if (last === undefined) return;
    const byRecord = this.kept.get(rule) ?? new Map<RowRecord, Finding>();
    this.kept.set(rule, byRecord.set(record, last));
  }

  /** Without what is no row but a heading, or the rest of one. */
  private choose(row: RowPlace, all: readonly Read[]): Read[] {
    const isBlank = ({ reading }: Read): boolean =>
      reading.empty || reading.cells.every(({ status }) => status === 'BLANK');
    const rowOnly = row.row.editions.includes(this.edition)
      ? all
      : all.filter((one) => !(one.record.perhapsGroup && isBlank(one)));
    const whole = rowOnly.filter((one) => one.reading.uncertain.length === 0 && !isBlank(one));
    if (whole.length === 0) {
      const uncertain = rowOnly.filter(({ reading }) => reading.uncertain.length > 0);
      if (uncertain.length > 0) return uncertain.slice(0, 1);
      const [stated, ...rest] = rowOnly.filter(({ reading }) => !reading.empty);
      return stated === undefined ? rowOnly.slice(0, 1) : [stated, ...rest];
    }
    // Beside a row of a grid, words of the text around it are pieces of labels.
    const inGrid = whole.some(({ record }) => record.origin === 'grid');
    const broken = rowOnly.filter(
      ({ record, reading }) => reading.uncertain.length > 0 && !(inGrid && record.origin === 'text'),
    );
    return [...whole, ...broken];
  }

  private noteCell({ cell, raw, number, finding }: CellReading): void {
    if (finding === null) return;
    const taken =
      number === null ? 'left empty' : `taken as ${cell.unit === 'WAN_YUAN' ? `${wanYuanOf(number)} 万元` : number}`;
    const expected = finding.rule === 'amount-without-unit' ? 'an amount with its unit' : 'a number';
    const actual = number === null ? null : cell.unit === 'WAN_YUAN' ? number / 1_000_000 : number;
    this.find(
      finding.rule,
      finding.severity,
      `${cell.path}: found 「${raw.slice(0, 60)}」, expected ${expected} (${finding.reason}); ${taken}.`,
      [cell],
      actual,
    );
  }

  /** Rows and tables of the edition that the document does not have. */
  missing(signs: Signs): void {
    for (const chapter of [2, 3, 4] as const) {
      const own = rows.filter((row) => chapterOf(row) === chapter && row.row.editions.includes(this.edition));
      const absent = own.filter((row) => !this.present.has(row));
      if (absent.length === 0) continue;
      if (absent.length === own.length) {
        this.missingTable(chapter, signs);
        continue;
      }
      for (const row of absent) {
        this.find(
          'missing-row',
          'NOTE',
          `Table ${chapter}: the row ${this.labelOf(row)} is not there.`,
          row.cells.filter(({ editions }) => editions.includes(this.edition)),
        );
      }
    }
  }

  private missingTable(chapter: ChapterNumber, signs: Signs): void {
    const found = signs.tables.has(chapter) ? 'found its headings and no row' : 'not found';
    this.find('missing-table', 'WARNING', `Table ${chapter}: ${found}, expected the table of the form.`, []);
  }
}

/** Cells that two readings of the row state differently. */
function contradictions(chosen: readonly Read[]): Set<Cell> {
  const found = new Set<Cell>();
  const [first, ...rest] = chosen;
  if (first === undefined) return found;
  for (const { reading } of rest) {
    if (reading.empty) continue;
    const others = new Map(reading.cells.map((one) => [one.cell, one.number]));
    for (const { cell, number } of first.reading.cells) {
      if (!others.has(cell) || others.get(cell) !== number) found.add(cell);
    }
  }
  return found;
}
