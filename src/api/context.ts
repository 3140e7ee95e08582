/** What one request works with: one moment of the database, and loaders that gather what is asked for. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Moment } from './moment.js';

/** Apollo hands a copy of it to the resolvers: what changes stands in objects that both share. */
export class Context {
  private readonly byPlace = new Map<GraphQLResolveInfo['fieldNodes'], unknown>();
  private readonly byName = new Map<string, unknown>();

  /**
   * @param reader every statement of the request sees the same data
   * @param isShared several requests read at that moment, as the pages of a download do: whoever made it ends it
   */
  constructor(
    readonly reader: Moment,
    private readonly isShared = false,
  ) {}

  /** The data's version, as of the request's moment. */
  dataVersion(): Promise<string> {
    return this.reader.dataVersion();
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

  /** Gives the moment of the database back, when what was begun is done; not one that is shared. */
  async end(): Promise<void> {
    if (!this.isShared) await this.reader.end();
  }
}
