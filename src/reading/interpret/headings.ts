/** Headings told from a text by itself: of chapters, of the columns of chapter two, of the blocks of table four. */
import { rows, type RowPlace } from '../../template/figures.js';
import type { Columns } from '../../template/form.js';
import { flat, squeezed } from './characters.js';
import { columnLike, coreOf, meaningsOf } from './labels.js';

/** 1 to 6; null of a text that is no chapter's heading. */
export function chapterNumberOf(text: string): number | null {
  if (text.length > 60) return null;
  for (const meaning of meaningsOf(text)) if (meaning.kind === 'chapter') return meaning.number;
  return null;
}

const disclosureColumns: readonly Columns[] = [
  ...new Set(rows.filter(({ chapter }) => chapter === 2).map(({ row }) => row.columns)),
];
const knownHeads = new Map<string, boolean>();

/** Whether a text is the heading of a column of chapter two, perhaps misspelt. */
export function isDisclosureHead(text: string): boolean {
  let known = knownHeads.get(text);
  if (known === undefined) {
    const long = coreOf(text).text.length >= 3;
    known = long && disclosureColumns.some((columns) => columnLike(text, columns) !== null);
    if (knownHeads.size > 20_000) knownHeads.clear();
    knownHeads.set(text, known);
  }
  return known;
}

const disputePlaces = rows
  .filter(({ chapter }) => chapter === 4)
  .map((place) => ({ place, core: typeof place.row.label === 'string' ? place.row.label : '' }));

/** The reviews and lawsuits that a text names, in its order: 行政诉讼（未经复议直接起诉） names the direct ones. */
export function disputesIn(text: string): RowPlace[] {
  if (text.length < 4) return [];
  const plain = squeezed(flat(text));
  return disputePlaces
    .map(({ place, core }) => ({ place, at: plain.indexOf(core) }))
    .filter(({ at }) => at !== -1)
    .sort((one, other) => one.at - other.at)
    .map(({ place }) => place);
}
