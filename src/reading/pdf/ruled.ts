/**
 * Tables drawn with ruling lines: lines are merged, lines that meet make a table, and cells are the smallest boxes
 * between lines, joined where the line between them is missing.
 */
import type { Box, Line, Page } from './page.js';

/** A table's cells by their place among its lines. */
export interface RuledTable extends Box {
  cells: RuledCell[];
  /** x of the lines between columns, the outer ones included. */
  columns: number[];
}

export interface RuledCell extends Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Lines nearer than this are one line drawn twice. */
const same = 2;
/** Lines whose ends are farther apart do not meet. */
const gap = 4;
/** How much of a cell's side has to be drawn. */
const drawn = 0.6;
/** A page with more lines is a drawing. */
const mostLines = 8_000;
/** And so is a table with more places for cells. */
const mostCells = 20_000;

export function ruledTables(page: Pick<Page, 'horizontal' | 'vertical'>): RuledTable[] {
  if (page.horizontal.length + page.vertical.length > mostLines) return [];
  const horizontal = mergeLines(page.horizontal);
  const vertical = mergeLines(page.vertical);
  return joinOpen(meetingLines(horizontal, vertical))
    .map((lines) => tableOf(lines.horizontal, lines.vertical))
    .filter((table) => table !== null)
    .sort((one, other) => one.top - other.top);
}

/** Lines at the same height that overlap or nearly touch, as one. */
function mergeLines(lines: readonly Line[]): Line[] {
  const heights = levels(lines.map(({ at }) => at));
  const byHeight = new Map<number, Line[]>();
  for (const line of lines) {
    const at = nearest(heights, line.at);
    const level = byHeight.get(at) ?? [];
    level.push({ ...line, at });
    byHeight.set(at, level);
  }
  return [...byHeight.values()].flatMap((level) => {
    const merged: Line[] = [];
    for (const line of level.sort((one, other) => one.from - other.from)) {
      const last = merged.at(-1);
      if (last !== undefined && line.from <= last.to + gap) last.to = Math.max(last.to, line.to);
      else merged.push({ ...line });
    }
    return merged;
  });
}

/** Values that lie closer together than `same`, as their mean; ascending. */
function levels(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && value - last <= same) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

function nearest(sorted: readonly number[], value: number): number {
  return sorted.reduce(
    (best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best),
    sorted[0] ?? value,
  );
}

interface Lines {
  horizontal: Line[];
  vertical: Line[];
}

/** Groups of lines that hang together. */
function meetingLines(horizontal: readonly Line[], vertical: readonly Line[]): Lines[] {
  const groups: Lines[] = [];
  const left = { horizontal: new Set(horizontal), vertical: new Set(vertical) };
  for (const start of horizontal) {
    if (!left.horizontal.delete(start)) continue;
    const group: Lines = { horizontal: [start], vertical: [] };
    for (const [h, v] of walk(group)) {
      for (const line of h === null ? [] : left.vertical) {
        if (h !== null && meet(h, line)) {
          left.vertical.delete(line);
          group.vertical.push(line);
        }
      }
      for (const line of v === null ? [] : left.horizontal) {
        if (v !== null && meet(line, v)) {
          left.horizontal.delete(line);
          group.horizontal.push(line);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Every line of a group once, those included that are added meanwhile. */
function* walk(group: Lines): Generator<[Line, null] | [null, Line]> {
  for (let h = 0, v = 0; h < group.horizontal.length || v < group.vertical.length;) {
    const horizontal = group.horizontal[h];
    const vertical = group.vertical[v];
    if (horizontal !== undefined) {
      h += 1;
      yield [horizontal, null];
    } else if (vertical !== undefined) {
      v += 1;
      yield [null, vertical];
    }
  }
}

/** Rows of a table without outer sides are no farther apart than this, nor than this many rows as they are otherwise. */
const tallestRow = 45;
const tallerThanUsual = 1.8;

/** How far one line is below the one above it, in the middle of all. */
function usualRow(lines: readonly Line[]): number {
  const heights = levels(lines.map(({ at }) => at));
  const distances = heights.slice(1).map((height, at) => height - (heights[at] ?? height));
  return distances.sort((one, other) => one - other)[Math.floor(distances.length / 2)] ?? tallestRow;
}

/**
 * Where a table's sides are not drawn, a row that is one cell has nothing that holds the lines above and below it
 * together: lines of the same extent, both ends open, one closely under the other, are of one table.
 */
function joinOpen(groups: readonly Lines[]): Lines[] {
  const joined: { lines: Lines; left: number; right: number; bottom: number }[] = [];
  const extents = groups.map((lines) => ({
    lines,
    left: Math.min(...lines.horizontal.map(({ from }) => from)),
    right: Math.max(...lines.horizontal.map(({ to }) => to)),
    top: Math.min(...lines.horizontal.map(({ at }) => at)),
    bottom: Math.max(...lines.horizontal.map(({ at }) => at)),
  }));
  for (const next of extents.sort((one, other) => one.top - other.top)) {
    const sides = next.lines.vertical.some(({ at }) => at < next.left + gap || at > next.right - gap);
    const above = sides
      ? undefined
      : joined.find(
          ({ lines, left, right, bottom }) =>
            Math.abs(left - next.left) < gap &&
            Math.abs(right - next.right) < gap &&
            next.top - bottom <
              Math.min(tallestRow, tallerThanUsual * usualRow([...lines.horizontal, ...next.lines.horizontal])),
        );
    if (above === undefined) {
      if (!sides) joined.push({ ...next });
    } else {
      above.lines.horizontal.push(...next.lines.horizontal);
      above.lines.vertical.push(...next.lines.vertical);
      above.bottom = Math.max(above.bottom, next.bottom);
    }
  }
  const open = new Set(joined.map(({ lines }) => lines));
  const closed = extents.filter(({ lines, left, right }) =>
    lines.vertical.some(({ at }) => at < left + gap || at > right - gap),
  );
  return [...open, ...closed.map(({ lines }) => lines)];
}

function meet(horizontal: Line, vertical: Line): boolean {
  return (
    horizontal.at >= vertical.from - gap &&
    horizontal.at <= vertical.to + gap &&
    vertical.at >= horizontal.from - gap &&
    vertical.at <= horizontal.to + gap
  );
}

/** null where the lines make fewer than two cells: a frame, an underline. */
function tableOf(horizontal: readonly Line[], vertical: readonly Line[]): RuledTable | null {
  if (horizontal.length < 2 || vertical.length < 1) return null;
  // An outer side that is not drawn is where the lines across it end.
  const columns = withEnds(levels(vertical.map(({ at }) => at)), horizontal);
  const rows = withEnds(levels(horizontal.map(({ at }) => at)), vertical);
  const [height, width] = [rows.length - 1, columns.length - 1];
  if (height < 1 || width < 1 || height * width < 2 || height * width > mostCells) return null;

  const region = Array.from({ length: height * width }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (region[root] !== root) root = region[root] ?? root;
    region[at] = root;
    return root;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)];
    region[Math.max(a, b)] = Math.min(a, b);
  };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const [left, right, top, bottom] = [columns[column], columns[column + 1], rows[row], rows[row + 1]];
      if (left === undefined || right === undefined || top === undefined || bottom === undefined) continue;
      if (column + 1 < width && !isDrawn(vertical, right, top, bottom)) join(cell, cell + 1);
      if (row + 1 < height && !isDrawn(horizontal, bottom, left, right)) join(cell, cell + width);
    }
  }
  const cells = rectangles(height, width, find, join).map(({ row, column, rows: down, columns: across }) => ({
    row,
    column,
    rows: down,
    columns: across,
    left: columns[column] ?? 0,
    right: columns[column + across] ?? 0,
    top: rows[row] ?? 0,
    bottom: rows[row + down] ?? 0,
  }));
  if (cells.length < 2) return null;
  return {
    cells,
    columns,
    left: columns[0] ?? 0,
    right: columns.at(-1) ?? 0,
    top: rows[0] ?? 0,
    bottom: rows.at(-1) ?? 0,
  };
}

function withEnds(across: readonly number[], lines: readonly Line[]): number[] {
  const from = Math.min(...lines.map((line) => line.from));
  const to = Math.max(...lines.map((line) => line.to));
  const all = [...across];
  if (from < (all[0] ?? from) - 2 * gap) all.unshift(from);
  if (to > (all.at(-1) ?? to) + 2 * gap) all.push(to);
  return all;
}

/** Whether enough of the side between `from` and `to` is drawn. */
function isDrawn(lines: readonly Line[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) <= same) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return covered >= drawn * (to - from);
}

type Span = Pick<RuledCell, 'row' | 'column' | 'rows' | 'columns'>;

/** The joined boxes as rectangles: whatever lies within the bounds of one is joined to it. */
function rectangles(
  height: number,
  width: number,
  find: (at: number) => number,
  join: (one: number, other: number) => void,
): Span[] {
  for (;;) {
    const spans = new Map<number, Span>();
    for (let at = 0; at < height * width; at++) {
      const [row, column] = [Math.floor(at / width), at % width];
      const root = find(at);
      const span = spans.get(root);
      if (span === undefined) spans.set(root, { row, column, rows: 1, columns: 1 });
      else {
        const right = Math.max(span.column + span.columns, column + 1);
        span.column = Math.min(span.column, column);
        span.columns = right - span.column;
        span.rows = Math.max(span.rows, row - span.row + 1);
      }
    }
    let grown = false;
    for (const [root, { row, column, rows, columns }] of spans) {
      for (let down = row; down < row + rows; down++) {
        for (let across = column; across < column + columns; across++) {
          if (find(down * width + across) === find(root)) continue;
          join(down * width + across, root);
          grown = true;
        }
      }
    }
    if (!grown) return [...spans.values()];
  }
}
