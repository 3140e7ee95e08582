/** The program's API on a database of its own, which one small set of data after another is put into. */
import { ask as askServer, startGraphqlServer } from '../../src/api/graphql-server.js';
import { Moment } from '../../src/api/moment.js';
import { settingsFrom } from '../../src/api/settings.js';
import { scopes } from '../../src/report/report.js';
import type { Database } from '../../src/store/database.js';
import { allParts } from '../../src/store/statistics/report-columns.js';
import { openStore } from '../../src/store/store.js';

import type { engines } from '../engines.js';
import { oracleAnswer, type Answer, type Ask, type Wish } from '../oracle/ask.js';
import type { Held } from '../oracle/held.js';
import { storedWorld } from '../oracle/stored.js';
import { nextPage, normalise, queryFor, type Result } from '../oracle/query.js';
import { load } from './load.js';

export interface Api {
  /** Instead of whatever was held before. */
  hold(held: Held): Promise<void>;
  answer(ask: Ask, wish: Wish): Promise<Answer>;
  /** The bytes of the answers as they go over HTTP, page after page. */
  pages(ask: Ask, wish: Wish): Promise<string[]>;
  close(): Promise<void>;
}

type Server = Awaited<ReturnType<typeof startGraphqlServer>>;

// A row of its own for every report behind it costs more than a question is granted: here all are compared.
const limits = { ...settingsFrom({}), requestTimeout: 60_000, complexityLimit: 10_000_000 };
export const startServer = (): Promise<Server> =>
  startGraphqlServer({ limits, introspection: true, log: () => undefined });

/** @param server of several databases: a query is then checked once for all of them */
export async function openApi({ place }: (typeof engines)[number], server?: Server): Promise<Api> {
  const { url, remove } = await place();
  const database = await openStore({
    url,
    readers: limits.databaseReaders,
    statementTimeout: 20_000, // the machine of the tests may be busy
  });
  const own = server ?? (await startServer());
  const pages = async (ask: Ask, wish: Wish): Promise<string[]> => {
    const all: string[] = [];
    for (let after: string | null = null; all.length === 0 || after !== null;) {
      const query = queryFor(ask, wish, storedWorld, after);
      const page = JSON.stringify(await askServer(own, database, query, limits.requestTimeout));
      all.push(page);
      after = nextPage(ask, JSON.parse(page) as Result);
    }
    return all;
  };
  // All but the divisions, those that refer to others first.
  const emptied = database.source.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((table) => table !== 'division' && table !== 'state')
    .reverse();
  return {
    async hold({ operations }) {
      await database.write(async (manager) => {
        for (const table of emptied) await manager.query(`DELETE FROM "${table}"`);
        // Where nothing is put in their place, it is another version all the same.
        await manager.query('UPDATE "state" SET "received_at" = 0, "newest_year" = NULL, "version" = "version" + 1');
      });
      await load(database, operations);
      // As if much had been asked of it before: of every other data set, so that both ways to an answer are gone.
      if (operations.length % 2 === 1) await becomeBusy(database);
    },
    answer: async (ask, wish) => answerOf(ask, wish, await pages(ask, wish)),
    pages,
    async close() {
      if (server === undefined) await own.stop();
      await database.close();
      await remove();
    },
  };
}

/** What is asked for often, or a second time, is kept in memory: from now on that is everything. */
async function becomeBusy(database: Database): Promise<void> {
  const moment = new Moment(database, limits.requestTimeout);
  const { slices } = database;
  for (const table of ['rollup', 'rollup_missing'] as const)
    for (const scope of scopes)
      for (const typed of [false, true]) while (!(await slices.isBusy(moment, { table, scope, typed })));
  await moment.end();
  const years = Array.from({ length: 30 }, (_, at) => 2005 + at);
  slices.reports.wereAsked(years.flatMap((year) => allParts().map((part) => ({ year, part }))));
}

/** Pages as the one answer that they are. */
export const answerOf = (ask: Ask, wish: Wish, pages: readonly string[]): Answer =>
  normalise(
    ask,
    wish,
    pages.map((page) => JSON.parse(page) as Result),
  );

export const expected = (held: Held, ask: Ask, wish: Wish): Answer => oracleAnswer(held, ask, wish, storedWorld);
