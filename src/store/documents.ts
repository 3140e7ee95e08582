/** What hangs on a revision beside its figures: its cells as they stand, its chapters, its document. */
import type { Chapter, Report, Source } from '../report/report.js';
import { decodeCellTexts } from './cell-texts.js';
import type { Reader } from './database.js';
import { textOrNull } from './nullable.js';
import { list, raw, sql } from './sql.js';

async function textsOf<T>(
  reader: Reader,
  column: 'cells' | 'chapters',
  revisions: readonly number[],
  decoded: (text: string) => T,
  none: () => T,
): Promise<T[]> {
  if (revisions.length === 0) return [];
  const rows = await reader.read(sql`SELECT revision, ${raw(column)} AS text FROM revision_text
    WHERE revision IN (${list([...new Set(revisions)])}) AND ${raw(column)} IS NOT NULL`);
  const found = new Map(rows.map((row) => [Number(row['revision']), decoded(String(row['text']))]));
  return revisions.map((revision) => found.get(revision) ?? none());
}

export function cellTextsOf(reader: Reader, revisions: readonly number[]): Promise<Report['cells'][]> {
  return textsOf(reader, 'cells', revisions, decodeCellTexts, () => ({}));
}

export function chaptersOf(reader: Reader, revisions: readonly number[]): Promise<Chapter[][]> {
  return textsOf(
    reader,
    'chapters',
    revisions,
    (text) => JSON.parse(text) as Chapter[],
    () => [],
  );
}

/** The document that each revision was read from: of several that said the same, the first. */
export async function sourcesOf(reader: Reader, revisions: readonly number[]): Promise<Source[]> {
  if (revisions.length === 0) return [];
  const rows = await reader.read(sql`SELECT revision, name, media_type, sha256, bytes, url FROM source_document
    WHERE revision IN (${list([...new Set(revisions)])}) ORDER BY received_at DESC, id DESC`);
  const found = new Map<number, Source>();
  for (const row of rows)
    found.set(Number(row['revision']), {
      name: String(row['name']),
      mediaType: String(row['media_type']),
      sha256: String(row['sha256']),
      bytes: Number(row['bytes']),
      url: textOrNull(row['url']),
    });
  return revisions.map((revision) => {
    const source = found.get(revision);
    if (source === undefined) throw new Error(`the revision ${revision} has no document`);
    return source;
  });
}
