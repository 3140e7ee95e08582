/** New revisions into their tables, many at once. */
import { cells } from '../template/figures.js';
import type { Plain, Value } from './insert.js';
import type { Prepared } from './prepare.js';
import type { Rolled } from './rollup/changes.js';
import type { Writing } from './writing.js';

export interface NewRevision {
  id: number;
  report: string;
  agency: string;
  number: number;
  receivedAt: number;
  supersededAt: number | null;
  withdrawnAt: number | null;
  content: Prepared;
  /** Where it is added up while it counts. */
  place: Rolled;
}

const revisionColumns = [
  'id',
  'report',
  'agency',
  'year',
  'scope',
  'number',
  'received_at',
  'document_received_at',
  'superseded_at',
  'withdrawn_at',
  'replaced_at',
  'copy_of',
  'edition',
  'title',
  'published_on',
  'synthetic',
  'valid',
  'content_hash',
  'figures_hash',
  'rolled_division',
  'rolled_type',
];
const figureColumns = ['revision', ...cells.map(({ databaseColumn }) => databaseColumn)];
const findingColumns = ['id', 'revision', 'position', 'rule', 'severity', 'message', 'cells', 'expected', 'actual'];

export async function insertRevisions(writing: Writing, revisions: readonly NewRevision[]): Promise<void> {
  if (revisions.length === 0) return;
  await writing.startNumbering('finding');
  await writing.insert('report_revision', revisionColumns, revisions.map(revisionValues));
  await writing.insertAlike('figures', figureColumns, revisions.map(figureValues));
  await writing.insert('revision_text', ['revision', 'cells', 'chapters', 'reading'], revisions.flatMap(textValues));
  await writing.insert(
    'finding',
    findingColumns,
    revisions.flatMap((revision) => findingValues(revision, () => writing.nextNumber('finding'))),
  );
  for (const { id, agency, supersededAt, place, content } of revisions) {
    if (supersededAt !== null) continue;
    const { year, scope, edition, synthetic } = content.head;
    writing.rollup.add({ id, agency, year, scope, edition, synthetic }, place, content.values);
  }
}

function revisionValues({ id, report, agency, number, content, place, ...moments }: NewRevision): Value[] {
  const { year, scope, edition, title, publishedOn, synthetic } = content.head;
  const { receivedAt, supersededAt, withdrawnAt } = moments;
  const { valid, contentHash, figuresHash } = content;
  return [
    ...[id, report, agency, year, scope, number],
    ...[receivedAt, receivedAt, supersededAt, withdrawnAt, null, null],
    ...[edition, title, publishedOn, synthetic, valid, contentHash, figuresHash],
    ...(supersededAt === null ? [place.division, place.type] : [null, null]),
  ];
}

function figureValues({ id, content: { values } }: NewRevision): Plain[] {
  const row: Plain[] = [id];
  for (const value of values) row.push(Number.isNaN(value) ? null : value);
  return row;
}

const textValues = ({ id, content: { texts } }: NewRevision): Value[][] =>
  texts.every((text) => text === null) ? [] : [[id, ...texts]];

function findingValues({ id, content }: NewRevision, nextId: () => number): Value[][] {
  return content.findings.map(({ rule, severity, message, cells: concerned, expected, actual }, position) => [
    ...[nextId(), id, position, rule, severity],
    ...[message, JSON.stringify(concerned), expected, actual],
  ]);
}
