/** Lines of NDJSON as they come: a line is held whole, the document never. */
import { BadInput } from '../report/bad-input.js';
import { sizeInWords } from './limits.js';

export interface Line {
  /** From 1. */
  number: number;
  /** Without the line break; of a line that is too large, its beginning. */
  bytes: Buffer;
  error?: BadInput;
}

const lineFeed = 0x0a;
/** What is kept of a line that is too large, to tell it by. */
const beginning = 1000;

/** Blank lines are left out, but counted. */
export async function* linesOf(
  chunks: AsyncIterable<unknown> | Iterable<unknown>,
  limit: number,
): AsyncGenerator<Line> {
  let number = 0;
  let held: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer): void => {
    length += piece.length;
    if (length <= limit) held.push(piece);
    else if (held.length > 1 || (held[0]?.length ?? 0) > beginning)
      held = [Buffer.concat([...held, piece]).subarray(0, beginning)];
  };
  const end = (): Line | null => {
    number++;
    const bytes = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    const size = length;
    [held, length] = [[], 0];
    if (size > limit) {
      const message = `found a line of ${sizeInWords(size)}, expected at most ${sizeInWords(limit)}.`;
      return { number, bytes, error: new BadInput('TOO_LARGE', message) };
    }
    return isBlank(bytes) ? null : { number, bytes };
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string | Uint8Array);
    let start = 0;
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, start)) {
      take(bytes.subarray(start, at));
      start = at + 1;
      const line = end();
      if (line !== null) yield line;
    }
    if (start < bytes.length) take(bytes.subarray(start));
  }
  if (length > 0) {
    const line = end();
    if (line !== null) yield line;
  }
}

/** White space alone; a byte order mark begins many a file. */
function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 0x20) return false;
  return true;
}
