/** A page of a list, read by its order: a cursor per node. */
import { readColumns, type Columns } from './columns.js';
import { cursorsOf, type PlaceValue } from './cursor.js';
import type { Reader, Row } from './database.js';
import { isAfter, orderedBy, placeColumns, placeIn, placesOf, placeTerms, type OrderTerm } from './order.js';
import type { PageParts, Paging } from './question.js';
import { list, raw, sql, yes, type Sql } from './sql.js';

export interface Page<Node> {
  nodes: Node[];
  /** Empty where they were not asked for. */
  cursors: string[];
  /** Null where it was not asked for. */
  totalCount: number | null;
  hasNextPage: boolean;
}

export interface Listed {
  /** Everything that decides which rows there are and in what order: cursors are bound to it. */
  question: unknown;
  columns: Sql;
  /** FROM, with its joins. */
  from: Sql;
  where: Sql;
  order: readonly OrderTerm[];
  /** What is read of the rows of a page alone, over p, a row: of all that are put in order it would cost more. */
  ofPage?: { columns: readonly Columns[]; join: Sql };
}

const everything: PageParts = { totalCount: true, nodes: true, cursors: true };

/** Reads so many rows that come after the place, null: from the first on. With the columns of their own place. */
export type ReadRows = (reader: Reader, place: readonly PlaceValue[] | null, limit: number) => Promise<Row[]>;

/** By one statement that leaves it to the database how. */
function inOrder(listed: Listed): ReadRows {
  const { columns, from, where, order } = listed;
  return (reader, place, limit) =>
    readListed(
      reader,
      listed,
      sql`SELECT ${columns}, ${placeColumns(order)} ${from}
      WHERE ${where} AND ${place === null ? yes : isAfter(order, place)} ORDER BY ${orderedBy(order)} LIMIT ${limit}`,
    );
}

/** The rows of a statement in the list's order, with everything that is read of them. */
export function readListed(reader: Reader, { ofPage, order }: Listed, rows: Sql): Promise<Row[]> {
  if (ofPage === undefined) return reader.read(rows);
  return readColumns(
    reader,
    ofPage.columns,
    sql`FROM (${rows}) p ${ofPage.join} ORDER BY ${orderedBy(placeTerms(order))}`,
    placesOf(order.length),
  );
}

/** The rows of the page, and how many there are in all: each is read where it is asked for. */
export async function readPage(
  reader: Reader,
  listed: Listed,
  paging: Paging,
  readRows: ReadRows = inOrder(listed),
): Promise<Page<Row>> {
  const { question, from, where, order } = listed;
  const cursors = cursorsOf(question);
  const place = paging.after == null ? null : cursors.placeOf(paging.after, order.length);
  const parts = paging.parts ?? everything;
  const [count] = parts.totalCount ? await reader.read(sql`SELECT COUNT(*) AS count ${from} WHERE ${where}`) : [];
  const totalCount = count === undefined ? null : Number(count['count']);
  if (!parts.nodes) return { nodes: [], cursors: [], totalCount, hasNextPage: false };
  if (paging.first === 0) {
    const after = place === null ? yes : isAfter(order, place);
    const [more] = await reader.read(sql`SELECT 1 AS more ${from} WHERE ${where} AND ${after} LIMIT 1`);
    return { nodes: [], cursors: [], totalCount, hasNextPage: more !== undefined };
  }
  const rows = await readRows(reader, place, paging.first + 1);
  const nodes = rows.slice(0, paging.first);
  return {
    nodes,
    cursors: parts.cursors ? nodes.map((row) => cursors.at(placeIn(row, order))) : [],
    totalCount,
    hasNextPage: rows.length > nodes.length,
  };
}

const parentColumn: Columns = { parent: 'p.parent' };

/** A page for each of several parents, in the same statements. parent: the column that tells them apart. */
export async function readPages(
  reader: Reader,
  listed: Listed,
  parent: Sql,
  parents: readonly string[],
  paging: Paging,
): Promise<Page<Row>[]> {
  if (parents.length === 0) return [];
  const { question, columns, from, where, order, ofPage } = listed;
  const cursors = cursorsOf(question);
  const after = paging.after == null ? yes : isAfter(order, cursors.placeOf(paging.after, order.length));
  const ofThem = sql`${where} AND ${parent} IN (${list([...new Set(parents)])})`;
  const parts = paging.parts ?? everything;
  const counts = parts.totalCount
    ? await reader.read(sql`SELECT ${parent} AS parent, COUNT(*) AS count ${from} WHERE ${ofThem} GROUP BY ${parent}`)
    : [];
  const totals = new Map(counts.map((row) => [String(row['parent']), Number(row['count'])]));
  const placed = sql`(
        SELECT ${columns}, ${placeColumns(order)}, ${parent} AS parent,
          ROW_NUMBER() OVER (PARTITION BY ${parent} ORDER BY ${orderedBy(order)}) AS place
        ${from} WHERE ${ofThem} AND ${after}) p`;
  const ofPages = sql`WHERE p.place <= ${raw(String(paging.first + 1))} ORDER BY p.parent, p.place`;
  const read = (): Promise<Row[]> =>
    ofPage === undefined
      ? reader.read(sql`SELECT * FROM ${placed} ${ofPages}`)
      : readColumns(
          reader,
          [...ofPage.columns, parentColumn],
          sql`FROM ${placed} ${ofPage.join} ${ofPages}`,
          placesOf(order.length),
        );
  const found = parts.nodes ? await read() : [];
  const rows = new Map<string, Row[]>();
  for (const row of found) {
    const one = String(row['parent']);
    rows.set(one, [...(rows.get(one) ?? []), row]);
  }
  return parents.map((one) => {
    const own = rows.get(one) ?? [];
    const nodes = own.slice(0, paging.first);
    return {
      nodes,
      cursors: parts.cursors ? nodes.map((row) => cursors.at(placeIn(row, order))) : [],
      totalCount: parts.totalCount ? (totals.get(one) ?? 0) : null,
      hasNextPage: own.length > nodes.length,
    };
  });
}

/** The same page with its rows as what they stand for. */
export function mapPage<From, To>(page: Page<From>, node: (from: From) => To): Page<To> {
  return { ...page, nodes: page.nodes.map(node) };
}
