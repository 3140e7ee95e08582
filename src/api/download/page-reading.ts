/** Pages of a table, as the API answers them: all of one moment of the database. */
import type { GraphQLFormattedError } from 'graphql';
import type { Answer, AskedTogether } from '../graphql-server.js';
import type { Moment } from '../moment.js';
import type { Page, PageQuery } from './page-query.js';

/** GraphQL would not answer: its errors as they are shown. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** @throws NotAnswered */
export async function dataOf(
  together: AskedTogether,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer['data']> {
  const { data, errors } = await together.ask({ query, variables });
  if (errors !== undefined) throw new NotAnswered(errors);
  return data;
}

/** @param counted whether the page says how many rows there are */
export type ReadPage = (first: number, after: string | null, counted: boolean) => Promise<Page>;

/** A page of rows, of the version of the data that the first page was of. */
export function reading(
  together: AskedTogether,
  moment: Moment,
  query: PageQuery,
  variables: Record<string, unknown>,
): ReadPage {
  let version: string | null = null;
  return async (first, after, counted) => {
    const data = await dataOf(together, query.text(counted), { ...variables, ...query.variables(first, after) });
    const now = await moment.dataVersion();
    if (version !== null && now !== version) throw new Error('the pages of a table were of two versions of the data');
    version = now;
    return query.read(data);
  };
}

/** The rows as they are answered, a page at a time. */
export async function* pagesFrom(
  first: Page,
  read: ReadPage,
  size: number,
  most: number,
): AsyncGenerator<readonly unknown[]> {
  let [page, left] = [first, most];
  for (;;) {
    const rows = page.rows.slice(0, left);
    left -= rows.length;
    yield rows;
    if (page.next === null || left === 0) return;
    page = await read(Math.min(size, left), page.next, false);
  }
}
