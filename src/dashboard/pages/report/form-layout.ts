/** Where the headings of the printed tables stand, and how many rows and columns each covers. */
import type { Label } from '../../client/labels.generated';
import type { FormRow } from '../../client/form.generated';

/** Columns of labels to the left of table 三. */
export const labelColumns = 3;

export interface Heading {
  label: Label;
  rows: number;
  columns: number;
}

export interface PlacedRow {
  row: FormRow;
  /** Headings of groups that begin with this row, the outermost first. */
  groups: Heading[];
  /** How many columns the row's own label covers. */
  columns: number;
}

/** Groups within the chapter; a row that stands for its whole group prints its label once. */
function groupsOf({ groups, zh }: FormRow): Label[] {
  const within = groups.slice(1);
  return within.at(-1)?.zh === zh ? within.slice(0, -1) : within;
}

/** Table 三: a label per group over all its rows, and what is left of the three columns for the label of the row. */
export function placed(rows: readonly FormRow[]): PlacedRow[] {
  const groups = rows.map(groupsOf);
  const same = (at: number, depth: number): boolean =>
    groups[at] !== undefined &&
    Array.from({ length: depth + 1 }, (_, level) => level).every(
      (level) => groups[at]?.[level] !== undefined && groups[at][level].zh === groups[at - 1]?.[level]?.zh,
    );
  return rows.map((row, at) => {
    const own = groups[at] ?? [];
    const begun = own.flatMap((label, depth) => {
      if (same(at, depth)) return [];
      let rowsBelow = 1;
      while (same(at + rowsBelow, depth)) rowsBelow += 1;
      return [{ label, rows: rowsBelow, columns: 1 }];
    });
    return { row, groups: begun, columns: labelColumns - own.length };
  });
}

export interface Block {
  heading: string;
  rows: FormRow[];
}

/** Tables 二: the rows under each heading of article 20. */
export function blocksOf(rows: readonly FormRow[]): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last !== undefined && last.heading === row.block) last.rows.push(row);
    else blocks.push({ heading: row.block ?? '', rows: [row] });
  }
  return blocks;
}
