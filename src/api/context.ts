/** What one request works with: one moment of the database, loaders that gather what is asked for, a deadline. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { readDataVersion, type Database, type Reader, type Row, type Snapshot } from '../store/database.js';
import type { Sql } from '../store/sql.js';
import { Deadline, RequestOver } from './limits/deadline.js';

export class Context {
  private readonly deadline: Deadline;
  private snapshot: Promise<Snapshot> | null = null;
  /** Statements go one after the other: they share a connection. */
  private last: Promise<unknown> = Promise.resolve();
  private version: Promise<string> | null = null;
  private ended = false;
  private readonly byPlace = new WeakMap<GraphQLResolveInfo['fieldNodes'], unknown>();
  private readonly byName = new Map<string, unknown>();

  constructor(
    private readonly database: Database,
    requestTimeout: number,
  ) {
    this.deadline = new Deadline(requestTimeout);
  }

  /** Every statement of the request sees the same data. */
  readonly reader: Reader = {
    engine: this.database.engine,
    read: (statement: Sql) => {
      const rows = this.last.then(() => this.readNow(statement));
      this.last = rows.catch(() => undefined);
      return this.deadline.within(rows);
    },
    dataVersion: () => this.dataVersion(),
  };

  private async readNow(statement: Sql): Promise<Row[]> {
    this.deadline.assert();
    if (this.ended) throw new RequestOver();
    this.snapshot ??= this.database.snapshot();
    const snapshot = await this.snapshot;
    try {
      return await snapshot.read(statement);
    } catch (error) {
      // A transaction of PostgreSQL that failed answers no more: other parts of the query go on in another.
      if (this.snapshot !== null && (await this.snapshot) === snapshot) {
        this.snapshot = null;
        this.version = null;
        await snapshot.release();
      }
      throw error;
    }
  }

  /** The data's version, as of the request's moment. */
  dataVersion(): Promise<string> {
    return (this.version ??= readDataVersion(this.reader));
  }

  /**
   * One loader per place in the query: all that stand there have the same arguments and selection, and differ only
   * in what they hang on. So what a list asks for is read at once.
   */
  at<Place>(info: GraphQLResolveInfo, make: () => Place): Place {
    const { fieldNodes } = info;
    if (!this.byPlace.has(fieldNodes)) this.byPlace.set(fieldNodes, make());
    return this.byPlace.get(fieldNodes) as Place;
  }

  /** A loader at that place. */
  load<Key, Value>(
    info: GraphQLResolveInfo,
    key: Key,
    make: () => (keys: readonly Key[]) => Promise<readonly Value[]>,
  ): Promise<Value> {
    return this.at(info, () => new DataLoader<Key, Value>(make(), { cache: false })).load(key);
  }

  /** A loader for the whole request, such as of agencies by id. */
  loader<Key, Value>(name: string, batch: (keys: readonly Key[]) => Promise<readonly Value[]>): DataLoader<Key, Value> {
    const found = this.byName.get(name) ?? new DataLoader<Key, Value>(batch);
    this.byName.set(name, found);
    return found as DataLoader<Key, Value>;
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
