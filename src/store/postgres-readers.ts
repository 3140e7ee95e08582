/**
 * Read connections of PostgreSQL, of the database or of its replicas in turn. What is sent at once is not waited for
 * one by one, and a statement that comes again has been parsed and planned before.
 */
import pg from 'pg';
import {
  markIn,
  markStatement,
  shared,
  StatementTimeout,
  versionStatement,
  type Readers,
  type Row,
  type Server,
  type Snapshot,
} from './reader.js';
import type { Sql } from './sql.js';

/** PostgreSQL's query_canceled: statement_timeout. */
const queryCancelled = '57014';

/** Statements that connections keep by name; they keep them until they end. */
const mostNames = 300;

/** Names for statements that come a second time. */
class Names {
  private readonly seen = new Set<string>();
  private readonly names = new Map<string, string>();

  of(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size >= mostNames) return name;
    if (!this.seen.has(text)) {
      if (this.seen.size >= mostNames) this.seen.clear();
      this.seen.add(text);
      return undefined;
    }
    this.seen.delete(text);
    const made = `q${this.names.size}`;
    this.names.set(text, made);
    return made;
  }
}

export function postgresReaders(urls: readonly string[], size: number, statementTimeout: number): Readers {
  const pools = urls.map(
    (connectionString) =>
      new pg.Pool({
        connectionString,
        max: size,
        options: `-c statement_timeout=${statementTimeout} -c default_transaction_read_only=on -c jit=off`,
        pipeline: true,
      }),
  );
  // An idle connection that the server ends is no error of anybody: the next statement has another.
  for (const pool of pools) pool.on('error', () => undefined);
  const names = new Names();
  let statements = 0;
  let next = 0;
  const oneOf = <T>(all: readonly T[]): T => {
    const one = all[next++ % all.length];
    if (one === undefined) throw new Error('no pool of read connections');
    return one;
  };

  async function run(on: pg.Pool | pg.PoolClient, statement: Sql): Promise<Row[]> {
    const { text, parameters } = statement.on('postgres');
    const name = names.of(text);
    statements++;
    try {
      const { rows } = await on.query<Row>({ text, values: parameters, ...(name !== undefined && { name }) });
      return rows;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === queryCancelled) throw new StatementTimeout();
      throw error;
    }
  }

  const servers = pools.map((pool): Server => ({
    read: (statement) => run(pool, statement),
    mark: shared(async () => markIn((await run(pool, markStatement))[0])),
  }));
  return {
    get statements() {
      return statements;
    },
    read: (statement) => run(oneOf(pools), statement),
    server: () => oneOf(servers),
    async snapshot(): Promise<Snapshot> {
      const client = await oneOf(pools).connect();
      const begun = client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const version = run(client, versionStatement).then(([row]) => String(row?.['version']));
      // Whoever reads is told.
      begun.catch(() => undefined);
      version.catch(() => undefined);
      /** Outside the transaction no statement is of the snapshot. */
      const within = async <T>(result: Promise<T>): Promise<T> => {
        const [found] = await Promise.all([result, begun]);
        return found;
      };
      return {
        engine: 'postgres',
        read: (statement) => within(run(client, statement)),
        dataVersion: () => within(version),
        async release() {
          try {
            await client.query('ROLLBACK');
            client.release();
          } catch {
            // A connection that cannot end its transaction is of no more use to the pool.
            client.release(true);
          }
        },
      };
    },
    async close() {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}
