/**
 * What the figures of a table stand on, asked beside its rows by queries of our own: so no query is refused for it, and
 * it is told whether or not the query selects it. Read only by a format that tells it, when the rows have been read.
 */
import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  print,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { AskedTogether } from '../graphql-server.js';
import type { Moment } from '../moment.js';
import { columnsOf, rowOf, withDistinctLabels, type Column, type Row } from './column.js';
import { reportsAskedBy } from './coverage-asked.js';
import { coverageColumns, coverageRow, coverageType } from './coverage-columns.js';
import { keysOf, nameOf, placesOfObject, placesWithin, selectionAt, type CoveragePlace } from './coverage-places.js';
import { field, pageQueryOf, setOf } from './page-query.js';
import { dataOf, NotAnswered, pagesFrom, reading, type ReadPage } from './page-reading.js';
import type { Place } from './rows-of-query.js';
import type { Selection } from './selection-of.js';

/** One coverage, in numbers. */
export interface CoverageOf {
  /** What it is of: Chinese and English. */
  title: string;
  columns: readonly Column[];
  row: Row;
}

export interface CoverageTold {
  /** Of everything that was asked for, or of what all rows stand under. */
  whole: readonly CoverageOf[];
  /** REPORTS: each is a report that is held, or hangs on one. */
  rowsAre: 'TOTALS' | 'REPORTS' | 'OTHER';
  /** Of each row, in the order of the table; null where the rows are no totals, or it cannot be told. */
  rows: CoverageRows | null;
  /** In agency-years: the words of the schema. */
  definition: string;
  /** Why something of it cannot be told. */
  untold: readonly string[];
}

export interface CoverageRows {
  /** What tells the rows apart, then their coverage. */
  columns: readonly Column[];
  /** A refusal on the way is thrown as NotAnswered. */
  pages: AsyncGenerator<Row[]>;
}

export interface CoverageParts {
  schema: GraphQLSchema;
  selection: Selection;
  place: Place;
  together: AskedTogether;
  moment: Moment;
  variables: Record<string, unknown>;
  complexityLimit: number;
  /** The most rows of the table. */
  most: number;
}

export async function readCoverage(parts: CoverageParts): Promise<CoverageTold> {
  const untold: string[] = [];
  const whole = [...(await ofWhatWasAsked(parts, untold)), ...(await ofWhatIsAbove(parts, untold))];
  const { schema, selection, place } = parts;
  const places = placesWithin(place.type, place.row, selection);
  const rows = places.length === 0 ? null : await unlessRefused(() => ofRows(parts, places), untold);
  const rowsAre = places.length > 0 ? 'TOTALS' : hangsOnReport(place.type) ? 'REPORTS' : 'OTHER';
  return { whole, rowsAre, rows, definition: coverageType(schema).description ?? '', untold };
}

/** Never without a report: so a row of timeliness does not, which may be of one that is not held. */
function hangsOnReport(type: GraphQLObjectType): boolean {
  const report = type.getFields()['report']?.type;
  return type.name === 'Report' || (isNonNullType(report) && getNamedType(report).toString() === 'Report');
}

/** What /graphql would refuse is told in its words; that the table is whole does not hang on it. */
async function unlessRefused<T>(read: () => Promise<T>, untold: string[]): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (!untold.includes(refusal)) untold.push(refusal);
    return null;
  }
}

/** In words; null of what is no refusal. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof NotAnswered)) return null;
  return error.errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL') ? null : error.message;
}

/** The reports that the list is of, whatever groups, figures or findings of them are listed. */
async function ofWhatWasAsked(parts: CoverageParts, untold: string[]): Promise<CoverageOf[]> {
  const { schema, selection, place, variables, together } = parts;
  const columns = coverageColumns(schema, ['coverage'], 'coverage');
  const query = `query($basis: StatisticsBasis, $where: ReportFilter, $quality: Quality, $asOf: DateTime) {
    statistics(basis: $basis, where: $where, quality: $quality, asOf: $asOf) {
      nodes { ${print(selectionAt([], coverageType(schema)))} }
    }
  }`;
  const refusals: string[] = [];
  const told: CoverageOf[] = [];
  for (const asked of reportsAskedBy(schema, selection, place, variables)) {
    const data = await unlessRefused(() => dataOf(together, query, asked.arguments), refusals);
    const [row] = data == null ? [] : rowsOfStatistics(data);
    if (row !== undefined) told.push({ title: asked.title, columns, row: coverageRow(row, columns) });
  }
  // Where reports of one scope are asked for, the other basis is refused, and is not what was asked.
  if (told.length === 0) untold.push(...refusals);
  return told;
}

function rowsOfStatistics({ statistics }: Record<string, unknown>): readonly unknown[] {
  const nodes = typeof statistics === 'object' && statistics !== null && 'nodes' in statistics ? statistics.nodes : [];
  return Array.isArray(nodes) ? nodes : [];
}

/** Totals on the way to the rows, such as those that reports of the rows contribute to. */
async function ofWhatIsAbove(parts: CoverageParts, untold: string[]): Promise<CoverageOf[]> {
  const { schema, place } = parts;
  const told: CoverageOf[] = [];
  for (const [nth, { key, nodes, of }] of place.steps.slice(0, -1).entries()) {
    const type = getNamedType(of.getFields()[nodes[0]?.name.value ?? '']?.type);
    if (!isObjectType(type)) throw new Error(`${key} is no object`);
    const places = placesOfObject(type);
    if (places.length === 0) continue;
    const steps = place.steps.slice(0, nth + 1);
    const row = [rowWith(places.map((one) => selectionAt(one, coverageType(schema))))];
    const { read } = asking(parts, { kind: 'OBJECT', steps, type, row, edges: false });
    const page = await unlessRefused(() => read(1, null, false), untold);
    const [object] = page?.rows ?? [];
    if (object === undefined) continue;
    for (const one of places) {
      const columns = coverageColumns(schema, keysOf(one), keysOf(one).join('.'));
      const title = [...steps.map((step) => step.key), ...keysOf(one).slice(0, -1)].join('.');
      told.push({ title, columns, row: coverageRow(object, columns) });
    }
  }
  return told;
}

async function ofRows(parts: CoverageParts, places: readonly CoveragePlace[]): Promise<CoverageRows> {
  const { schema, selection, place, most } = parts;
  const used = new Set(places.flatMap(([node]) => (node ? [nameOf(node)] : [])));
  const identity = identityOf(place.type).filter((node) => !used.has(nameOf(node)));
  const covered = places.map((one) => selectionAt(one, coverageType(schema)));
  const { read, size } = asking(parts, { ...place, row: [rowWith([...identity, ...covered])] });
  const first = await read(Math.min(size, most), null, false);

  const known = identity.length === 0 ? [] : columnsOf(place.type, [rowWith(identity)], selection);
  // What the rows are not grouped by is null in all of them.
  const telling = known.filter((column) => first.rows.some((row) => rowOf(row, [column])[0] !== null));
  const numbers = places.flatMap((one) => coverageColumns(schema, keysOf(one), keysOf(one).join('.')));
  async function* pages(): AsyncGenerator<Row[]> {
    for await (const rows of pagesFrom(first, read, size, most))
      yield rows.map((row) => [...rowOf(row, telling), ...coverageRow(row, numbers)]);
  }
  return { columns: withDistinctLabels([...telling, ...numbers]), pages: pages() };
}

const rowWith = (selected: readonly FieldNode[]): FieldNode => field('row', null, setOf(selected));

function asking(parts: CoverageParts, place: Place): { read: ReadPage; size: number } {
  const query = pageQueryOf(parts.schema, parts.selection, place, parts.complexityLimit);
  return { read: reading(parts.together, parts.moment, query, parts.variables), size: query.size };
}

/** What tells one row from another; the longer name is the better one. */
const identities = ['id', 'code', 'year', 'scope', 'fullName', 'name', 'title'];

function identityOf(type: GraphQLObjectType): FieldNode[] {
  if (type.name === 'Statistics') return [field('key', null, setOf(keyOfStatistics))];
  const fields = type.getFields();
  return identities
    .filter((name) => isLeafType(getNamedType(fields[name]?.type)) && !(name === 'name' && 'fullName' in fields))
    .map((name) => field(name));
}

const keyOfStatistics = [
  ...['year', 'agencyType', 'edition'].map((name) => field(name)),
  field('division', null, setOf([field('code'), field('fullName')])),
  field('agency', null, setOf([field('id'), field('name')])),
];
