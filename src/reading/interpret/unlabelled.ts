/** Rows without a label that is known: named by their place where exactly as many of the form's rows are missing there. */
import { rows, type RowPlace } from '../../template/figures.js';
import type { Edition } from '../../template/form.js';
import { chapterOf, isPieceOf, type ChapterNumber } from './labels.js';
import type { RowRecord } from './records.js';

export interface Placed {
  record: RowRecord;
  row: RowPlace;
}

/** @param records of one chapter, in the document's order, those with numbers only */
export function placeUnlabelled(records: readonly RowRecord[], chapter: ChapterNumber, edition: Edition): Placed[] {
  const present = new Set(records.flatMap(({ row }) => (row === null ? [] : [row])));
  const form = rows.filter(
    (place) => chapterOf(place) === chapter && (place.row.editions.includes(edition) || present.has(place)),
  );
  const placed: Placed[] = [];
  let before = -1;
  let waiting: RowRecord[] = [];
  for (const record of records) {
    if (record.row === null) {
      if (before !== -1) waiting.push(record);
      continue;
    }
    const at = form.indexOf(record.row);
    if (waiting.length > 0)
      placed.push(
        ...fill(
          waiting,
          form.slice(before + 1, Math.max(at, 0)).filter((place) => !present.has(place)),
        ),
      );
    waiting = [];
    before = at;
  }
  return placed;
}

function fill(waiting: readonly RowRecord[], missing: readonly RowPlace[]): Placed[] {
  if (missing.length === 0) return [];
  // A row with words that are no piece of any missing label is a row that the form does not have.
  const candidates = waiting.filter(({ label }) => missing.some((row) => isPieceOf(label, row)));
  if (candidates.length !== missing.length) return [];
  const placed = candidates.flatMap((record, at): Placed[] => {
    const row = missing[at];
    return row === undefined || !isPieceOf(record.label, row) ? [] : [{ record, row }];
  });
  return placed.length === missing.length ? placed : [];
}
