/**
 * The revisions of a report put in order anew: where something older than what is held arrives, and where the register
 * finds that reports are another agency's. What was received when is all in the database: the sources of each revision
 * say when its content came, the revisions when a report was withdrawn. From these the revisions follow again.
 */
import { cells } from '../template/figures.js';
import { saysTheSame, type ContentHashes } from './content-hash.js';
import type { Row } from './database.js';
import { firstCrossPosition } from './findings.js';
import { numberOrNull } from './nullable.js';
import { join, list, raw, sql, type Sql } from './sql.js';
import type { Writing } from './writing.js';

interface Held extends ContentHashes {
  id: number;
  number: number;
  receivedAt: number;
  documentReceivedAt: number;
  supersededAt: number | null;
  withdrawnAt: number | null;
}

interface Event {
  at: number;
  kind: 'document' | 'withdrawal';
  held: Held;
  /** The source that came then, for the first time or again. */
  source: { id: number; again: boolean } | null;
}

/** A revision as it follows from what was received: its content is that of one held. */
interface Revision {
  content: Held;
  receivedAt: number;
  endedAt: number | null;
  withdrawnAt: number | null;
  sources: { id: number; again: boolean }[];
}

const heldColumns = raw(
  'id, number, received_at, document_received_at, superseded_at, withdrawn_at, content_hash, figures_hash',
);

function heldOf(row: Row): Held {
  return {
    id: Number(row['id']),
    number: Number(row['number']),
    receivedAt: Number(row['received_at']),
    documentReceivedAt: Number(row['document_received_at']),
    supersededAt: numberOrNull(row['superseded_at']),
    withdrawnAt: numberOrNull(row['withdrawn_at']),
    contentHash: String(row['content_hash']),
    figuresHash: String(row['figures_hash']),
  };
}

/**
 * Puts the revisions of a report in the order of receipt, with one that was added out of order, or a withdrawal.
 *
 * @returns the number of the revision that the added one has become, and whether it is a revision of its own
 */
export async function fileInPlace(
  writing: Writing,
  report: string,
  added: number | null,
  withdrawnAt: number | null = null,
): Promise<{ number: number; isNew: boolean }> {
  const held = await heldRevisions(writing, report);
  // Filed anew once, a report goes back no further than that.
  const filedAt = Math.max(
    await replacedAt(writing, report),
    ...held.filter((one) => one.receivedAt > one.documentReceivedAt).map((one) => one.receivedAt),
  );
  const events = await eventsOf(writing, held);
  const withdrawn = held.findLast((one) => withdrawnAt !== null && one.documentReceivedAt <= withdrawnAt);
  if (withdrawnAt !== null && withdrawn !== undefined)
    events.push({ at: withdrawnAt, kind: 'withdrawal', held: withdrawn, source: null });
  const revisions = fold(events);
  await apply(writing, held, revisions, filedAt);
  const at = revisions.findIndex(({ content, sources }) =>
    added === null ? false : content.id === added || sources.some(({ id }) => sourcesOf(events, added).has(id)),
  );
  return { number: at + 1, isNew: revisions[at]?.content.id === added };
}

/** When revisions of the report were last filed anew. */
async function replacedAt(writing: Writing, report: string): Promise<number> {
  const [row] = await writing.read(
    sql`SELECT MAX(replaced_at) AS last FROM report_revision WHERE report = ${report} AND replaced_at IS NOT NULL`,
  );
  return numberOrNull(row?.['last']) ?? Number.MIN_SAFE_INTEGER;
}

function sourcesOf(events: readonly Event[], revision: number): Set<number> {
  return new Set(events.flatMap(({ held, source }) => (held.id === revision && source !== null ? [source.id] : [])));
}

async function heldRevisions(writing: Writing, report: string): Promise<Held[]> {
  const rows = await writing.read(sql`SELECT ${heldColumns} FROM report_revision
    WHERE report = ${report} AND replaced_at IS NULL ORDER BY number`);
  return rows.map(heldOf);
}

async function eventsOf(writing: Writing, held: readonly Held[]): Promise<Event[]> {
  const byId = new Map(held.map((one) => [one.id, one]));
  const sources = await writing.read(sql`SELECT id, revision, received_at, again_at FROM source_document
    WHERE revision IN (${list([...byId.keys()])}) ORDER BY id`);
  const events: Event[] = [];
  for (const row of sources) {
    const one = byId.get(Number(row['revision']));
    const [id, again] = [Number(row['id']), numberOrNull(row['again_at'])];
    if (one === undefined) continue;
    events.push({ at: Number(row['received_at']), kind: 'document', held: one, source: { id, again: false } });
    if (again !== null) events.push({ at: again, kind: 'document', held: one, source: { id, again: true } });
  }
  for (const one of held)
    if (one.withdrawnAt !== null) events.push({ at: one.withdrawnAt, kind: 'withdrawal', held: one, source: null });
  return events;
}

/** A withdrawal takes what was received by then; at one moment the revisions keep the order that they had. */
function fold(events: readonly Event[]): Revision[] {
  const last = (event: Event): number => (event.kind === 'withdrawal' ? 1 : 0);
  const inOrder = [...events].sort(
    (a, b) =>
      a.at - b.at || a.held.number - b.held.number || last(a) - last(b) || (a.source?.id ?? 0) - (b.source?.id ?? 0),
  );
  const revisions: Revision[] = [];
  for (const { at, kind, held, source } of inOrder) {
    const newest = revisions.at(-1);
    const counts = newest !== undefined && newest.withdrawnAt === null;
    if (kind === 'withdrawal') {
      if (counts) newest.withdrawnAt = newest.endedAt = at;
    } else if (counts && saysTheSame(newest.content, held)) {
      if (source !== null) newest.sources.push(source);
    } else {
      if (counts) newest.endedAt = at;
      const sources = source === null ? [] : [source];
      revisions.push({ content: held, receivedAt: at, endedAt: null, withdrawnAt: null, sources });
    }
  }
  return revisions;
}

/** Makes the revisions of a report what they should be: the rows that are held are moved, copied where needed, dropped. */
async function apply(
  writing: Writing,
  held: readonly Held[],
  revisions: readonly Revision[],
  filedAt: number,
): Promise<void> {
  const used = new Set<number>();
  const rows: { id: number; revision: Revision; number: number }[] = [];
  for (const [at, revision] of revisions.entries()) {
    const { id } = revision.content;
    const free = !used.has(id);
    used.add(id);
    rows.push({ id: free ? id : await copyContent(writing, id), revision, number: at + 1 });
  }
  // First out of each other's way: a number is given once.
  await writing.run(sql`UPDATE report_revision SET number = -id WHERE id IN (${list(held.map(({ id }) => id))})`);
  for (const { id, revision, number } of rows) {
    const receivedAt = Math.max(revision.receivedAt, filedAt);
    const endedAt = revision.endedAt === null ? null : Math.max(revision.endedAt, filedAt);
    await writing.run(sql`UPDATE report_revision SET number = ${number}, received_at = ${receivedAt},
      document_received_at = ${revision.receivedAt}, superseded_at = ${endedAt}, withdrawn_at = ${revision.withdrawnAt}
      WHERE id = ${id}`);
    await placeSources(writing, id, revision.sources);
  }
  // Whatever is dropped was found to say what another one says, which takes its place.
  const dropped = held.filter(({ id }) => !used.has(id));
  const successors = new Map(
    dropped.map(({ id, figuresHash }) => {
      const successor = rows.find(({ revision }) => revision.content.figuresHash === figuresHash);
      if (successor === undefined) throw new Error(`no revision says what the dropped one ${id} said`);
      return [id, successor.id];
    }),
  );
  if (dropped.length > 0) await dropRevisions(writing, successors);
  if (!sameAsHeld(held, rows, filedAt)) writing.changed = true;
}

function sameAsHeld(
  held: readonly Held[],
  rows: readonly { id: number; revision: Revision; number: number }[],
  filedAt: number,
): boolean {
  return (
    held.length === rows.length &&
    rows.every(({ id, revision, number }) => {
      const before = held.find((one) => one.id === id);
      return (
        before !== undefined &&
        before.number === number &&
        before.receivedAt === Math.max(revision.receivedAt, filedAt) &&
        before.supersededAt === (revision.endedAt === null ? null : Math.max(revision.endedAt, filedAt)) &&
        before.withdrawnAt === revision.withdrawnAt
      );
    })
  );
}

/** A source that came twice, for two revisions by now, is noted with each. */
async function placeSources(writing: Writing, revision: number, sources: Revision['sources']): Promise<void> {
  const first = sources.filter(({ again }) => !again).map(({ id }) => id);
  if (first.length > 0)
    await writing.run(sql`UPDATE source_document SET revision = ${revision} WHERE id IN (${list(first)})`);
  const elsewhere = sources.filter(({ id, again }) => again && !first.includes(id));
  for (const { id } of elsewhere) {
    await copySources(writing, sql`id = ${id}`, revision, sql`again_at`, sql`NULL`, sql`filed_anew`);
    await writing.run(sql`UPDATE source_document SET again_at = NULL WHERE id = ${id}`);
  }
}

/** successors: of each that is dropped the one that says the same. */
async function dropRevisions(writing: Writing, successors: ReadonlyMap<number, number>): Promise<void> {
  const ids = [...successors.keys()];
  await writing.rollup.drop(writing, successors);
  for (const table of ['figures', 'revision_text', 'finding'])
    await writing.run(sql`DELETE FROM ${raw(table)} WHERE revision IN (${list(ids)})`);
  await writing.run(sql`DELETE FROM report_revision WHERE id IN (${list(ids)})`);
}

const figures = join(
  cells.map(({ databaseColumn }) => raw(databaseColumn)),
  ', ',
);

/** A revision with the same content; its sources are none yet. */
async function copyContent(writing: Writing, from: number, as: RefiledAs | null = null): Promise<number> {
  await writing.startNumbering('report_revision');
  const id = writing.nextNumber('report_revision');
  const filing =
    as === null
      ? sql`report, agency, year, scope, ${raw(String(-id))}, received_at, document_received_at, superseded_at, copy_of`
      : sql`${as.report}, ${as.agency}, year, scope, ${raw(String(-id))}, ${raw(String(as.at))}, document_received_at,
          ${raw(String(as.at))}, COALESCE(copy_of, id)`;
  await writing.run(sql`INSERT INTO report_revision (id, report, agency, year, scope, number, received_at,
      document_received_at, superseded_at, copy_of, withdrawn_at, replaced_at, edition, title, published_on, synthetic,
      valid, content_hash, figures_hash)
    SELECT ${raw(String(id))}, ${filing}, withdrawn_at, NULL, edition, title, published_on, synthetic, valid,
      content_hash, figures_hash FROM report_revision WHERE id = ${from}`);
  await writing.run(sql`INSERT INTO figures (revision, ${figures}) SELECT ${raw(String(id))}, ${figures}
    FROM figures WHERE revision = ${from}`);
  await writing.run(sql`INSERT INTO revision_text (revision, cells, chapters, reading)
    SELECT ${raw(String(id))}, cells, chapters, reading FROM revision_text WHERE revision = ${from}`);
  await writing.startNumbering('finding');
  const findings = await writing.read(sql`SELECT id FROM finding
    WHERE revision = ${from} AND position < ${raw(String(firstCrossPosition))} ORDER BY position`);
  for (const row of findings)
    await writing.run(sql`INSERT INTO finding (id, revision, position, rule, severity, message, cells, expected, actual)
      SELECT ${raw(String(writing.nextNumber('finding')))}, ${raw(String(id))}, position, rule, severity, message, cells,
        expected, actual FROM finding WHERE id = ${Number(row['id'])}`);
  return id;
}

async function copySources(
  writing: Writing,
  which: Sql,
  revision: number,
  receivedAt: Sql,
  againAt: Sql,
  filedAnew: Sql,
): Promise<void> {
  await writing.startNumbering('source_document');
  const rows = await writing.read(sql`SELECT id FROM source_document WHERE ${which} ORDER BY id`);
  for (const row of rows)
    await writing.run(sql`INSERT INTO source_document (id, revision, received_at, again_at, filed_anew, division, agency, name, media_type,
        sha256, bytes, url)
      SELECT ${raw(String(writing.nextNumber('source_document')))}, ${raw(String(revision))}, ${receivedAt}, ${againAt},
        ${filedAnew}, division, agency, name, media_type, sha256, bytes, url FROM source_document WHERE id = ${Number(row['id'])}`);
}

interface RefiledAs {
  report: string;
  agency: string;
  at: number;
}

/**
 * Reports of one year and scope, found to be one agency's, are one report from that moment on; where that is told of a
 * moment before one at which they were filed anew already, from that one on.
 */
export async function fileAnew(writing: Writing, from: readonly string[], found: RefiledAs): Promise<void> {
  const as = { ...found, at: Math.max(found.at, await replacedAt(writing, found.report)) };
  writing.rollup.touch(as.agency);
  const before: number[] = [];
  for (const report of from) before.push(...(await heldRevisions(writing, report)).map(({ id }) => id));
  const copies: Held[] = [];
  for (const id of before) {
    const copy = await copyContent(writing, id, as);
    await copySources(writing, sql`revision = ${id}`, copy, sql`received_at`, sql`again_at`, raw('TRUE'));
    // One that was received no earlier than it is replaced never counted, and leaves its number to the copy.
    await writing.run(sql`UPDATE report_revision SET replaced_at = ${as.at},
      number = CASE WHEN received_at >= ${as.at} THEN -id ELSE number END,
      superseded_at = CASE WHEN superseded_at IS NULL OR superseded_at > ${as.at} THEN ${as.at} ELSE superseded_at END,
      withdrawn_at = CASE WHEN withdrawn_at > ${as.at} THEN NULL ELSE withdrawn_at END WHERE id = ${id}`);
    const [row] = await writing.read(sql`SELECT ${heldColumns} FROM report_revision WHERE id = ${copy}`);
    if (row !== undefined) copies.push(heldOf(row));
  }
  const renumbered = copies.map((copy, at) => ({ ...copy, number: at + 1 }));
  await apply(writing, renumbered, fold(await eventsOf(writing, renumbered)), as.at);
  writing.changed = true;
}
