/**
 * How the cells of a report stand in its document, as one compact text: a list of runs. A run is cells of one row of the
 * form that stand side by side in the document, each a letter for its status and what stands there; the letter is small
 * where nothing can be quoted. Rows and columns go by their names, so that an edition more changes no text that is held.
 *
 *     [["applications.received","naturalPerson",1,5,2,0,"N3","N1","B"]]
 *
 * The numbers: table, row, column of the first cell, page; 0 where there is none.
 */
import { cells, isCellPath, type Cell, type CellPath } from '../template/figures.js';
import type { CellPlace, CellStatus, CellText, Report } from '../report/report.js';

const letters = { NUMBER: 'N', BLANK: 'B', NOT_APPLICABLE: 'X', TEXT: 'T', ABSENT: 'A' } as const satisfies Record<
  CellStatus,
  string
>;
const statuses = new Map<string, CellStatus>(
  (Object.keys(letters) as CellStatus[]).map((status) => [letters[status], status]),
);

type Run = [row: string, column: string, table: number, row: number, column: number, page: number, ...texts: string[]];
const headLength = 6;

function written({ status, raw }: CellText): string {
  return raw === null ? letters[status].toLowerCase() : letters[status] + raw;
}

/** Null where the document says nothing of its cells. */
export function encodeCellTexts(texts: Report['cells']): string | null {
  const runs: Run[] = [];
  let last: Cell | null = null;
  for (const cell of cells) {
    const text = texts[cell.path];
    if (text === undefined) continue;
    const run = runs.at(-1);
    const before = last?.rowPath === cell.rowPath && last.index + 1 === cell.index ? texts[last.path] : undefined;
    if (run !== undefined && before !== undefined && goesOn(before.place, text.place)) {
      run.push(written(text));
    } else {
      const { table = 0, row = 0, column = 0, page = 0 } = text.place ?? {};
      runs.push([cell.rowPath, cell.columnKey, table, row, column, page, written(text)]);
    }
    last = cell;
  }
  return runs.length === 0 ? null : JSON.stringify(runs);
}

function goesOn(before: CellPlace | null, here: CellPlace | null): boolean {
  if (before === null || here === null) return before === here;
  return (
    before.table === here.table &&
    before.row === here.row &&
    before.column + 1 === here.column &&
    before.page === here.page
  );
}

const columnKeys = new Map<string, string[]>();
for (const { rowPath, columnKey } of cells) columnKeys.set(rowPath, [...(columnKeys.get(rowPath) ?? []), columnKey]);

export function decodeCellTexts(encoded: string): Report['cells'] {
  const texts: Partial<Record<CellPath, CellText>> = {};
  for (const run of JSON.parse(encoded) as Run[]) {
    const [rowPath, firstKey, table, row, column, page] = run;
    const keys = columnKeys.get(rowPath) ?? [];
    const first = keys.indexOf(firstKey);
    (run.slice(headLength) as string[]).forEach((text, at) => {
      const path = `${rowPath}.${keys[first + at]}`;
      const letter = text.charAt(0);
      const status = statuses.get(letter.toUpperCase());
      // A row that the form no longer has says nothing to anybody.
      if (first < 0 || status === undefined || !isCellPath(path)) return;
      texts[path] = {
        status,
        raw: letter === letter.toLowerCase() ? null : text.slice(1),
        place: table === 0 ? null : { table, row, column: column + at, ...(page === 0 ? {} : { page }) },
      };
    });
  }
  return texts;
}
