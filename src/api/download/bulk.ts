/**
 * Everything that was received, as files and a manifest of their hashes, for those who keep a mirror. The files are the
 * lines of `gongkai export` in their order, so many to a file: one after the other they are that export. Lines are in
 * the order of receipt, so what is received later changes the last file, and files before it only where a report of
 * theirs was withdrawn or received again: a mirror fetches what has another hash.
 */
import { createHash, type Hash } from 'node:crypto';
import { open, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../../store/database.js';
import { linesAt } from '../../store/export.js';
import { citationOf, source } from './about.js';

export const linesOfPart = 10_000;
export const manifestName = 'manifest.json';
export const wholeName = 'reports.ndjson';

/** What a file must be to be right. */
export interface Hashed {
  name: string;
  /** Bytes. */
  bytes: number;
  /** Lines, each with its line break. */
  lines: number;
  /** In hexadecimal digits. */
  sha256: string;
}

export interface Manifest {
  dataVersion: string;
  citation: string;
  licence: string;
  source: string;
  format: string;
  /** The files one after the other. */
  whole: Hashed;
  parts: Hashed[];
}

export const partName = (nth: number): string => `reports-${String(nth).padStart(5, '0')}.ndjson`;
export const isPartName = (name: string): boolean => /^reports-\d{5,}\.ndjson$/u.test(name);

/** What is counted of lines as they pass. */
class Counted {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;
  private lines = 0;

  add(line: Buffer): void {
    this.hash.update(line);
    this.bytes += line.length;
    this.lines++;
  }

  as(name: string): Hashed {
    return { name, bytes: this.bytes, lines: this.lines, sha256: this.hash.digest('hex') };
  }
}

/** Bytes to gather before they are written. */
const atOnce = 1024 * 1024;

class Part {
  readonly counted = new Counted();
  private held: Buffer[] = [];
  private heldBytes = 0;

  private constructor(private readonly file: FileHandle) {}

  static async begin(path: string): Promise<Part> {
    return new Part(await open(path, 'w'));
  }

  async add(line: Buffer): Promise<void> {
    this.counted.add(line);
    this.held.push(line);
    this.heldBytes += line.length;
    if (this.heldBytes >= atOnce) await this.write();
  }

  async end(): Promise<void> {
    try {
      await this.write();
    } finally {
      await this.file.close();
    }
  }

  private async write(): Promise<void> {
    const piece = Buffer.concat(this.held);
    this.held = [];
    this.heldBytes = 0;
    await this.file.appendFile(piece);
  }
}

/**
 * Writes the parts into the folder, then the manifest: where it is, everything is.
 *
 * @param stopped asked between lines; true ends the work
 * @returns null where it was stopped
 */
export async function writeBulk(
  snapshot: Snapshot,
  folder: string,
  licence: string,
  stopped: () => boolean = () => false,
): Promise<Manifest | null> {
  const whole = new Counted();
  const parts: Hashed[] = [];
  let part: Part | null = null;
  let lines = 0;
  const endPart = async (): Promise<void> => {
    if (part === null) return;
    await part.end();
    parts.push(part.counted.as(partName(parts.length + 1)));
    part = null;
    lines = 0;
  };
  try {
    for await (const text of linesAt(snapshot)) {
      if (stopped()) return null;
      const line = Buffer.from(`${text}\n`);
      whole.add(line);
      part ??= await Part.begin(join(folder, partName(parts.length + 1)));
      await part.add(line);
      if (++lines === linesOfPart) await endPart();
    }
  } finally {
    await endPart();
  }
  const dataVersion = await snapshot.dataVersion();
  const manifest: Manifest = {
    dataVersion,
    citation: citationOf({ title: 'all reports', dataVersion, synthetic: false }),
    licence,
    source,
    format: 'NDJSON, a report or a line of the register each: docs/report-json.md',
    whole: whole.as(wholeName),
    parts,
  };
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
