/** Entries of a zip file, read one at a time and within limits. */
import yauzl from 'yauzl';
import { BadInput } from '../report/bad-input.js';

/** No documents are packed to a smaller part than one in this many; what is small unpacked does no harm. */
const smallestPart = 200;
const smallestBomb = 1024 ** 3;

export interface ZipEntry {
  /** With its folders, separated by `/`. */
  name: string;
  /** Unpacked, as the directory of the zip file states it. */
  bytes: number;
  /** @throws BadInput DAMAGED_FILE, ENCRYPTED, TOO_LARGE */
  read: () => Promise<Uint8Array>;
}

/**
 * The files of a zip file, folders left out.
 *
 * @param source its path or its bytes
 * @param limit how many bytes an entry may have, unpacked, by the directory of the zip file and in fact
 * @throws BadInput DAMAGED_FILE where it is no whole zip file, TOO_LARGE where all of it together would be
 */
export async function* zipEntries(source: string | Uint8Array, limit: number): AsyncGenerator<ZipEntry> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  const zip = await damagedOr(() =>
    typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options),
  );
  const most = Math.max(smallestBomb, smallestPart * zip.fileSize);
  let all = 0;
  try {
    const entries = zip.eachEntry();
    for (;;) {
      const next = await damagedOr(() => entries.next());
      if (next.done === true) return;
      const entry: yauzl.Entry = next.value;
      const name = nameOf(entry);
      all += entry.uncompressedSize;
      if (all > most) throw tooLarge('a zip file', all, most);
      if (name.endsWith('/')) continue;
      yield { name, bytes: entry.uncompressedSize, read: () => readEntry(zip, entry, name, limit) };
    }
  } finally {
    if (zip.isOpen) zip.close();
  }
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string, limit: number): Promise<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new BadInput('ENCRYPTED', `found ${name} locked with a password in the zip file, expected an open one.`);
  }
  if (entry.uncompressedSize > limit) throw tooLarge(name, entry.uncompressedSize, limit);
  return damagedOr(async () => {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) continue;
      length += chunk.length;
      if (length > limit) throw tooLarge(name, length, limit);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  });
}

function tooLarge(name: string, bytes: number, limit: number): BadInput {
  return new BadInput('TOO_LARGE', `found ${name} with ${bytes} bytes unpacked, expected at most ${limit}.`);
}

async function damagedOr<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const found = error instanceof Error ? error.message : String(error);
    throw new BadInput('DAMAGED_FILE', `found a zip file that cannot be unpacked (${found}), expected a whole one.`);
  }
}

/** The flag of a name in UTF-8; without it Windows writes names in the code page of its user. */
const utf8Flag = 0x800;

function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & utf8Flag) === 0) {
    for (const encoding of ['utf-8', 'gb18030']) {
      try {
        return slashes(new TextDecoder(encoding, { fatal: true }).decode(raw));
      } catch {
        // not valid in it
      }
    }
  }
  return slashes(new TextDecoder('utf-8').decode(raw));
}

const slashes = (name: string): string => name.replaceAll('\\', '/');
