/** One transaction of the writer, with what every write needs: its statements, new numbers, the time, the version. */
import type { EntityManager } from 'typeorm';
import type { Scope } from '../report/report.js';
import { keepCrossFindings } from './cross-findings.js';
import type { Database, Reader, Row } from './database.js';
import { insertAlike, insertRows, type Plain, type Value } from './insert.js';
import { RollupChanges } from './rollup/changes.js';
import { raw, sql, type Engine, type Sql } from './sql.js';

/** Milliseconds since 1970. */
export type Clock = () => number;

type NumberedTable = 'agency_version' | 'register_line' | 'report_revision' | 'source_document' | 'finding';

/** Statements that nobody waits for: the next is ready when the database is done with one, and that after it is written. */
const mostSent = 2;

/** A report by what it is of. */
export interface Touched {
  agency: string;
  year: number;
  scope: Scope;
}

export class Writing implements Reader {
  /** Whether something that a question could be answered by is another than before. */
  changed = false;
  /** Reports that came, changed or went. */
  readonly touched: Touched[] = [];
  /** Divisions of which the register says another thing than before: what agencies they have, and whether that is all. */
  readonly registered = new Set<string>();
  /** The rows of sums, which follow the reports. */
  readonly rollup = new RollupChanges();
  private readonly numbers = new Map<NumberedTable, number>();
  /** Statements under way, of which each is given to the database when that before it is done. */
  private readonly sent: Promise<void>[] = [];
  private last: Promise<void> = Promise.resolve();
  /** What a statement was refused for; none after it is given to the database. */
  private refusal: { error: unknown } | null = null;

  constructor(
    private readonly manager: EntityManager,
    readonly engine: Engine,
    /** The newest moment of receipt so far. */
    public receivedAt: number,
    private readonly clock: Clock,
    /** The version that the data have once this is done, if anything changes. */
    readonly nextVersion: number,
  ) {}

  /** The present moment, never before one that something was received at. */
  now(): number {
    return Math.max(this.clock(), this.receivedAt);
  }

  received(at: number): void {
    this.receivedAt = Math.max(this.receivedAt, at);
  }

  async read(statement: Sql): Promise<Row[]> {
    const { text, parameters } = statement.on(this.engine);
    await this.settle();
    return this.manager.query<Row[]>(text, parameters);
  }

  /** Sent, and done before whatever is sent after it; what it is refused for is thrown by something after it. */
  async run(statement: Sql): Promise<void> {
    const { text, parameters } = statement.on(this.engine);
    await this.send(text, parameters);
  }

  /** As `run`. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    ending?: string,
  ): Promise<void> {
    return insertRows(this.engine, (text, values) => this.send(text, values), table, columns, rows, ending);
  }

  /** As `run`; rows of many numbers: see insertAlike. */
  insertAlike(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Plain[])[],
    ending?: (columns: readonly string[]) => string,
  ): Promise<void> {
    return insertAlike(this.engine, (text, values) => this.send(text, values), table, columns, rows, ending);
  }

  /** Waits for all that was sent. */
  async settle(): Promise<void> {
    await Promise.all(this.sent.splice(0));
    if (this.refusal !== null) throw this.refusal.error;
  }

  private async send(text: string, parameters: readonly unknown[]): Promise<void> {
    this.last = this.last.then(async () => {
      if (this.refusal !== null) return;
      try {
        await this.manager.query(text, [...parameters]);
      } catch (error) {
        this.refusal = { error };
      }
    });
    this.sent.push(this.last);
    if (this.sent.length > mostSent) await this.sent.shift();
    if (this.refusal !== null) throw this.refusal.error;
  }

  /** The number of the next row of a table: the writer is alone. */
  async startNumbering(table: NumberedTable): Promise<void> {
    if (this.numbers.has(table)) return;
    const [row] = await this.read(raw(`SELECT MAX(id) AS last FROM ${table}`));
    this.numbers.set(table, Number(row?.['last'] ?? 0));
  }

  nextNumber(table: NumberedTable): number {
    const last = this.numbers.get(table);
    if (last === undefined) throw new Error(`the numbers of ${table} were not started`);
    this.numbers.set(table, last + 1);
    return last + 1;
  }
}

/** Runs it in a transaction of its own; the data's version moves if anything changed. */
export async function inWriting<T>(
  database: Database,
  clock: Clock,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  return database.write(async (manager) => {
    const [state] = await manager.query<Row[]>('SELECT "received_at", "version" FROM "state" WHERE "id" = 1');
    const before = Number(state?.['received_at'] ?? 0);
    const writing = new Writing(manager, database.engine, before, clock, Number(state?.['version'] ?? 0) + 1);
    try {
      const result = await work(writing);
      await writing.rollup.keep(writing);
      await keepCrossFindings(writing);
      if (writing.changed || writing.receivedAt > before)
        await writing.run(sql`UPDATE state SET version = version + ${writing.changed ? 1 : 0},
          received_at = ${writing.receivedAt} WHERE id = 1`);
      return result;
    } finally {
      await writing.settle();
    }
  });
}
