/**
 * A query as a table: its columns are told from the query, its rows are read page by page. All pages are of one moment
 * of the database, so that no table is of two versions of the data.
 */
import type { ApolloServer } from '@apollo/server';
import { getVariableValues } from 'graphql/execution/values.js';
import { BadQuestion } from '../../store/bad-question.js';
import { holdsSynthetic } from '../../store/synthetic.js';
import type { Context } from '../context.js';
import { within, type Asked, type Checked } from '../graphql-server.js';
import type { Moment } from '../moment.js';
import { schema as schemaOf } from '../schema.js';
import { aboutOf, type About } from './about.js';
import { columnsOf, rowOf, type Column, type Row } from './column.js';
import { readCoverage, type CoverageTold } from './coverage.js';
import { pageQueryOf } from './page-query.js';
import { NotAnswered, pagesFrom, reading } from './page-reading.js';
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
  /** What the figures stand on, read when it is asked for: after the rows, of the same moment. */
  coverage: () => Promise<CoverageTold>;
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
  const variables = asked.variables ?? {};
  const read = reading(together, moment, query, variables);
  const first = await read(Math.min(query.size, most), null, true);
  const { count } = first;
  if (asked.limit == null) assertRows(count ?? first.rows.length, limits.rowLimit);
  const about = aboutOf({
    title: checked.operation.name?.value ?? place.steps.map(({ key }) => key).join('.'),
    query: asked.query,
    variables,
    dataVersion: await moment.dataVersion(),
    synthetic: await holdsSynthetic(moment),
    licence: limits.licence,
  });
  async function* pages(): AsyncGenerator<Row[]> {
    for await (const rows of pagesFrom(first, read, query.size, most)) yield rows.map((row) => rowOf(row, columns));
  }
  const { complexityLimit } = limits;
  return {
    about,
    columns,
    count: count === null ? null : Math.min(count, most),
    pages: pages(),
    coverage: () => readCoverage({ schema, selection, place, together, moment, variables, complexityLimit, most }),
  };
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

function assertRows(rows: number, limit: number): void {
  if (rows > limit)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `The table would have ${rows} rows, and at most ${limit} are given. Narrow it with where, take it in parts (a year or a province each), or give limit.`,
      { rows, limit },
    );
}
