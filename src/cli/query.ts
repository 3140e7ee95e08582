/** `gongkai query`: a GraphQL document on the database itself, with no server between. */
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FormatOptions } from '../api/download/format-options.js';
import type { Settings } from '../api/settings.js';
import { assertFormat, queryFormats } from './formats.js';
import { standardInput } from './inputs.js';
import { withStore } from './opened-store.js';
import { writing } from './output.js';
import { status, WrongUsage, type Terminal } from './terminal.js';

export interface QueryOptions extends FormatOptions {
  settings: Settings;
  format: string;
  /** JSON, or the path of a file of it. */
  variables?: string;
  /** The list that the rows of a table are of. */
  rows?: string;
  limit?: number;
  /** The path of a file; without, standard output. */
  out?: string;
}

/** What a person asks of their own database may take its time and its size: nobody else waits for the answer. */
export const timeout = 600_000;
const unlimited = Number.MAX_SAFE_INTEGER;
export const limits = { depthLimit: 100, tokenLimit: unlimited, complexityLimit: unlimited, requestTimeout: timeout };

export async function query(file: string, options: QueryOptions, terminal: Terminal): Promise<number> {
  const { settings, rows = null, limit = null, out } = options;
  const format = assertFormat(options.format, queryFormats);
  const source = file === standardInput ? await textOf(terminal.stdin) : await contentOf(file);
  const variables = options.variables === undefined ? {} : await variablesIn(options.variables);
  return withStore({ ...settings, statementTimeout: timeout }, async (database) => {
    if (format !== 'json' || rows !== null || limit !== null) {
      const { writeTable } = await import('./write-table.js');
      const table = { query: source, variables, rows, limit };
      const { dataLicence: licence } = settings;
      return writeTable(
        database,
        { format, table, options, licence, ...(out !== undefined && { out }) },
        limits,
        terminal,
      );
    }
    const { executeGraphql } = await import('../api/graphql-server.js');
    const result = await executeGraphql(database, { query: source, variables }, limits, () => undefined);
    await writing(out, terminal, (write) => write(`${JSON.stringify(result, null, 2)}\n`));
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
