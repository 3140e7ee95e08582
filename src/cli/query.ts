/** `gongkai query`: a GraphQL document on the database itself, with no server between. */
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Settings } from '../api/settings.js';
import { assertFormat, queryFormats } from './formats.js';
import { standardInput } from './inputs.js';
import { withStore } from './opened-store.js';
import { status, WrongUsage, type Terminal } from './terminal.js';

export interface QueryOptions {
  settings: Settings;
  format: string;
  /** JSON, or the path of a file of it. */
  variables?: string;
}

/** What a person asks of their own database may take its time and its size: nobody else waits for the answer. */
const timeout = 600_000;
const unlimited = Number.MAX_SAFE_INTEGER;
const limits = { depthLimit: 100, tokenLimit: unlimited, complexityLimit: unlimited, requestTimeout: timeout };

export async function query(file: string, options: QueryOptions, terminal: Terminal): Promise<number> {
  const { settings, format } = options;
  assertFormat(format, queryFormats);
  const source = file === standardInput ? await textOf(terminal.stdin) : await contentOf(file);
  const variables = options.variables === undefined ? {} : await variablesIn(options.variables);
  return withStore({ ...settings, statementTimeout: timeout }, async (database) => {
    const { executeGraphql } = await import('../api/graphql-server.js');
    const result = await executeGraphql(database, { query: source, variables }, limits, () => undefined);
    await terminal.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return result.errors === undefined ? status.well : status.someInputBad;
  });
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array | string));
  return Buffer.concat(chunks).toString('utf8');
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new WrongUsage(
      `${file} is not there, or may not be read: give a file with a GraphQL document, or - for standard input.`,
    );
  }
}

async function variablesIn(given: string): Promise<Record<string, unknown>> {
  const text = given.trimStart().startsWith('{') ? given : await contentOf(given);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new WrongUsage('--variables: expected a JSON object such as {"year": 2024}, or a file that holds one.');
}
