/** One transaction of the writer, with what every write needs: its statements, new numbers, the time, the version. */
import type { EntityManager } from 'typeorm';
import type { Scope } from '../report/report.js';
import { keepCrossFindings } from './cross-findings.js';
import type { Database, Reader, Row } from './database.js';
import { insertRows, type Value } from './insert.js';
import { RollupChanges } from './rollup/changes.js';
import { sql, type Engine, type Sql } from './sql.js';

/** Milliseconds since 1970. */
export type Clock = () => number;

type NumberedTable = 'agency_version' | 'register_line' | 'report_revision' | 'source_document' | 'finding';

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
    return this.manager.query<Row[]>(text, parameters);
  }

  async run(statement: Sql): Promise<void> {
    const { text, parameters } = statement.on(this.engine);
    await this.manager.query(text, parameters);
  }

  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    ending?: string,
  ): Promise<void> {
    return insertRows(this.manager, this.engine, table, columns, rows, ending);
  }

  /** The number of the next row of a table: the writer is alone. */
  async startNumbering(table: NumberedTable): Promise<void> {
    if (this.numbers.has(table)) return;
    const [row] = await this.manager.query<Row[]>(`SELECT MAX("id") AS "last" FROM "${table}"`);
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
    const result = await work(writing);
    await writing.rollup.keep(writing);
    await keepCrossFindings(writing);
    if (writing.changed || writing.receivedAt > before)
      await writing.run(sql`UPDATE state SET version = version + ${writing.changed ? 1 : 0},
        received_at = ${writing.receivedAt} WHERE id = 1`);
    return result;
  });
}
