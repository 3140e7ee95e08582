/** What PATH… names: files, the files of folders, archives, and `-` for standard input. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { WrongUsage } from './terminal.js';

/**
 * document: a file by itself. lines: reports as NDJSON, read as they come. archive: a zip file, whose members are
 * documents.
 */
export interface Input {
  kind: 'document' | 'lines' | 'archive';
  /** As it is named in messages: the path as given. */
  file: string;
  /** Without folders. */
  name: string;
  /** The folder of what was given, then those below it: they can tell whose a report is. */
  folders: string[];
  /** 0 of standard input. */
  bytes: number;
}

export const standardInput = '-';

const kinds: Readonly<Record<string, Input['kind']>> = { '.ndjson': 'lines', '.jsonl': 'lines', '.zip': 'archive' };

/** Files that systems and editors leave in folders: no documents. */
const leftBehind = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/iu;
export const isLeftBehind = (name: string): boolean => leftBehind.test(name);

/**
 * In the order given; the files of a folder by name.
 *
 * @throws WrongUsage at the first path that is not there
 */
export async function inputsOf(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) {
    if (path === standardInput) {
      inputs.push({ kind: 'lines', file: path, name: 'standard input', folders: [], bytes: 0 });
      continue;
    }
    const found = await stat(path).catch(() => null);
    if (found === null)
      throw new WrongUsage(`${path} is not there, or may not be read. Give files, folders, .zip, or - for NDJSON.`);
    if (found.isDirectory()) await filesIn(path, [basename(resolve(path))], inputs);
    else if (found.isFile()) inputs.push(inputAt(path, [basename(dirname(resolve(path)))], found.size));
    else throw new WrongUsage(`${path} is neither a file nor a folder.`);
  }
  return inputs;
}

async function filesIn(folder: string, folders: string[], inputs: Input[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    if (isLeftBehind(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await filesIn(path, [...folders, entry.name], inputs);
    else {
      // A link to a folder is not followed: it may lead round in a circle.
      const found = await stat(path).catch(() => null);
      if (found?.isFile() === true) inputs.push(inputAt(path, folders, found.size));
    }
  }
}

function inputAt(path: string, folders: readonly string[], bytes: number): Input {
  const name = basename(path);
  const kind = kinds[extname(name).toLowerCase()] ?? 'document';
  return { kind, file: path, name, folders: folders.filter((folder) => folder !== ''), bytes };
}
