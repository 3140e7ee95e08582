/** The service with a database that holds what a test says, asked over HTTP and within the program. */
import { readFile } from 'node:fs/promises';
import { openStore } from '../../src/store/store.js';
import { divisionAt } from '../../src/report/divisions.js';
import { registerLineOfJson } from '../../src/report/register-json.js';
import { reportLineOfJson } from '../../src/report/report-json.js';
import { register } from '../../src/store/register.js';
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

/** From now on requests wait before they read anything, until they are let go on. */
export function holdUp(database: Database): { areWaiting: (count: number) => Promise<void>; letGo: () => void } {
  const servers = database.server.bind(database);
  const server = database.server();
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let waiting = 0;
  database.server = () => ({
    ...server,
    mark: async () => {
      waiting++;
      await opened;
      return server.mark();
    },
  });
  return {
    async areWaiting(count) {
      while (waiting < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    letGo() {
      database.server = servers;
      open();
    },
  };
}

const isDivision = (code: string): boolean => divisionAt(code) !== undefined;

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
      const [outcome] = await register(database, [registerLineOfJson(operation.line, isDivision)], clock);
      if (outcome?.status === 'failed') throw outcome.error;
    }
  }
}

/** The register and the reports of seeds/. */
export async function loadSeeds(database: Database): Promise<void> {
  const linesOf = async (name: string): Promise<unknown[]> =>
    (await readFile(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  const file = { name: 'reports.ndjson', mediaType: 'application/x-ndjson', bytes: 0, sha256: '0'.repeat(64) };
  const registered = await register(
    database,
    (await linesOf('register.ndjson')).map((line) => registerLineOfJson(line, isDivision)),
  );
  const received = await receive(
    database,
    (await linesOf('reports.ndjson')).map((line) => reportLineOfJson(line, file, isDivision)),
  );
  for (const outcome of [...registered, ...received]) if (outcome.status === 'failed') throw outcome.error;
}

/** Lines of a register or of reports as JSON, one after the other: the second of one report is its second revision. */
export async function loadLines(database: Database, lines: readonly object[]): Promise<void> {
  const file = { name: 'lines.ndjson', mediaType: 'application/x-ndjson', bytes: 0, sha256: '0'.repeat(64) };
  for (const line of lines) {
    const [outcome] =
      'register' in line
        ? await register(database, [registerLineOfJson(line, isDivision)])
        : await receive(database, [reportLineOfJson(line, file, isDivision)]);
    if (outcome?.status === 'failed') throw outcome.error;
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
      // The version in the extensions has its own test.
      const { data, errors } = (await response.json()) as Answer;
      return { ...(data !== undefined && { data }), ...(errors !== undefined && { errors }) };
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
