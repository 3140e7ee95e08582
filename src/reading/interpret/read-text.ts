/** Running text -> rows of the form's tables: one cell a line, a row a line, or everything grown together. */
import type { Paragraph } from '../document.js';
import { disputeOutcomes } from '../../template/disputes.js';
import { applicantCounts } from '../../template/applications.js';
import { rows, type RowPlace } from '../../template/figures.js';
import { isConverted, squeezed, flat } from './characters.js';
import type { Context } from './context.js';
import { disputesIn, isDisclosureHead } from './headings.js';
import { chapterOf, coreOf, numberOf, rowLike, type ChapterNumber } from './labels.js';
import { tidy } from './number.js';
import type { Head, RowRecord, Value } from './records.js';
import { scan, type Segment, type Token } from './scan.js';

/** A line of the text, with the page it is on. */
export interface Line {
  text: string;
  page?: number;
  /** The paragraph that it is from, and where in it the line begins. */
  block?: Paragraph;
  offset: number;
}

/** Words of more than this, or with the marks of a sentence, are prose. */
const longestHeading = 40;
const isProse = (words: string): boolean => squeezed(words).length > longestHeading || /[。；;！!？?，]/.test(words);

const disputeBlocks = rows.filter(({ chapter }) => chapter === 4).length;

export function readRunningText(lines: readonly Line[], source: number, context: Context): void {
  new TextReader(lines, source, context).read();
}

type Label = Extract<Segment, { kind: 'label' }>;
type Words = Extract<Segment, { kind: 'words' }>;
type Values = Extract<Segment, { kind: 'values' }>;

interface Open {
  chapter: 2 | 3;
  row: RowPlace | null;
  label: string;
  values: Value[];
  glued: boolean;
}

class TextReader {
  private readonly segments: Segment[];
  /** Where each line begins in the text. */
  private readonly starts: number[] = [];
  private open: Open | null = null;
  /** Chapter two: nothing but the table stands between its heading and here. */
  private fresh = false;
  /** Chapter three: its first row has been met, so 总计 and 其他 are rows. */
  private rowsBegun = false;
  /** Chapter four: the last segment belongs to its heading. */
  private disputesHead = false;
  private readonly counted: Record<ChapterNumber, number> = { 2: 0, 3: 0, 4: 0 };

  constructor(
    private readonly lines: readonly Line[],
    private readonly source: number,
    private readonly context: Context,
  ) {
    let length = 0;
    const texts: string[] = [];
    for (const { text } of lines) {
      this.starts.push(length);
      texts.push(text);
      length += text.length + 1;
    }
    this.segments = scan(texts.join('\n'));
    this.rowsBegun = context.records.some(({ chapter }) => chapter === 3);
  }

  read(): void {
    this.segments.forEach((segment, at) => {
      if (segment.kind === 'label') this.label(segment, at);
      else if (segment.kind === 'words') this.words(segment, at);
      else this.values(segment, at);
    });
    this.close(null);
  }

  private label(segment: Label, at: number): void {
    const { context } = this;
    const { meanings } = segment;
    if (isConverted(segment.text)) context.signs.converted += 1;
    const chapter = meanings.find((one) => one.kind === 'chapter');
    if (chapter?.kind === 'chapter') {
      this.close(segment);
      this.fresh = chapter.number === 2;
      this.disputesHead = false;
      context.where = chapter.number === 2 || chapter.number === 3 || chapter.number === 4 ? chapter.number : 0;
      context.disputesTold();
      return;
    }
    const block = meanings.find((one) => one.kind === 'block');
    if (block?.kind === 'block') {
      this.close(segment);
      this.consume(segment);
      context.beginBlock(block.item);
      this.fresh = true;
      return;
    }
    const heading = meanings.find((one) => one.kind === 'heading');
    if (heading?.kind === 'heading') {
      this.close(segment);
      this.consume(segment);
      context.enter(heading.chapter);
      if (heading.chapter === 2) context.heads = [];
      else this.rowsBegun = false;
      this.fresh = heading.chapter === 2;
      return;
    }
    if (this.isHead(segment, at)) return;
    const row = this.rowNamed(segment);
    if (row !== null) return this.begin(row, segment, at);
    // A group's label: （三）不予公开.
    if (meanings.some((one) => one.kind === 'group')) {
      this.close(segment);
      if (context.where === 3) this.consume(segment);
    }
  }

  /** Headings of columns, and the blocks of table four. */
  private isHead(segment: Label, at: number): boolean {
    const { context } = this;
    const columns = segment.meanings.flatMap((one) => (one.kind === 'column' ? [one] : []));
    if (columns.some(({ chapter }) => chapter === 2)) {
      this.close(segment);
      this.consume(segment);
      context.enter(2);
      this.addHead(segment.text);
      return true;
    }
    const disputes = disputesIn(segment.text);
    const isOutcome = columns.some(({ chapter }) => chapter === 4);
    const onlyOutcome = isOutcome && !columns.some(({ chapter }) => chapter === 3);
    const next = this.segments[at + 1];
    if (onlyOutcome || (isOutcome && context.where === 4)) {
      // A word such as 维持 alone in prose begins no table.
      if (context.where !== 4 && next?.kind !== 'label' && this.segments[at - 1]?.kind !== 'label') return true;
      this.close(segment);
      if (context.where !== 4) this.context.disputes.push(...this.disputesBefore(at));
      context.enter(4);
      this.consume(segment);
      this.disputesHead = true;
      return true;
    }
    if (
      disputes.length > 0 ||
      segment.meanings.some((one) => one.kind === 'group' && one.group.typeName === 'LawsuitFigures')
    ) {
      if (context.where !== 4) return false;
      this.close(segment);
      this.consume(segment);
      context.nameDisputes(disputes);
      this.disputesHead = true;
      return true;
    }
    if (columns.some(({ chapter }) => chapter === 3) && (!this.rowsBegun || context.where !== 3)) {
      const named = coreOf(segment.text).number !== '' && this.rowNamed(segment) !== null;
      if (!named) {
        if (context.where === 3) {
          this.consume(segment);
          context.applicantsNamed = true;
        }
        return true;
      }
    }
    return false;
  }

  /** The reviews and lawsuits named directly before a heading of outcomes. */
  private disputesBefore(at: number): RowPlace[] {
    const found: RowPlace[] = [];
    for (let back = at - 1; back >= 0; back--) {
      const segment = this.segments[back];
      if (segment?.kind === 'values' || segment === undefined || found.length > 4) break;
      const named = disputesIn(segment.text.slice(-40));
      if (named.length === 0 && segment.kind === 'label' && segment.meanings.every((one) => one.kind !== 'group'))
        break;
      found.unshift(...named);
      if (segment.kind === 'words') break;
    }
    return found;
  }

  private addHead(text: string): void {
    const { context } = this;
    if (context.heads === null || context.headsSource !== this.source) context.heads = [];
    context.headsSource = this.source;
    const head: Head = { text, column: context.heads.length, columns: 1 };
    context.heads.push(head);
    context.signs.heads.add(text);
    this.fresh = true;
  }

  private rowNamed(segment: Label): RowPlace | null {
    const chapters: ChapterNumber[] = this.context.where === 3 ? [3, 2] : [2, 3];
    for (const chapter of chapters) {
      const names = segment.meanings.some(
        (one) => (one.kind === 'row' && chapterOf(one.place) === chapter) || (one.kind === 'group' && chapter === 3),
      );
      const row = names ? rowLike(segment.text, chapter) : null;
      if (row !== null) return row;
    }
    return null;
  }

  private begin(row: RowPlace, segment: Label, at: number): void {
    const { context } = this;
    const chapter = chapterOf(row);
    const next = this.segments[at + 1];
    this.close(segment);
    if (chapter === 2) {
      if (context.where !== 2 || !this.fresh) return;
    } else if (chapter === 3) {
      // Outside the table, a label counts only with a whole row behind it.
      if (
        context.where !== 3 &&
        !(next?.kind === 'values' && next.tokens.reduce((sum, { text }) => sum + text.length, 0) >= 7)
      )
        return;
      context.enter(3);
      this.rowsBegun = true;
    } else return;
    this.consume(segment);
    this.open = { chapter: chapter === 2 ? 2 : 3, row, label: segment.text, values: [], glued: false };
  }

  private words(segment: Words, at: number): void {
    const { context, open } = this;
    const next = this.segments[at + 1];
    const prose = isProse(segment.text);
    const startsLine = this.isAtLineStart(segment.start);
    const endsLine =
      next === undefined || segment.text.endsWith('\n') || this.lineOf(next.start) > this.lineOf(segment.end - 1);
    // A word alone on its line among cells is a cell: 无.
    if (
      open !== null &&
      startsLine &&
      endsLine &&
      !prose &&
      squeezed(segment.text).length <= 8 &&
      !segment.text.includes('\n')
    ) {
      const place = { table: open.chapter, row: 0, column: open.values.length + 1 };
      open.values.push({ text: segment.text.trim(), place, column: open.values.length, columns: 1, words: true });
      return;
    }
    if (context.where === 2 || context.where === 3) {
      const named = this.rowInWords(segment.text, context.where);
      if (named !== null && (next?.kind === 'values' || next?.kind === 'label')) {
        const label: Label = {
          kind: 'label',
          start: segment.start,
          end: segment.end,
          text: segment.text,
          meanings: [],
        };
        return this.begin(named, label, at);
      }
    }
    const before = this.segments[at - 1];
    const besideHead =
      before?.kind === 'label' && isDisclosureHead(before.text) && next?.kind === 'label' && next.start === segment.end;
    // 本年新 above 本年新: two headings cut alike.
    const lines = segment.text.split('\n').filter((line) => squeezed(line) !== '');
    const heads = lines.length > 1 && lines.every(isDisclosureHead) ? lines : [segment.text];
    if (context.where === 2 && !prose && this.fresh && (besideHead || heads.every(isDisclosureHead))) {
      this.close(segment);
      this.consume(segment);
      return heads.forEach((head) => this.addHead(head));
    }
    this.close(segment);
    if (prose) this.fresh = false;
    this.disputesHead = context.where === 4 && !prose;
    if (context.where === 4 && !prose) context.nameDisputes(disputesIn(segment.text));
    // A row that the form does not have, or whose label is not to be read.
    if (
      next?.kind === 'values' &&
      !prose &&
      ((context.where === 2 && this.fresh) || (context.where === 3 && this.rowsBegun))
    ) {
      this.open = { chapter: context.where, row: null, label: segment.text, values: [], glued: false };
    }
  }

  /** A misspelt label: the words as a whole, or their last line. */
  private rowInWords(text: string, chapter: 2 | 3): RowPlace | null {
    if (squeezed(text).length > 120) return null;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const whole = rowLike(flat(text).replace(/\s/g, ''), chapter);
    if (whole !== null || lines.length < 2) return whole;
    return rowLike(lines.at(-1) ?? '', chapter);
  }

  private values(segment: Values, at: number): void {
    const { context, open } = this;
    if (segment.into === true && !this.isRow(segment)) {
      const text = segment.tokens.map((token) => token.text).join(' ');
      return this.words({ kind: 'words', start: segment.start, end: segment.end, text }, at);
    }
    if (context.where === 4) return this.disputes(segment, at);
    if (open === null) {
      // Numbers of a row with no label at all.
      if (
        context.where === 3 &&
        this.rowsBegun &&
        segment.tokens.length === Object.keys(applicantCounts.columns).length
      ) {
        this.open = { chapter: 3, row: null, label: '', values: [], glued: false };
        this.take(segment, this.open);
      }
      return;
    }
    this.take(segment, open);
  }

  /**
   * Whether numbers with prose right behind them are a row of the table that is being read: whole, or a run of bare
   * digits right behind the label, which then has too few of them.
   */
  private isRow({ tokens, attached }: Values): boolean {
    const { context, open } = this;
    const digits = tokens.reduce((sum, { text }) => sum + tidy(text).replace(/\D/g, '').length, 0);
    const [only] = tokens;
    const bare = tokens.length === 1 && attached && /^\d+$/.test(only?.text ?? '');
    if (context.where === 2) return open !== null && this.fresh && (context.heads?.length ?? 0) > 0;
    if (context.where === 3)
      return open !== null && this.rowsBegun && (bare || digits >= Object.keys(applicantCounts.columns).length);
    const outcomes = Object.keys(disputeOutcomes.columns).length;
    return context.where === 4 && digits >= outcomes * (bare ? 1 : disputeBlocks);
  }

  private take(segment: Values, open: Open): void {
    const row = this.counted[open.chapter] + 1;
    const grown = segment.tokens.some(({ text }) => /^[+-]?[0０][\d０-９]/.test(text));
    open.glued ||= segment.attached || grown;
    this.context.signs.glued ||= grown;
    this.consume(segment);
    for (const token of segment.tokens) open.values.push(this.valueOf(token, open.chapter, row, open.values.length));
  }

  private valueOf(token: Token, chapter: ChapterNumber, row: number, column: number): Value {
    const { page } = this.lines[this.lineOf(token.start)] ?? {};
    return {
      text: token.text,
      place: { table: chapter - 1, row, column: column + 1, ...(page === undefined ? {} : { page }) },
      column,
      columns: 1,
    };
  }

  /** The numbers of table four stand behind its headings. */
  private disputes(segment: Values, at: number): void {
    const { context } = this;
    // The blanks of a merged heading.
    if (segment.tokens.every(({ text }) => text === '') && this.segments[at + 1]?.kind === 'label') {
      const next = this.segments[at + 1];
      const headed =
        next?.kind === 'label' &&
        (disputesIn(next.text).length > 0 || next.meanings.some((one) => one.kind !== 'chapter'));
      if (headed) return this.consume(segment);
    }
    const digits = segment.tokens.reduce((sum, { text }) => sum + tidy(text).replace(/\D/g, '').length, 0);
    const kinds = Object.keys(disputeOutcomes.columns).length;
    const before = this.segments[at - 1];
    const headed = before === undefined || before.kind === 'label' || this.disputesHead;
    if (!headed || Math.max(segment.tokens.length, digits) < kinds) return;
    this.counted[4] += 1;
    this.consume(segment);
    const values = segment.tokens.map((token, column) => this.valueOf(token, 4, this.counted[4], column));
    context.records.push({
      ...this.recordBase(4),
      values,
      disputes: [...context.disputes],
      glued: segment.attached || segment.tokens.some(({ text }) => /^[0０][\d０-９]/.test(text)),
    });
    context.disputesTold();
    this.disputesHead = false;
  }

  private recordBase(chapter: ChapterNumber): RowRecord {
    const { context } = this;
    return {
      chapter,
      row: null,
      label: '',
      values: [],
      heads: chapter === 2 ? (context.heads?.map((head) => ({ ...head, column: -1 })) ?? null) : null,
      order:
        chapter === 3
          ? { keys: Object.keys(applicantCounts.columns), columns: null, headed: this.context.applicantsNamed }
          : null,
      disputes: [],
      outcomes: [],
      origin: 'text',
      source: this.source,
      glued: false,
      damaged: false,
      perhapsGroup: false,
      followedBy: '',
    };
  }

  /** The row that was being read is complete: `by` is what ends it. */
  private close(by: Label | Words | null): void {
    const { open } = this;
    if (open === null) return;
    this.open = null;
    this.counted[open.chapter] += 1;
    if (open.row === null && open.values.length === 0) return;
    const numberless = by?.kind === 'label' ? rowLike(by.text, 3) : null;
    this.context.records.push({
      ...this.recordBase(open.chapter),
      row: open.row,
      label: open.label,
      values: open.values,
      glued: open.glued,
      perhapsGroup: open.row?.row.hidden === true,
      followedBy: numberless !== null && coreOf(by?.text ?? '').number === '' ? numberOf(numberless) : '',
    });
  }

  /** Takes a piece of the table out of the chapter's prose. */
  private consume({ start, end }: Segment): void {
    for (let line = this.lineOf(start); line <= this.lineOf(Math.max(start, end - 1)); line++) {
      const own = this.lines[line];
      const from = this.starts[line] ?? 0;
      if (own?.block === undefined) continue;
      const range = {
        from: own.offset + Math.max(0, start - from),
        to: own.offset + Math.min(own.text.length, end - from),
      };
      const known = this.context.tableText.get(own.block);
      if (known === undefined) this.context.tableText.set(own.block, [range]);
      else known.push(range);
    }
  }

  private isAtLineStart(position: number): boolean {
    const line = this.lineOf(position);
    const start = this.starts[line] ?? 0;
    return this.lines[line]?.text.slice(0, position - start).trim() === '';
  }

  private lineOf(position: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
