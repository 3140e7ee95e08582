/** How questions are read, whatever the engine. */
import type { Slices } from './rollup/slices.js';
import { sql, type Engine, type Parameter, type Sql } from './sql.js';

export type Row = Record<string, unknown>;

/** Where questions are read from: the database as committed, or one moment of it. */
export interface Reader {
  readonly engine: Engine;
  /** Rows of one statement of a question. */
  read(statement: Sql): Promise<Row[]>;
  /** The data's version, where all is read from one moment of it: then it is read once. */
  dataVersion?(): Promise<string>;
  /** What of the rows of sums is kept in memory, where all is read from one moment. */
  readonly slices?: Slices;
  /** Before something is kept of what was read: throws where it may be of several moments. */
  settle?(): Promise<void>;
  /** Told from where the next statements answer, where somebody wants to know. */
  note?: ((step: PlanStep) => void) | undefined;
}

/** From where a part of a question is answered, or a statement that was run: plain data. */
export type PlanStep =
  | { answer: string; from: 'sums'; rows: string }
  | { answer: string; from: 'reports'; because: string }
  | { statement: string; parameters: readonly Parameter[]; rows: number };

export const versionStatement = sql`SELECT "version" FROM "state" WHERE "id" = ${1}`;
export const markStatement = sql`SELECT "version", "writes" FROM "state" WHERE "id" = ${1}`;

/** What a moment is known by. */
export interface Mark {
  /** The data's version. */
  version: string;
  /** Between two moments with the same number of writes nothing was written at all. */
  writes: string;
}

export const markIn = (row: Row | undefined): Mark => ({
  version: String(row?.['version']),
  writes: String(row?.['writes']),
});

/** One server of the database: what is asked later is never answered of an earlier moment. */
export interface Server {
  /** The newest moment; whoever asks while it is being read shares the next reading. */
  mark(): Promise<Mark>;
  read(statement: Sql): Promise<Row[]>;
}

/** One moment of the database: every statement sees the same data. Holds a connection until it is released. */
export interface Snapshot extends Reader {
  dataVersion(): Promise<string>;
  release(): Promise<void>;
}

/** The connections that questions are read by. */
export interface Readers {
  read(statement: Sql): Promise<Row[]>;
  server(): Server;
  snapshot(): Promise<Snapshot>;
  /** Statements so far. */
  readonly statements: number;
  close(): Promise<void>;
}

/** A statement took longer than the setting allows. */
export class StatementTimeout extends Error {
  override readonly name = 'StatementTimeout';
}

/** Many ask at once, and one answer that begins after each has asked serves them all. */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    next = null;
    const result = read();
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    running = settled;
    void settled.then(() => {
      if (running === settled) running = null;
    });
    return result;
  };
  return () => {
    if (running === null) return start();
    return (next ??= running.then(start));
  };
}
