/** What one request works with: one moment of the database, loaders that gather what is asked for, a deadline. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { dataVersion, type Database, type Reader, type Snapshot } from '../store/database.js';
import type { Sql } from '../store/sql.js';
import { Deadline } from './limits/deadline.js';

export class Context {
  private readonly deadline: Deadline;
  private opening: Promise<Snapshot> | null = null;
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
    read: (statement: Sql) =>
      this.deadline.within(async () => {
        this.opening ??= this.database.snapshot();
        return (await this.opening).read(statement);
      }),
  };

  /** The data's version, as of the request's moment. */
  dataVersion(): Promise<string> {
    return (this.version ??= dataVersion(this.reader));
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

  /** Gives the moment of the database back. */
  async end(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.deadline.clear();
    if (this.opening === null) return;
    const snapshot = await this.opening.catch(() => null);
    await snapshot?.release();
  }
}
