/** The pieces of reading that the inputs make: a document each, lines by the hundred. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { BadInput } from '../report/bad-input.js';
import type { JsonFile } from '../report/report-json.js';
import type { Limits } from '../reading/limits.js';
import { linesOf, type Line } from '../reading/lines.js';
import type { Stated } from '../reading/identify.js';
import { isLeftBehind, standardInput, type Input } from './inputs.js';
import { ndjsonType, type DocumentTask, type LinesTask, type Task } from './task.js';

const linesAtOnce = 250;

export interface Making {
  stdin: Readable;
  limits: Limits;
  stated: Stated;
  /** How far the inputs have been taken, in bytes. */
  onBytes?: (bytes: number) => void;
}

export async function* tasksOf(inputs: readonly Input[], making: Making): AsyncGenerator<Task> {
  for (const input of inputs) {
    if (input.kind === 'lines') yield* tasksOfLines(input, making);
    else if (input.kind === 'archive') yield* tasksOfArchive(input, making);
    else {
      const { file, name, folders, bytes } = input;
      yield { kind: 'document', file, name, folders, content: { path: file }, stated: making.stated };
      making.onBytes?.(bytes);
    }
  }
}

async function* tasksOfLines({ file, name }: Input, { stdin, limits, onBytes }: Making): AsyncGenerator<Task> {
  const source = file === standardInput ? null : await jsonFileAt(file, name);
  const chunks = file === standardInput ? stdin : createReadStream(file, { highWaterMark: 1024 * 1024 });
  let lines: LinesTask['lines'] = [];
  const take = (): LinesTask => {
    const task: LinesTask = { kind: 'lines', file, name, source, lines };
    lines = [];
    return task;
  };
  for await (const line of linesOf(counted(chunks, onBytes), limits.documentBytes)) {
    lines.push(plain(line));
    if (lines.length === linesAtOnce) yield take();
  }
  if (lines.length > 0) yield take();
}

const plain = ({ number, bytes, error }: Line): LinesTask['lines'][number] => ({
  number,
  bytes,
  ...(error !== undefined && { bad: { reason: error.reason, message: error.message } }),
});

async function* counted(chunks: Readable, onBytes: Making['onBytes']): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    onBytes?.(bytes.length);
    yield bytes;
  }
}

/** The whole file is what a report came in that states no source. */
async function jsonFileAt(path: string, name: string): Promise<JsonFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const piece = chunk as Buffer; // a stream without an encoding gives nothing else
    hash.update(piece);
    bytes += piece.length;
  }
  return { name, mediaType: ndjsonType, bytes, sha256: hash.digest('hex') };
}

async function* tasksOfArchive(input: Input, { limits, stated, onBytes }: Making): AsyncGenerator<Task> {
  const { file, name } = input;
  const folders = [...input.folders, name.replace(/\.zip$/iu, '')];
  const { zipEntries } = await import('../reading/unzip.js');
  const task = (path: string, within: string[], content: DocumentTask['content']): DocumentTask => ({
    kind: 'document',
    file: path,
    name: path.slice(path.lastIndexOf('/') + 1),
    folders: within,
    content,
    stated,
  });
  let members = 0;
  try {
    for await (const entry of zipEntries(file, limits.documentBytes)) {
      const parts = entry.name.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
      if (parts.some(isLeftBehind)) continue;
      members++;
      const path = [file, ...parts].join('/');
      const within = [...folders, ...parts.slice(0, -1)];
      try {
        yield task(path, within, { bytes: await entry.read() });
      } catch (error) {
        yield task(path, within, { bad: badOf(error, entry.bytes) });
      }
    }
    if (members === 0) throw new BadInput('NOT_A_REPORT', 'found no file in the archive, expected reports.');
  } catch (error) {
    yield task(file, input.folders, { bad: badOf(error, input.bytes) });
  }
  onBytes?.(input.bytes);
}

/** What an archive does not give cannot be kept by itself: the archive is where it is. */
function badOf(error: unknown, bytes: number): Extract<DocumentTask['content'], { bad: unknown }>['bad'] {
  if (!(error instanceof BadInput)) throw error;
  return { reason: error.reason, message: error.message, bytes, content: null };
}
