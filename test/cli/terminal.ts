/** The command line as a test calls it: what it is given, and what it said. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import type { Output } from '../../src/cli/terminal.js';

export interface Said {
  status: number;
  stdout: string;
  stderr: string;
}

export interface Given {
  stdin?: string | Readable;
  /** Where the database is; without, the command has none to open. */
  database?: string;
  environment?: Record<string, string>;
  stop?: AbortSignal;
}

/** Everything that was written to it. */
function kept(): Output & { text: string } {
  const output = {
    text: '',
    isTerminal: false,
    write: async (piece: string | Uint8Array) => {
      output.text += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
    },
  };
  return output;
}

const streamOf = (stdin: string | Readable): Readable =>
  typeof stdin === 'string' ? Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]) : stdin;

export async function gongkai(argv: readonly string[], given: Given = {}): Promise<Said> {
  const [stdout, stderr] = [kept(), kept()];
  const status = await main(argv, {
    stdin: streamOf(given.stdin ?? ''),
    stdout,
    stderr,
    environment: { ...given.environment, ...(given.database !== undefined && { DATABASE_URL: given.database }) },
    stop: given.stop ?? new AbortController().signal,
  });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** Lines of NDJSON. */
export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A folder that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
