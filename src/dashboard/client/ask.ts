/** One question to the API of this service. */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A query with the types of what it answers and asks: what a .generated.ts holds. */
export interface Document<Result, Variables> extends DocumentTypeDecoration<Result, Variables> {
  toString: () => string;
}

export interface Answer<Result> {
  data: Result;
  /** Moves with every change of the data. */
  dataVersion: string;
}

/** What went wrong, as far as a page tells one thing from another. */
export type Trouble = 'unreachable' | 'refused' | 'timeout' | 'overloaded' | 'internal';

export class AskError extends Error {
  constructor(
    readonly trouble: Trouble,
    /** What the service says, in English; empty where it said nothing. */
    override readonly message: string,
  ) {
    super(message);
  }
}

interface Body {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: { dataVersion?: string };
  message?: string;
}

const troubles: Record<string, Trouble> = { TIMEOUT: 'timeout', OVERLOADED: 'overloaded', INTERNAL: 'internal' };

/** Longer addresses are refused by some proxies. */
const longestAddress = 6000;

/** The text on one line: white space is all that a printed document has beside its words. */
export const compact = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * By GET where the address is not too long: its answer has an ETag, and the browser holds it until the data change.
 *
 * @throws AskError for whatever is no whole answer
 * @throws DOMException AbortError once `signal` is aborted
 */
export async function ask<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> {
  const asked = { query: compact(document.toString()), variables: JSON.stringify(variables) };
  const address = `/graphql?${new URLSearchParams(asked).toString()}`;
  const headers = { accept: 'application/json' };
  const request: [string, RequestInit] =
    address.length <= longestAddress
      ? [address, { headers, signal: signal ?? null }]
      : [
          '/graphql',
          {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify({ query: asked.query, variables }),
            signal: signal ?? null,
          },
        ];
  const { status, body } = await received(request, signal);
  const [error] = body.errors ?? [];
  if (error !== undefined) throw new AskError(troubles[error.extensions?.code ?? ''] ?? 'refused', error.message);
  if (body.data === undefined || body.data === null)
    throw new AskError(status === 503 ? 'overloaded' : 'internal', body.message ?? `${status}`);
  // What the document's types promise was made from the schema that the service answers by.
  return { data: body.data as Result, dataVersion: body.extensions?.dataVersion ?? '' };
}

async function received(
  [address, init]: [string, RequestInit],
  signal: AbortSignal | undefined,
): Promise<{ status: number; body: Body }> {
  try {
    const response = await fetch(address, init);
    return { status: response.status, body: (await response.json()) as Body };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new AskError('unreachable', error instanceof Error ? error.message : String(error));
  }
}
