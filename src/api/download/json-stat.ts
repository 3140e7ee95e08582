/**
 * JSON-stat 2.0: a cube whose dimensions are what the rows are of, and the measures as its last one. A cell that nothing
 * states is null with a status: of a row that is not there, or of a report that leaves it blank.
 */
import { BadQuestion } from '../../store/bad-question.js';
import type { Column, Row, Value } from './column.js';
import { dimensionsOf, type Dimension } from './json-stat-dimensions.js';
import type { Table } from './table.js';

/** Cells of a cube, those of no row with them. */
const mostCells = 5_000_000;
/** Cells to gather before they are written. */
const atOnce = 10_000;

const notStated = 'n';
const noRow = 'm';

interface Category {
  /** Places by id, in the order of the rows. */
  places: Map<string, number>;
  labels: string[];
}

interface Measure {
  column: Column;
  at: number;
}

export async function* jsonStatOf(table: Table): AsyncGenerator<string> {
  const { about, columns, pages } = table;
  const wanted = dimensionsOf(columns);
  const rows: Row[] = [];
  for await (const page of pages) for (const row of page) rows.push(row);
  // What the rows are not grouped by is null in all of them.
  const dimensions = wanted.filter(({ known }) => rows.length === 0 || rows.some((row) => row[known] !== null));
  const used = new Set(wanted.flatMap(({ known, called }) => [known, called]));
  const measures = columns
    .map((column, at): Measure => ({ column, at }))
    .filter(({ column: { type }, at }) => ['INTEGER', 'FLOAT', 'AMOUNT'].includes(type) && !used.has(at));
  assertCube(dimensions, measures, rows);
  const categories = dimensions.map((dimension) => categoryOf(dimension, rows));
  const size = [...categories.map(({ labels }) => labels.length), measures.length];
  assertSize(size);
  const placed = placeRows(rows, dimensions, categories);

  const head = {
    version: '2.0',
    class: 'dataset',
    label: about.title,
    source: about.citation,
    id: [...dimensions.map(({ id }) => id), measureDimension],
    size,
    role: roleOf(dimensions),
    dimension: Object.fromEntries([
      ...dimensions.map(({ id, label }, at) => [id, { label, category: describedCategory(categories[at]) }]),
      [measureDimension, { label: '指标', category: measureCategory(measures) }],
    ]) as Record<string, unknown>,
    extension: {
      ...about,
      status: { label: { [notStated]: 'not stated 未填', [noRow]: 'no such row 无此行' } },
    },
  };
  yield `${JSON.stringify(head).slice(0, -1)},"value":[`;
  yield* cellsOf(placed, measures, size);
  yield '}\n';
}

const measureDimension = 'measure';

function assertCube(dimensions: readonly Dimension[], measures: readonly Measure[], rows: readonly Row[]): void {
  if (measures.length === 0)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      'JSON-stat is of numbers, and the query selects none: add figures or rates.',
    );
  if (dimensions.length === 0 && rows.length > 1)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      'JSON-stat needs to know what each row is of: select key { year division { code name } } or as the rows are grouped, or the id or code of the rows.',
    );
}

function assertSize(size: readonly number[]): void {
  const cells = size.reduce((all, one) => all * one, 1);
  if (cells > mostCells)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `The cube would have ${size.join(' × ')} = ${cells} cells, and at most ${mostCells} are written. Ask for fewer columns or groups, or take another format.`,
      { cells, limit: mostCells },
    );
}

const idOf = (value: Value | undefined): string => String(value ?? '');

function categoryOf({ known, called }: Dimension, rows: readonly Row[]): Category {
  const places = new Map<string, number>();
  const labels: string[] = [];
  for (const row of rows) {
    const id = idOf(row[known]);
    if (places.has(id)) continue;
    places.set(id, labels.length);
    labels.push(idOf(called === null ? row[known] : row[called]));
  }
  return { places, labels };
}

/** Rows by the place of their first cell, counted in rows of the cube. */
function placeRows(
  rows: readonly Row[],
  dimensions: readonly Dimension[],
  categories: readonly Category[],
): Map<number, Row> {
  const placed = new Map<number, Row>();
  for (const row of rows) {
    let place = 0;
    for (const [at, { known }] of dimensions.entries()) {
      const category = categories[at];
      place = place * (category?.labels.length ?? 1) + (category?.places.get(idOf(row[known])) ?? 0);
    }
    if (placed.has(place))
      throw new BadQuestion(
        'BAD_USER_INPUT',
        `Two rows are of the same ${dimensions.map(({ id }) => id).join(', ') || 'total'}: select everything that tells the rows apart, such as each key that they are grouped by.`,
      );
    placed.set(place, row);
  }
  return placed;
}

function describedCategory(category: Category | undefined): Record<string, unknown> {
  const { places = new Map<string, number>(), labels = [] } = category ?? {};
  return {
    index: [...places.keys()],
    label: Object.fromEntries([...places].map(([id, place]) => [id, labels[place]])),
  };
}

function measureCategory(measures: readonly Measure[]): Record<string, unknown> {
  const each = (of: (column: Column) => unknown): Record<string, unknown> =>
    Object.fromEntries(measures.map(({ column }) => [column.name, of(column)]));
  return {
    index: measures.map(({ column }) => column.name),
    label: each(({ labelZh }) => labelZh),
    unit: each(({ unit, type }) => ({
      label: unit ?? '',
      ...(type === 'AMOUNT' ? { decimals: 6 } : type === 'INTEGER' ? { decimals: 0 } : {}),
    })),
    note: each(({ definition }) => [definition]),
  };
}

function roleOf(dimensions: readonly Dimension[]): Record<string, string[]> {
  const of = (role: Dimension['role']): string[] => dimensions.filter((one) => one.role === role).map(({ id }) => id);
  const [time, geo] = [of('time'), of('geo')];
  return { ...(time.length > 0 && { time }), ...(geo.length > 0 && { geo }), metric: [measureDimension] };
}

/** The values, then the status of each that is null. Amounts are written with all their decimals. */
function* cellsOf(
  placed: ReadonlyMap<number, Row>,
  measures: readonly Measure[],
  size: readonly number[],
): Generator<string> {
  const rows = size.slice(0, -1).reduce((all, one) => all * one, 1);
  const written = function* (cell: (row: Row | undefined, measure: Measure, index: number) => string | null) {
    let [text, cells, first] = ['', 0, true];
    for (let place = 0; place < rows; place++)
      for (const [at, measure] of measures.entries()) {
        const one = cell(placed.get(place), measure, place * measures.length + at);
        if (one === null) continue;
        text += first ? one : `,${one}`;
        first = false;
        if (++cells % atOnce > 0) continue;
        yield text;
        text = '';
      }
    yield text;
  };
  yield* written((row, { at }) => {
    const value = row?.[at] ?? null;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  yield '],"status":{';
  yield* written((row, { at }, index) => {
    if (row === undefined) return `"${index}":"${noRow}"`;
    return row[at] === null ? `"${index}":"${notStated}"` : null;
  });
  yield '}';
}
