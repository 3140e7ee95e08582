/** Where results go: standard output, or a file that is there only when it is whole. */
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WrongUsage, type Terminal } from './terminal.js';

/** The user asked to stop: what was begun is not whole. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export type Write = (piece: string | Uint8Array) => Promise<void>;

/** @param out the path of a file; without, standard output */
export async function writing<T>(
  out: string | undefined,
  terminal: Terminal,
  work: (write: Write) => Promise<T>,
): Promise<T> {
  if (out === undefined) return work((piece) => terminal.stdout.write(piece));
  return replacing(out, async (path) => {
    const file = await open(path, 'w').catch((error: Error) => {
      throw new WrongUsage(`--out ${out}: the file cannot be written (${error.message}).`);
    });
    try {
      return await work(async (piece) => {
        await file.appendFile(piece);
      });
    } finally {
      await file.close();
    }
  });
}

/** What is written whole by its path; copied to standard output where no file is wanted. */
export async function writingFile(
  out: string | undefined,
  terminal: Terminal,
  work: (path: string) => Promise<void>,
): Promise<void> {
  if (out !== undefined) return replacing(out, work);
  if (terminal.stdout.isTerminal)
    throw new WrongUsage('The file is no text to be shown: give --out FILE, or send standard output to a file.');
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  try {
    const path = join(folder, 'table');
    await work(path);
    for await (const piece of createReadStream(path)) await terminal.stdout.write(piece as Uint8Array);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing is left of a file that did not become whole, and what was there before stays. */
async function replacing<T>(out: string, work: (path: string) => Promise<T>): Promise<T> {
  const part = `${out}.part`;
  try {
    const result = await work(part);
    await rename(part, out);
    return result;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
