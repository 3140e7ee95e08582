/** One moment of the database, as one request reads it: it begins with the first statement, and ends with the request. */
import type { Database, PlanStep, Reader, Row, Snapshot } from '../store/database.js';
import type { Mark, Server } from '../store/reader.js';
import type { Slices } from '../store/rollup/slices.js';
import type { Engine, Sql } from '../store/sql.js';
import { Deadline, RequestOver } from './limits/deadline.js';

export class Moment implements Reader {
  readonly engine: Engine;
  readonly slices: Slices;
  private readonly deadline: Deadline;
  private snapshot: Promise<Snapshot> | null = null;
  /** Statements go one after the other: a request takes one connection, however much it asks. */
  private last: Promise<unknown> | null = null;
  private version: Promise<string> | null = null;
  /** Null: everything is read of a snapshot. */
  private readonly server: Server | null;
  private begun: Promise<Mark> | null = null;
  private hasRead = false;
  private ended = false;
  /** Something was written between the first statement and the last: the answer is of several moments. */
  private moved = false;
  /** How the request is answered, where that was asked for. */
  plan: PlanStep[] | null = null;
  note: Reader['note'];

  /**
   * @param isLoose statements are read as they come, without a transaction: most requests have one or none. Whoever asks
   *   so must answer anew where the answer `isOfSeveral` moments.
   */
  constructor(
    private readonly database: Database,
    requestTimeout: number,
    isLoose = false,
  ) {
    this.engine = database.engine;
    this.slices = database.slices;
    this.deadline = new Deadline(requestTimeout);
    this.server = isLoose ? database.server() : null;
  }

  /** Every statement of the request sees the same data. */
  async read(statement: Sql): Promise<Row[]> {
    const { server } = this;
    const rows = await this.inTurn(() =>
      server === null ? this.within((snapshot) => snapshot.read(statement)) : this.readLoosely(server, statement),
    );
    if (this.plan !== null) {
      const { text, parameters } = statement.on(this.engine);
      this.plan.push({ statement: text, parameters, rows: rows.length });
    }
    return rows;
  }

  /** From now on it is written down how the request is answered. */
  explain(): void {
    const plan: PlanStep[] = [];
    this.plan = plan;
    this.note = (step) => void plan.push(step);
  }

  /** The data's version, as of this moment. */
  dataVersion(): Promise<string> {
    const { server } = this;
    return (this.version ??=
      server === null
        ? this.inTurn(() => this.within((snapshot) => snapshot.dataVersion()))
        : this.deadline.within(this.begin(server).then(({ version }) => version)));
  }

  /** The moment before the first statement. */
  private begin(server: Server): Promise<Mark> {
    return (this.begun ??= server.mark());
  }

  private async readLoosely(server: Server, statement: Sql): Promise<Row[]> {
    await this.begin(server);
    this.assertGoesOn();
    this.hasRead = true;
    return server.read(statement);
  }

  /** Whether what was read so far is of several moments. */
  async isOfSeveral(): Promise<boolean> {
    if (this.server === null || this.begun === null || !this.hasRead) return false;
    const [first, last] = await Promise.all([this.begun, this.server.mark()]);
    return (this.moved ||= first.writes !== last.writes);
  }

  async settle(): Promise<void> {
    if (await this.isOfSeveral()) throw new RequestOver();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const now = async (): Promise<T> => {
      this.assertGoesOn();
      return work();
    };
    const result = this.last === null ? now() : this.last.then(now);
    this.last = result.catch(() => undefined);
    return this.deadline.within(result);
  }

  private assertGoesOn(): void {
    this.deadline.assert();
    if (this.ended || this.moved) throw new RequestOver();
  }

  private async within<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    this.snapshot ??= this.database.snapshot();
    const snapshot = await this.snapshot;
    try {
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
