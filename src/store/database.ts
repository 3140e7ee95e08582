/**
 * The database: one writer with its queue, and read connections beside it that never see what is not committed.
 * SQLite: a connection serialises its statements, so readers are a small pool; two transactions at once on one
 * connection break, so writes stand in a queue, and the first statement of each takes the write lock.
 */
import 'reflect-metadata';
import pg from 'pg';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import { AgencyNameRow, AgencyRow, AgencyVersionRow, RegisterCompleteRow, RegisterLineRow } from './entities/agency.js';
import { DivisionRow } from './entities/division.js';
import { FiguresRow } from './entities/figures.js';
import { FindingRow } from './entities/finding.js';
import { QuarantineRow } from './entities/quarantine.js';
import { ReportRevisionRow, ReportRow } from './entities/report.js';
import { StateRow } from './entities/state.js';
import { RevisionTextRow, SourceDocumentRow } from './entities/text.js';
import { migrations } from './migrations/all.js';
import { sql, type Engine, type Sql } from './sql.js';

const entities = [
  DivisionRow,
  AgencyRow,
  AgencyVersionRow,
  AgencyNameRow,
  RegisterCompleteRow,
  RegisterLineRow,
  ReportRow,
  ReportRevisionRow,
  FiguresRow,
  RevisionTextRow,
  SourceDocumentRow,
  FindingRow,
  QuarantineRow,
  StateRow,
];

export type Row = Record<string, unknown>;

export interface DatabaseSettings {
  /** `sqlite:PATH` or `postgres://…`. */
  url: string;
  /** Streaming replicas of a PostgreSQL primary: reads go to them. */
  replicaUrls?: readonly string[];
  /** How long a statement of a question may take, in milliseconds. */
  statementTimeout: number;
  /** Read connections of SQLite, or connections of PostgreSQL. */
  readers: number;
}

/** A statement took longer than the setting allows. */
export class StatementTimeout extends Error {
  override readonly name = 'StatementTimeout';
}

/** Where questions are read from: the database as committed, or one moment of it. */
export interface Reader {
  readonly engine: Engine;
  /** Rows of one statement of a question. */
  read(statement: Sql): Promise<Row[]>;
  /** The data's version, where all is read from one moment of it: then it is read once. */
  dataVersion?(): Promise<string>;
}

/** One moment of the database: every statement sees the same data. Holds a connection until it is released. */
export interface Snapshot extends Reader {
  release(): Promise<void>;
}

export interface Database extends Reader {
  /** The writer's; for migrations, and within `write`. */
  readonly source: DataSource;
  snapshot(): Promise<Snapshot>;
  /** One transaction after the other; whatever fails within is undone as a whole. */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Statements of questions so far. */
  readonly statements: number;
  close(): Promise<void>;
}

/** Counts and sums come as strings from PostgreSQL: both engines give numbers, and none that is not exact. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The sum ${text} is no safe integer.`);
  return value;
}
pg.types.setTypeParser(pg.types.builtins.INT8, safeInteger);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (text) => (/^-?\d+$/.test(text) ? safeInteger(text) : Number(text)));

export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.url.startsWith('sqlite:') ? openSqlite(settings) : openPostgres(settings);
}

/** Writes one after the other. `UPDATE state` comes first: it takes the write lock, so that the busy timeout applies. */
function writerOf(source: DataSource): Database['write'] {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = tail.then(() =>
      source.transaction(async (manager) => {
        await manager.query('UPDATE "state" SET "writes" = "writes" + 1 WHERE "id" = 1');
        return work(manager);
      }),
    );
    tail = mine.catch(() => undefined);
    return mine;
  };
}

async function openSqlite({ url, statementTimeout, readers }: DatabaseSettings): Promise<Database> {
  const path = url.slice('sqlite:'.length);
  const source = new DataSource({
    type: 'sqlite',
    database: path,
    enableWAL: true,
    busyTimeout: 5000,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  // In WAL a commit survives a crash of the program at NORMAL; only a crash of the machine may lose the last ones.
  await source.query('PRAGMA synchronous = NORMAL');
  const pool = await Promise.all(
    Array.from({ length: readers }, () =>
      new DataSource({
        type: 'sqlite',
        database: path,
        flags: sqlite3.OPEN_READONLY,
        busyTimeout: 5000,
        entities: [],
      }).initialize(),
    ),
  );
  const idle = [...pool];
  const waiting: ((reader: DataSource) => void)[] = [];
  const lease = (): Promise<DataSource> => {
    const reader = idle.pop();
    return reader ? Promise.resolve(reader) : new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (reader: DataSource): void => {
    const next = waiting.shift();
    if (next) next(reader);
    else idle.push(reader);
  };
  let statements = 0;
  const run = async (reader: DataSource, statement: Sql): Promise<Row[]> => {
    const { text, parameters } = statement.on('sqlite');
    statements++;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      connectionOf(reader).interrupt();
    }, statementTimeout);
    try {
      const rows = await reader.query<Row[]>(text, parameters);
      assertSafe(rows);
      return rows;
    } catch (error) {
      if (late) throw new StatementTimeout();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    engine: 'sqlite',
    source,
    get statements() {
      return statements;
    },
    async read(statement) {
      const reader = await lease();
      try {
        return await run(reader, statement);
      } finally {
        giveBack(reader);
      }
    },
    async snapshot() {
      const reader = await lease();
      try {
        await reader.query('BEGIN');
      } catch (error) {
        giveBack(reader);
        throw error;
      }
      return {
        engine: 'sqlite',
        read: (statement) => run(reader, statement),
        async release() {
          try {
            await reader.query('COMMIT');
          } finally {
            giveBack(reader);
          }
        },
      };
    },
    write: writerOf(source),
    async close() {
      await Promise.all([...pool, source].map((one) => one.destroy()));
    },
  };
}

/** TypeORM keeps the driver's connection; the sqlite3 package alone can interrupt a statement. */
function connectionOf(reader: DataSource): sqlite3.Database {
  const { databaseConnection } = reader.driver as unknown as { databaseConnection: sqlite3.Database };
  return databaseConnection;
}

/** SQLite hands over an integer beyond 2^53 as a rounded double: better no answer than a wrong one. */
function assertSafe(rows: readonly Row[]): void {
  for (const row of rows)
    for (const name in row) {
      const value = row[name];
      if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
        throw new RangeError(`The sum ${value} is no safe integer.`);
    }
}

async function openPostgres({ url, replicaUrls, statementTimeout, readers }: DatabaseSettings): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });
  await source.initialize();
  // The migrations give text this collation on this engine alone, so the entities cannot state it.
  for (const { columns } of source.entityMetadatas)
    for (const column of columns) if (column.type === 'varchar' || column.type === 'text') column.collation = 'C';
  const pools = (replicaUrls?.length ? replicaUrls : [url]).map(
    (connectionString) =>
      new pg.Pool({
        connectionString,
        max: readers,
        options: `-c statement_timeout=${statementTimeout} -c default_transaction_read_only=on -c jit=off`,
      }),
  );
  // An idle connection that the server ends is no error of anybody: the next statement has another.
  for (const pool of pools) pool.on('error', () => undefined);
  let statements = 0;
  let next = 0;
  const nextPool = (): pg.Pool => {
    const pool = pools[next++ % pools.length];
    if (!pool) throw new Error('no pool of read connections');
    return pool;
  };
  const run = async (on: pg.Pool | pg.PoolClient, statement: Sql): Promise<Row[]> => {
    const { text, parameters } = statement.on('postgres');
    try {
      const { rows } = await on.query<Row>(text, parameters);
      return rows;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === queryCancelled) throw new StatementTimeout();
      throw error;
    }
  };
  return {
    engine: 'postgres',
    source,
    get statements() {
      return statements;
    },
    read(statement) {
      statements++;
      return run(nextPool(), statement);
    },
    async snapshot() {
      const client = await nextPool().connect();
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      } catch (error) {
        client.release(true);
        throw error;
      }
      return {
        engine: 'postgres',
        read(statement) {
          statements++;
          return run(client, statement);
        },
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
    write: writerOf(source),
    async close() {
      await Promise.all(pools.map((pool) => pool.end()));
      await source.destroy();
    },
  };
}

/** PostgreSQL's query_canceled: statement_timeout. */
const queryCancelled = '57014';

/** The data's version; it moves with every change of what a question could answer, and with nothing else. */
export function dataVersion(reader: Reader): Promise<string> {
  return reader.dataVersion?.() ?? readDataVersion(reader);
}

export async function readDataVersion(database: Reader): Promise<string> {
  const [row] = await database.read(sql`SELECT "version" FROM "state" WHERE "id" = 1`);
  return String(row?.['version']);
}
