/** Documents that could not be taken: kept with the reason, so that a later version of the program can read them again. */
import { hash } from 'node:crypto';
import { quarantineReasons, type QuarantineReason } from '../report/bad-input.js';
import type { Database, Reader } from './database.js';
import { quarantineId } from './ids.js';
import { list, sql } from './sql.js';
import { inWriting, type Clock } from './writing.js';

export interface BadDocument {
  /** As given to the import: folders, archive and name. */
  path: string;
  reason: QuarantineReason;
  message: string;
  /** Null where there is none to keep, as of a file too large to be read. */
  content: Uint8Array | null;
  /** Of the whole document, where it is not kept here. */
  bytes?: number;
  sha256?: string;
}

export interface Quarantined {
  id: string;
  path: string;
  reason: QuarantineReason;
  message: string;
  /** Milliseconds since 1970. */
  receivedAt: number;
  sha256: string;
  bytes: number;
}

/** A larger document is named in quarantine, and not kept. */
export const mostBytesKept = 5_000_000;

/** Documents in a transaction: their contents are held in memory until then. */
const batchSize = 50;

const sha256Of = (content: Uint8Array): string => hash('sha256', content, 'hex');

/** Keeps the documents; one that is there already, of the same path, has the newer reason. How many of each reason can be asked for. */
export async function quarantine(
  database: Database,
  documents: readonly BadDocument[],
  clock: Clock = Date.now,
): Promise<void> {
  for (let start = 0; start < documents.length; start += batchSize)
    await inWriting(database, clock, async (writing) => {
      const rows = new Map(
        documents.slice(start, start + batchSize).map((document) => {
          const { path, reason, message, content, bytes } = document;
          const sha256 = document.sha256 ?? sha256Of(content ?? new Uint8Array());
          const id = quarantineId(sha256, path);
          const kept =
            content !== null && content.length <= mostBytesKept ? Buffer.from(content).toString('base64') : null;
          const size = bytes ?? content?.length ?? 0;
          return [id, [id, path, reason, message, writing.now(), sha256, size, kept] as const];
        }),
      );
      const before = await writing.read(sql`SELECT id, reason FROM quarantine WHERE id IN (${list([...rows.keys()])})`);
      const held = new Map(before.map((row) => [String(row['id']), String(row['reason'])]));
      if ([...rows].some(([id, [, , reason]]) => held.get(id) !== reason)) writing.changed = true;
      await writing.run(sql`DELETE FROM quarantine WHERE id IN (${list([...rows.keys()])})`);
      await writing.insert(
        'quarantine',
        ['id', 'path', 'reason', 'message', 'received_at', 'sha256', 'bytes', 'content'],
        [...rows.values()],
      );
    });
}

/** Documents that were read at last are in quarantine no more, wherever they lay. */
export async function release(database: Database, sha256: readonly string[], clock: Clock = Date.now): Promise<void> {
  if (sha256.length === 0) return;
  const held = await database.read(sql`SELECT id FROM quarantine LIMIT 1`);
  if (held.length === 0) return;
  const released = sql`sha256 IN (${list([...new Set(sha256)])})`;
  await inWriting(database, clock, async (writing) => {
    const [one] = await writing.read(sql`SELECT id FROM quarantine WHERE ${released} LIMIT 1`);
    if (one === undefined) return;
    writing.changed = true;
    await writing.run(sql`DELETE FROM quarantine WHERE ${released}`);
  });
}

/** What is in quarantine, by path. */
export async function quarantined(reader: Reader, reason: QuarantineReason | null = null): Promise<Quarantined[]> {
  const rows = await reader.read(sql`SELECT id, path, reason, message, received_at, sha256, bytes FROM quarantine
    WHERE ${reason === null ? sql`1 = 1` : sql`reason = ${reason}`} ORDER BY path, id`);
  return rows.map((row) => ({
    id: String(row['id']),
    path: String(row['path']),
    reason: row['reason'] as QuarantineReason, // written by this file alone
    message: String(row['message']),
    receivedAt: Number(row['received_at']),
    sha256: String(row['sha256']),
    bytes: Number(row['bytes']),
  }));
}

/** Null where the document was too large to be kept, or is there no more. */
export async function quarantinedContent(reader: Reader, id: string): Promise<Uint8Array | null> {
  const [row] = await reader.read(sql`SELECT content FROM quarantine WHERE id = ${id}`);
  return typeof row?.['content'] === 'string' ? Buffer.from(row['content'], 'base64') : null;
}

/** How many by reason, those with none left out; in the order of the reasons. */
export async function quarantineCounts(reader: Reader): Promise<{ reason: QuarantineReason; documents: number }[]> {
  const rows = await reader.read(sql`SELECT reason, COUNT(*) AS count FROM quarantine GROUP BY reason`);
  const counts = new Map(rows.map((row) => [String(row['reason']), Number(row['count'])]));
  return quarantineReasons.flatMap((reason) => {
    const documents = counts.get(reason);
    return documents === undefined ? [] : [{ reason, documents }];
  });
}
