/** One moment of the database, as one request reads it: it begins with the first statement, and ends with the request. */
import type { Database, PlanStep, Reader, Row, Snapshot } from '../store/database.js';
import type { Slices } from '../store/rollup/slices.js';
import type { Engine, Sql } from '../store/sql.js';
import { Deadline, RequestOver } from './limits/deadline.js';

export class Moment implements Reader {
  readonly engine: Engine;
  readonly slices: Slices;
  private readonly deadline: Deadline;
  private snapshot: Promise<Snapshot> | null = null;
  /** Statements go one after the other: they share a connection. */
  private last: Promise<unknown> | null = null;
  private version: Promise<string> | null = null;
  /** The same, where it was read for several requests. */
  private shared: Promise<string> | null = null;
  private ended = false;
  /** The data changed between what was taken as their version and the first statement: the answer is of two moments. */
  moved = false;
  /** How the request is answered, where that was asked for. */
  plan: PlanStep[] | null = null;
  note: Reader['note'];

  /**
   * @param sharing the data's version may be one that is read for several requests at once: what is answered from
   *   memory then needs no statement of its own. Whoever asks so must answer anew where it has `moved`.
   */
  constructor(
    private readonly database: Database,
    requestTimeout: number,
    private readonly sharing = false,
  ) {
    this.engine = database.engine;
    this.slices = database.slices;
    this.deadline = new Deadline(requestTimeout);
  }

  /** Every statement of the request sees the same data. */
  read(statement: Sql): Promise<Row[]> {
    return this.inTurn(async (snapshot) => {
      const rows = await snapshot.read(statement);
      if (this.plan !== null) {
        const { text, parameters } = statement.on(this.engine);
        this.plan.push({ statement: text, parameters, rows: rows.length });
      }
      return rows;
    });
  }

  /** From now on it is written down how the request is answered. */
  explain(): void {
    const plan: PlanStep[] = [];
    this.plan = plan;
    this.note = (step) => void plan.push(step);
  }

  /** The data's version, as of this moment. */
  dataVersion(): Promise<string> {
    if (this.version !== null) return this.version;
    if (this.sharing && this.last === null)
      return (this.version = this.shared = this.deadline.within(this.database.version()));
    return (this.version = this.inTurn((snapshot) => snapshot.dataVersion()));
  }

  private inTurn<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const result = this.last === null ? this.now(work) : this.last.then(() => this.now(work));
    this.last = result.catch(() => undefined);
    return this.deadline.within(result);
  }

  private async now<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    this.deadline.assert();
    if (this.ended || this.moved) throw new RequestOver();
    this.snapshot ??= this.database.snapshot();
    const snapshot = await this.snapshot;
    try {
      if (this.shared !== null && (await this.shared) !== (await snapshot.dataVersion())) {
        this.moved = true;
        throw new RequestOver();
      }
      return await work(snapshot);
    } catch (error) {
      // A transaction of PostgreSQL that failed answers no more: other parts of the query go on in another.
      this.snapshot = null;
      this.version = null;
      await snapshot.release();
      throw error;
    }
  }

  /** Gives the moment of the database back, when what was begun is done. */
  async end(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.deadline.clear();
    await this.last;
    // The store makes good what cannot be given back.
    await this.snapshot?.then((snapshot) => snapshot.release()).catch(() => undefined);
  }
}
