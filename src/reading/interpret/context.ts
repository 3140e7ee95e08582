/** What the reading of tables carries from one block of the document to the next. */
import type { Paragraph } from '../document.js';
import type { RowPlace } from '../../template/figures.js';
import type { ChapterNumber } from './labels.js';
import type { ColumnOrder, Head, HeadCell, RowRecord, Signs } from './records.js';
import { noSigns } from './records.js';

export class Context {
  /** The chapter whose table is being read; 0 outside. */
  where: 0 | ChapterNumber = 0;
  /** The headings in force in chapter two. */
  heads: Head[] | null = null;
  /** The grid that the headings stand in. */
  headsSource = -1;
  /** The columns in force in chapter three. */
  applicants: ColumnOrder | null | undefined = undefined;
  applicantsSource = -1;
  /** Running text: a heading of a column of chapter three has been met. */
  applicantsNamed = false;
  /** Chapter four: whose outcomes come next, named since the last ones. */
  disputes: RowPlace[] = [];
  /** The headings of their outcomes have been met: what is named after them is of another table. */
  outcomesMet = false;
  outcomes: readonly HeadCell[] = [];
  readonly records: RowRecord[] = [];
  readonly signs: Signs = noSigns();
  /** Pieces of paragraphs that are pieces of tables. */
  readonly tableText = new Map<Paragraph, { from: number; to: number }[]>();

  enter(chapter: ChapterNumber): void {
    this.where = chapter;
    this.signs.tables.add(chapter);
  }

  /** Headings of chapter two end at a block's heading. */
  beginBlock(item: string | null): void {
    this.enter(2);
    this.heads = null;
    if (item !== null) this.signs.blocks.add(item);
  }

  nameDisputes(places: readonly RowPlace[]): void {
    if (places.length > 0 && this.outcomesMet) this.disputesTold();
    for (const place of places) if (!this.disputes.includes(place)) this.disputes.push(place);
  }

  /** Their numbers were read, or a table of blanks stood for them. */
  disputesTold(): void {
    this.disputes = [];
    this.outcomesMet = false;
  }
}
