/** The documents that revisions were read from: each noted once, with when it came first and last. */
import type { Source } from '../report/report.js';
import type { Head } from './prepare.js';
import { join, list, raw, sql } from './sql.js';
import type { Writing } from './writing.js';

/** A document, with what it calls its agency. */
export interface Receipt {
  revision: number;
  of: Head;
  at: number;
}

const columns = [
  'id',
  'revision',
  'received_at',
  'again_at',
  'filed_anew',
  'division',
  'agency',
  'name',
  'media_type',
  'sha256',
  'bytes',
  'url',
];

/** The same document of the same revision. */
const keyOf = (revision: unknown, sha256: unknown, name: unknown, url: unknown): string =>
  JSON.stringify([revision, sha256, name, url]);

export async function noteReceipts(writing: Writing, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await writing.startNumbering('source_document');
  const revisions = [...new Set(receipts.map(({ revision }) => revision))];
  const rows = await writing.read(
    // What was filed anew stays as it was then.
    sql`SELECT id, revision, sha256, name, url FROM source_document
      WHERE revision IN (${list(revisions)}) AND NOT filed_anew`,
  );
  const before = new Map(
    rows.map((row) => [keyOf(row['revision'], row['sha256'], row['name'], row['url']), Number(row['id'])]),
  );
  const first = new Map<string, Receipt>();
  const again = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const { sha256, name, url } = receipt.of.source;
    const key = keyOf(receipt.revision, sha256, name, url);
    if (before.has(key) || first.has(key)) again.set(key, receipt);
    else first.set(key, receipt);
  }
  await writing.insert(
    'source_document',
    columns,
    [...first].map(([key, { revision, of, at }]) => {
      const last = again.get(key)?.at ?? at;
      const { division, agency, source } = of;
      const { name, mediaType, sha256, bytes, url } = source;
      const id = writing.nextNumber('source_document');
      return [id, revision, at, last > at ? last : null, false, division, agency, name, mediaType, sha256, bytes, url];
    }),
  );
  const repeated = [...again].flatMap(([key, { at }]) => {
    const id = before.get(key);
    return id === undefined ? [] : [raw(`(${id}, ${at})`)];
  });
  if (repeated.length === 0) return;
  await writing.run(sql`UPDATE source_document SET again_at = v.column2 FROM (VALUES ${join(repeated, ', ')}) AS v
    WHERE source_document.id = v.column1 AND received_at < v.column2`);
}

/** Whether this very receipt is in the database already, as when an export is read into where it came from. */
export async function isNoted(writing: Writing, report: string, source: Source, at: number): Promise<boolean> {
  const rows = await writing.read(sql`SELECT name, sha256, url, received_at, again_at FROM source_document
    WHERE revision IN (SELECT id FROM report_revision WHERE report = ${report})`);
  return rows.some(
    (row) =>
      row['sha256'] === source.sha256 &&
      row['name'] === source.name &&
      row['url'] === source.url &&
      (Number(row['received_at']) === at || (row['again_at'] !== null && Number(row['again_at']) === at)),
  );
}
