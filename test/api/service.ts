/** The service with a database that holds what a test says, asked over HTTP and within the program. */
import { openStore } from '../../src/store/store.js';
import { receive } from '../../src/store/intake.js';
import { withdraw } from '../../src/store/withdraw.js';
import type { Database } from '../../src/store/database.js';
import { ask, startGraphqlServer, type Answer } from '../../src/api/graphql-server.js';
import { createService, type Service } from '../../src/api/service.js';
import { settingsFrom, type Settings } from '../../src/api/settings.js';
import type { engines } from '../engines.js';
import type { Operation } from '../oracle/held.js';

export interface Held {
  url: string;
  database: Database;
  service: Service;
  /** What was logged so far. */
  logged: Record<string, unknown>[];
  /** Over HTTP, by POST. */
  ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** Within the program. */
  askInProcess: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  get: (query: string, options?: { variables?: unknown; headers?: Record<string, string> }) => Promise<Response>;
  close: () => Promise<void>;
}

/** In the order of receipt, each at its own moment. */
export async function load(database: Database, operations: readonly Operation[]): Promise<void> {
  for (const operation of operations) {
    const clock = (): number => operation.at;
    if (operation.kind === 'report') {
      const [outcome] = await receive(database, [{ report: operation.report }], clock);
      if (outcome?.status === 'failed') throw outcome.error;
    } else if (operation.kind === 'withdraw') {
      await withdraw(database, operation, clock);
    } else {
      throw new Error('registers are not loaded yet');
    }
  }
}

export async function serviceHolding(
  { place }: (typeof engines)[number],
  operations: readonly Operation[],
  changed: Partial<Settings> = {},
): Promise<Held> {
  const { url: databaseUrl, remove } = await place();
  const settings: Settings = { ...settingsFrom({}), databaseUrl, port: 0, ...changed };
  const database = await openStore({
    url: databaseUrl,
    readers: settings.databaseReaders,
    statementTimeout: settings.statementTimeout,
  });
  await load(database, operations);
  const logged: Record<string, unknown>[] = [];
  const log = (event: Record<string, unknown>): void => void logged.push(event);
  const service = await createService({ settings, database, log });
  const { url } = await service.start();
  const inProcess = await startGraphqlServer({ limits: settings, introspection: true, log });
  return {
    url,
    database,
    service,
    logged,
    async ask(query, variables) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    askInProcess: (query, variables) => ask(inProcess, database, { query, variables }, settings.requestTimeout),
    get(query, { variables, headers = {} } = {}) {
      const search = new URLSearchParams({
        query,
        ...(variables === undefined ? {} : { variables: JSON.stringify(variables) }),
      });
      return fetch(`${url}/graphql?${search.toString()}`, {
        headers: { 'apollo-require-preflight': 'true', ...headers },
      });
    },
    async close() {
      await Promise.all([service.stop(), inProcess.stop()]);
      await database.close();
      await remove();
    },
  };
}
