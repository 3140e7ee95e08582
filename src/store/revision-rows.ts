/** New revisions into their tables, many at once. */
import type { Finding } from '../report/finding.js';
import type { Report } from '../report/report.js';
import { cells } from '../template/figures.js';
import { encodeCellTexts } from './cell-texts.js';
import type { ContentHashes } from './content-hash.js';
import type { Value } from './insert.js';
import type { CellValues } from './rollup/columns.js';
import type { Rolled } from './rollup/changes.js';
import type { Writing } from './writing.js';

/** A report with what follows from it alone. */
export interface Checked extends ContentHashes {
  report: Report;
  findings: Finding[];
  valid: boolean;
}

export interface NewRevision {
  id: number;
  report: string;
  agency: string;
  number: number;
  receivedAt: number;
  supersededAt: number | null;
  withdrawnAt: number | null;
  content: Checked;
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
  const values = new Map(revisions.map((revision) => [revision.id, cellValues(revision.content)]));
  await writing.insert(
    'figures',
    figureColumns,
    [...values].map(([id, of]) => [id, ...of]),
  );
  await writing.insert('revision_text', ['revision', 'cells', 'chapters', 'reading'], revisions.flatMap(textValues));
  await writing.insert(
    'finding',
    findingColumns,
    revisions.flatMap((revision) => findingValues(revision, () => writing.nextNumber('finding'))),
  );
  for (const { id, agency, supersededAt, place, content } of revisions) {
    const of = values.get(id);
    if (supersededAt !== null || of === undefined) continue;
    const { year, scope, edition, synthetic } = content.report;
    writing.rollup.add({ id, agency, year, scope, edition, synthetic }, place, of);
  }
}

function revisionValues({ id, report, agency, number, content, place, ...moments }: NewRevision): Value[] {
  const { year, scope, edition, title, publishedOn, synthetic } = content.report;
  const { receivedAt, supersededAt, withdrawnAt } = moments;
  const { valid, contentHash, figuresHash } = content;
  return [
    ...[id, report, agency, year, scope, number],
    ...[receivedAt, receivedAt, supersededAt, withdrawnAt, null, null],
    ...[edition, title, publishedOn, synthetic, valid, contentHash, figuresHash],
    ...(supersededAt === null ? [place.division, place.type] : [null, null]),
  ];
}

function cellValues({ report: { figures } }: Checked): CellValues {
  return cells.map((cell) => {
    const value = cell.in(figures);
    if (value !== null && !Number.isSafeInteger(value))
      throw new RangeError(`${cell.path}: ${value} is no safe integer.`);
    return value;
  });
}

function textValues({ id, content }: NewRevision): Value[][] {
  const { cells: texts, chapters, reading } = content.report;
  const values = [
    encodeCellTexts(texts),
    chapters.length === 0 ? null : JSON.stringify(chapters),
    reading.length === 0 ? null : JSON.stringify(reading),
  ];
  return values.every((value) => value === null) ? [] : [[id, ...values]];
}

function findingValues({ id, content }: NewRevision, nextId: () => number): Value[][] {
  return content.findings.map(({ rule, severity, message, cells: concerned, expected, actual }, position) => [
    ...[nextId(), id, position, rule, severity],
    ...[message, JSON.stringify(concerned), expected, actual],
  ]);
}
