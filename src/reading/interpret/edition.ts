/** The edition of the form, by what the tables say: the year and the notice that a report cites are no evidence. */
import { BadInput } from '../../report/bad-input.js';
import { blocksOfOneEdition } from '../../template/disclosure.js';
import { rows } from '../../template/figures.js';
import { editions, type Columns, type Edition } from '../../template/form.js';
import { columnLike, editionOfHeading } from './labels.js';
import type { RowRecord, Signs } from './records.js';

const disclosureColumns: readonly Columns[] = [
  ...new Set(rows.filter(({ chapter }) => chapter === 2).map(({ row }) => row.columns)),
];

/** @throws BadInput AMBIGUOUS_EDITION where as much speaks for the one as for the other */
export function editionOf(records: readonly RowRecord[], signs: Signs): Edition {
  const markers = markersIn(records, signs);
  const [first, second] = editions.map((edition) => ({ edition, markers: [...markers[edition]] }));
  const [more, less] = (second?.markers.length ?? 0) > (first?.markers.length ?? 0) ? [second, first] : [first, second];
  if (more === undefined || more.markers.length === (less?.markers.length ?? 0)) {
    throw new BadInput('AMBIGUOUS_EDITION', ambiguity(markers));
  }
  return more.edition;
}

function ambiguity(markers: Record<Edition, Set<string>>): string {
  const named = editions.map((edition) => `${[...markers[edition]].join('、') || 'nothing'} for ${edition}`).join(', ');
  return `tables: found ${named}, expected headings or rows of one edition, such as 本年新制作数量 or 本年制发件数.`;
}

function markersIn(records: readonly RowRecord[], signs: Signs): Record<Edition, Set<string>> {
  const found: Record<Edition, Set<string>> = { FORM_2019: new Set(), FORM_2021: new Set() };
  for (const head of signs.heads) {
    for (const columns of disclosureColumns) {
      const key = columnLike(head, columns);
      const column = key === null ? undefined : columns.columns[key];
      const edition = column === undefined ? null : editionOfHeading(head, column);
      if (edition !== null && column !== undefined) found[edition].add(column.english);
    }
  }
  for (const edition of editions) {
    for (const item of blocksOfOneEdition[edition])
      if (signs.blocks.has(item)) found[edition].add(`第二十条第（${item}）项`);
  }
  for (const { row, values } of records) {
    const [edition, other] = row?.row.editions ?? [];
    if (row === null || edition === undefined || other !== undefined) continue;
    // （六）其他处理 heads a group in one edition and is a row in the other: numbers make it a row.
    const counts = !row.row.hidden || values.some(({ text }) => /\d/.test(text));
    if (counts) found[edition].add(row.row.english);
  }
  return found;
}
