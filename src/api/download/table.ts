/**
 * A query as a table: its columns are told from the query, its rows are read page by page. All pages are of one moment
 * of the database, so that no table is of two versions of the data.
 */
import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { BadQuestion } from '../../store/bad-question.js';
import type { Context } from '../context.js';
import { within, type Answer, type Asked, type AskedTogether, type Checked } from '../graphql-server.js';
import type { Moment } from '../moment.js';
import { schema as schemaOf } from '../schema.js';
import { aboutOf, type About } from './about.js';
import { columnsOf, rowOf, type Column, type Row } from './column.js';
import { pageQueryOf, type Page, type PageQuery } from './page-query.js';
import { placeOfRows } from './rows-of-query.js';
import { Selection } from './selection-of.js';

export interface TableAsked extends Asked {
  /** The list that the rows are of, where the query has several. */
  rows?: string | null;
  /** How many rows at most; all of them where it is null. */
  limit?: number | null;
}

export interface TableLimits {
  /** What a page may cost. */
  complexityLimit: number;
  /** The most rows of a table. */
  rowLimit: number;
  licence: string;
}

export interface Table {
  about: About;
  columns: readonly Column[];
  /** How many rows there are; null where that is known only when they have been read. */
  count: number | null;
  /** Rows, some hundred at a time; the first are read already. Nothing more is read once the moment has ended. */
  pages: AsyncGenerator<Row[]>;
}

/** GraphQL would not answer: its errors as they are shown. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** @param moment whoever made it ends it, when the pages are read or nobody wants them any more */
export async function tableOf(
  { server, moment }: { server: ApolloServer<Context>; moment: Moment },
  asked: TableAsked,
  limits: TableLimits,
): Promise<Table> {
  const together = within(server, moment);
  const checked = await together.check(asked);
  if ('errors' in checked) throw new NotAnswered(checked.errors);
  const schema = await schemaOf();
  const selection = new Selection(schema, checked.document, checked.operation, variablesOf(schema, checked, asked));
  const place = placeOfRows(schema, selection, asked.rows ?? null);
  const columns = columnsOf(place.type, place.row, selection);
  const query = pageQueryOf(schema, selection, place, limits.complexityLimit);

  const most = Math.min(asked.limit ?? Infinity, limits.rowLimit);
  const read = reading(together, moment, query, asked);
  const first = await read(Math.min(query.size, most), null, true);
  const { count } = first;
  if (count !== null && asked.limit == null) assertRows(count, limits.rowLimit);
  const about = aboutOf({
    title: checked.operation.name?.value ?? place.steps.map(({ key }) => key).join('.'),
    query: asked.query,
    variables: asked.variables ?? {},
    dataVersion: await moment.dataVersion(),
    synthetic: await isSynthetic(together),
    licence: limits.licence,
  });
  async function* pages(): AsyncGenerator<Row[]> {
    let [page, left] = [first, most];
    for (;;) {
      if (page.rows.length > left && asked.limit == null) assertRows(page.rows.length - left + most, limits.rowLimit);
      const rows = page.rows.slice(0, left).map((row) => rowOf(row, columns));
      left -= rows.length;
      yield rows;
      if (page.next === null || left === 0) return;
      page = await read(Math.min(query.size, left), page.next, false);
    }
  }
  return { about, columns, count: count === null ? null : Math.min(count, most), pages: pages() };
}

function variablesOf(
  schema: Parameters<typeof getVariableValues>[0],
  { operation }: Checked,
  { variables = {} }: Asked,
): Record<string, unknown> {
  const { coerced, errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced !== undefined) return coerced;
  throw new BadQuestion('BAD_USER_INPUT', errors.map(({ message }) => message).join(' '));
}

/** A page of rows, of the version of the data that the first page was of. */
function reading(
  together: AskedTogether,
  moment: Moment,
  query: PageQuery,
  { variables }: Asked,
): (first: number, after: string | null, counted: boolean) => Promise<Page> {
  let version: string | null = null;
  return async (first, after, counted) => {
    const { data, errors }: Answer = await together.ask({
      query: query.text(counted),
      variables: { ...variables, ...query.variables(first, after) },
    });
    if (errors !== undefined) throw new NotAnswered(errors);
    const now = await moment.dataVersion();
    if (version !== null && now !== version) throw new Error('the pages of a table were of two versions of the data');
    version = now;
    return query.read(data);
  };
}

function assertRows(rows: number, limit: number): void {
  if (rows > limit)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `The table would have ${rows} rows, and at most ${limit} are given. Narrow it with where, take it in parts (a year or a province each), or give limit.`,
      { rows, limit },
    );
}

const synthetic = `{
  own: statistics { nodes { synthetic } }
  consolidated: statistics(basis: PUBLISHED_CONSOLIDATED) { nodes { synthetic } }
}`;

async function isSynthetic(together: AskedTogether): Promise<boolean> {
  const { data, errors } = await together.ask({ query: synthetic });
  if (errors !== undefined) throw new NotAnswered(errors);
  return JSON.stringify(data).includes('"synthetic":true');
}
