/**
 * Documents that have been parsed and found valid, so that a query that comes again is neither a second time. As many
 * are kept as fit into so many characters of text, the longest unused goes first: a kept document takes some hundred
 * bytes per character.
 */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;
type Document = Parameters<DocumentStore['set']>[1];

const mostCharacters = 100_000;
/** Longer ones are parsed each time: they would leave no place for others. */
const longest = mostCharacters / 5;

const lengthOf = ({ loc }: Document): number => loc?.source.body.length ?? Infinity;

export class Documents implements DocumentStore {
  private readonly kept = new Map<string, Document>();
  private characters = 0;

  async get(key: string): Promise<Document | undefined> {
    const document = this.kept.get(key);
    if (document === undefined) return undefined;
    // The newest used stands last.
    this.kept.delete(key);
    this.kept.set(key, document);
    return document;
  }

  async set(key: string, document: Document): Promise<void> {
    if (this.kept.has(key) || lengthOf(document) > longest) return;
    this.kept.set(key, document);
    this.characters += lengthOf(document);
    for (const oldest of this.kept.keys()) {
      if (this.characters <= mostCharacters) return;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.kept.get(key);
    if (document !== undefined) this.characters -= lengthOf(document);
    return this.kept.delete(key);
  }
}
