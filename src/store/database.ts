/**
 * The database: one writer with its queue, and read connections beside it that never see what is not committed.
 * Two transactions at once on one connection of SQLite break, so writes stand in a queue, and the first statement of
 * each takes the write lock.
 */
import 'reflect-metadata';
import pg from 'pg';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import {
  AgencyBigramRow,
  AgencyNameRow,
  AgencyRow,
  AgencyVersionRow,
  RegisterCompleteRow,
  RegisterLineRow,
} from './entities/agency.js';
import { DataChangeRow } from './entities/data-change.js';
import { DivisionRow } from './entities/division.js';
import { FiguresRow } from './entities/figures.js';
import { FindingRow } from './entities/finding.js';
import { QuarantineRow } from './entities/quarantine.js';
import { ReportRevisionRow, ReportRow } from './entities/report.js';
import { AgencySpanRow, RollupMissingRow, RollupRow } from './entities/rollup.js';
import { StateRow } from './entities/state.js';
import { RevisionTextRow, SourceDocumentRow } from './entities/text.js';
import { migrations } from './migrations/all.js';
import { postgresReaders } from './postgres-readers.js';
import { versionStatement, type Reader, type Readers, type Server, type Snapshot } from './reader.js';
import { Slices } from './rollup/slices.js';
import type { Engine } from './sql.js';
import { sqliteReaders } from './sqlite-readers.js';

export { StatementTimeout, type PlanStep, type Reader, type Row, type Snapshot } from './reader.js';

const entities = [
  DivisionRow,
  AgencyRow,
  AgencyVersionRow,
  AgencyNameRow,
  AgencyBigramRow,
  RegisterCompleteRow,
  RegisterLineRow,
  ReportRow,
  ReportRevisionRow,
  FiguresRow,
  RevisionTextRow,
  SourceDocumentRow,
  FindingRow,
  QuarantineRow,
  RollupRow,
  RollupMissingRow,
  AgencySpanRow,
  DataChangeRow,
  StateRow,
];

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

export interface Database extends Reader {
  /** The writer's; for migrations, and within `write`. */
  readonly source: DataSource;
  snapshot(): Promise<Snapshot>;
  /** Of several replicas one, another each time. */
  server(): Server;
  readonly slices: Slices;
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

async function openSqlite({ url, statementTimeout, readers: size }: DatabaseSettings): Promise<Database> {
  const path = url.slice('sqlite:'.length);
  const source = new DataSource({
    type: 'sqlite',
    database: path,
    enableWAL: true,
    busyTimeout: 5000,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    // TypeORM asks for the driver's verbose mode, which for every statement takes down where it was called.
    driver: { ...sqlite3, verbose: () => sqlite3 },
  });
  await source.initialize();
  // In WAL a commit survives a crash of the program at NORMAL; only a crash of the machine may lose the last ones.
  await source.query('PRAGMA synchronous = NORMAL');
  return databaseOf('sqlite', source, await sqliteReaders(path, size, statementTimeout));
}

async function openPostgres({
  url,
  replicaUrls,
  statementTimeout,
  readers: size,
}: DatabaseSettings): Promise<Database> {
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
  const readers = postgresReaders(replicaUrls?.length ? replicaUrls : [url], size, statementTimeout);
  return databaseOf('postgres', source, readers);
}

function databaseOf(engine: Engine, source: DataSource, readers: Readers): Database {
  return {
    engine,
    source,
    get statements() {
      return readers.statements;
    },
    read: (statement) => readers.read(statement),
    snapshot: () => readers.snapshot(),
    server: () => readers.server(),
    slices: new Slices(),
    write: writerOf(source),
    async close() {
      await readers.close();
      await source.destroy();
    },
  };
}

/** The data's version; it moves with every change of what a question could answer, and with nothing else. */
export function dataVersion(reader: Reader): Promise<string> {
  return reader.dataVersion?.() ?? readDataVersion(reader);
}

export async function readDataVersion(database: Reader): Promise<string> {
  const [row] = await database.read(versionStatement);
  return String(row?.['version']);
}
