/**
 * Reports into the database. A batch is a transaction with the same few statements whatever its size; a document whose
 * content is that of the newest revision changes nothing but that its source is noted, anything else is the next revision.
 *
 * A line may state when it was received, as those of an export do. A line older than what is held of its report takes
 * its place among the revisions, which are numbered anew.
 */
import { BadInput } from '../report/bad-input.js';
import { checkReport } from '../report/check-report.js';
import { divisionAt } from '../report/divisions.js';
import type { Finding } from '../report/finding.js';
import type { ReportLine } from '../report/report-json.js';
import type { Report, Source } from '../report/report.js';
import { cells } from '../template/figures.js';
import { encodeCellTexts } from './cell-texts.js';
import { contentHashes, saysTheSame, type ContentHashes } from './content-hash.js';
import type { Database } from './database.js';
import { fileInPlace, isNoted } from './history.js';
import { reportId } from './ids.js';
import type { Value } from './insert.js';
import { KnownAgencies, knownSince } from './known-agencies.js';
import { numberOrNull } from './nullable.js';
import { join, list, raw, sql } from './sql.js';
import { inWriting, type Clock, type Writing } from './writing.js';

export type Outcome =
  | { status: 'stored' | 'revised' | 'unchanged'; report: string; revision: number; findings: number }
  /** Of this line nothing was stored. */
  | { status: 'failed'; error: Error };

/** Lines in a transaction. */
const batchSize = 500;

/** An outcome for each line, in the same order: a line that fails takes none of the others with it. */
export async function receive(
  database: Database,
  lines: readonly ReportLine[],
  clock: Clock = Date.now,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < lines.length; start += batchSize)
    outcomes.push(...(await receiveBatch(database, lines.slice(start, start + batchSize), clock)));
  return outcomes;
}

async function receiveBatch(database: Database, lines: readonly ReportLine[], clock: Clock): Promise<Outcome[]> {
  const prepared = lines.map(prepare);
  const good = prepared.filter((one): one is Prepared => !(one instanceof Error));
  if (good.length === 0) return prepared.map((one) => ({ status: 'failed', error: one as Error }));
  let stored: Outcome[];
  try {
    stored = await inWriting(database, clock, (writing) => new Batch(writing).receive(good));
  } catch (error) {
    if (lines.length === 1) return [{ status: 'failed', error: asError(error) }];
    // What the database refuses is found by trying each line by itself.
    const alone: Outcome[] = [];
    for (const line of lines) alone.push(...(await receiveBatch(database, [line], clock)));
    if (alone.every(({ status }) => status === 'failed')) throw error;
    return alone;
  }
  let next = 0;
  return prepared.map((one) => {
    if (one instanceof Error) return { status: 'failed', error: one };
    return stored[next++] ?? { status: 'failed', error: new Error('the line was lost') };
  });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

interface Prepared extends ContentHashes {
  report: Report;
  receivedAt: number | null;
  withdrawnAt: number | null;
  findings: Finding[];
  valid: boolean;
}

function prepare({ report, receivedAt, withdrawnAt }: ReportLine): Prepared | Error {
  try {
    if (divisionAt(report.division) === undefined)
      throw new BadInput('UNKNOWN_AGENCY', `division: no division has the code "${report.division}"`);
    const findings = checkReport(report);
    return {
      report,
      receivedAt: receivedAt?.getTime() ?? null,
      withdrawnAt: withdrawnAt?.getTime() ?? null,
      findings,
      valid: findings.every(({ severity }) => severity !== 'ERROR'),
      ...contentHashes(report),
    };
  } catch (error) {
    return asError(error);
  }
}

/** The newest revision of a report. */
interface Newest extends ContentHashes {
  revision: number;
  number: number;
  receivedAt: number;
  /** The last time that anything came of the report. */
  lastAt: number;
  /** When it ends, if it does: with the next, or by withdrawal. */
  supersededAt: number | null;
  withdrawnAt: number | null;
  held: boolean;
}

interface NewRevision {
  line: Prepared;
  agency: string;
  report: string;
  newest: Newest;
}

interface Noted {
  revision: number;
  source: Source;
  at: number;
}

const figureColumns = ['revision', ...cells.map(({ databaseColumn }) => databaseColumn)];

class Batch {
  private readonly agencies: KnownAgencies;
  private readonly newest = new Map<string, Newest>();
  private readonly knownReports = new Set<string>();
  private readonly newReports: Value[][] = [];
  private readonly newRevisions: NewRevision[] = [];
  private readonly noted: Noted[] = [];
  /** Revisions held before that now end. */
  private readonly ended = new Set<Newest>();

  constructor(private readonly writing: Writing) {
    this.agencies = new KnownAgencies(writing);
  }

  async receive(lines: readonly Prepared[]): Promise<Outcome[]> {
    const { writing, agencies } = this;
    const named = ({ report }: Prepared) => ({ division: report.division, name: report.agency });
    await agencies.find(lines.map(named));
    const filed = lines.map((line) => {
      const agency = agencies.idOrNew(named(line), line.receivedAt ?? writing.now());
      const { year, scope } = line.report;
      return { line, agency, report: reportId(agency, year, scope) };
    });
    await this.load(filed.map(({ report }) => report));
    await writing.startNumbering('report_revision');
    const outcomes: Outcome[] = [];
    for (const { line, agency, report } of filed) {
      const at = line.receivedAt ?? writing.now();
      const newest = this.newest.get(report);
      if (at < writing.receivedAt && agencies.isNewerThan(agency, at)) {
        await this.flush();
        await knownSince(writing, agency, at);
      }
      const late = newest !== undefined && at < newest.lastAt;
      outcomes.push(late ? await this.insertLate(line, agency, report, at) : this.file(line, agency, report, at));
      writing.received(at);
      if (line.withdrawnAt !== null) await this.withdrawn(report, line.withdrawnAt);
    }
    await this.flush();
    return outcomes;
  }

  private async load(reports: readonly string[]): Promise<void> {
    const ids = [...new Set(reports)];
    const rows = await this.writing.read(
      sql`SELECT report, id, number, document_received_at, superseded_at, withdrawn_at, content_hash, figures_hash,
          (SELECT MAX(COALESCE(s.again_at, s.received_at)) FROM source_document s WHERE s.revision = r.id) AS last_at
        FROM report_revision r WHERE report IN (${list(ids)}) AND replaced_at IS NULL ORDER BY number`,
    );
    for (const row of rows) {
      this.newest.set(String(row['report']), {
        revision: Number(row['id']),
        number: Number(row['number']),
        receivedAt: Number(row['document_received_at']),
        lastAt: Math.max(Number(row['last_at']), Number(row['withdrawn_at'] ?? 0)),
        supersededAt: numberOrNull(row['superseded_at']),
        withdrawnAt: numberOrNull(row['withdrawn_at']),
        contentHash: String(row['content_hash']),
        figuresHash: String(row['figures_hash']),
        held: true,
      });
    }
    const known = await this.writing.read(sql`SELECT id FROM report WHERE id IN (${list(ids)})`);
    for (const row of known) this.knownReports.add(String(row['id']));
  }

  private file(line: Prepared, agency: string, report: string, at: number): Outcome {
    const before = this.newest.get(report);
    const findings = line.findings.length;
    if (before !== undefined && before.withdrawnAt === null && saysTheSame(before, line)) {
      this.noted.push({ revision: before.revision, source: line.report.source, at });
      before.lastAt = at;
      return { status: 'unchanged', report, revision: before.number, findings };
    }
    const newest = this.add(line, agency, report, at, (before?.number ?? 0) + 1);
    if (before !== undefined && before.supersededAt === null) {
      before.supersededAt = at;
      if (before.held) this.ended.add(before);
    }
    return { status: before === undefined ? 'stored' : 'revised', report, revision: newest.number, findings };
  }

  private add(line: Prepared, agency: string, report: string, at: number, number: number): Newest {
    const { year, scope, source } = line.report;
    if (!this.knownReports.has(report)) {
      this.knownReports.add(report);
      this.newReports.push([report, agency, year, scope]);
    }
    const newest: Newest = {
      revision: this.writing.nextNumber('report_revision'),
      number,
      receivedAt: at,
      lastAt: at,
      supersededAt: null,
      withdrawnAt: null,
      contentHash: line.contentHash,
      figuresHash: line.figuresHash,
      held: false,
    };
    this.newest.set(report, newest);
    this.newRevisions.push({ line, agency, report, newest });
    this.noted.push({ revision: newest.revision, source, at });
    this.writing.changed = true;
    return newest;
  }

  /** A line older than what is held of its report: it is stored as any other, then the revisions are put in order. */
  private async insertLate(line: Prepared, agency: string, report: string, at: number): Promise<Outcome> {
    await this.flush();
    const { writing } = this;
    const before = this.newest.get(report);
    const findings = line.findings.length;
    if (await isNoted(writing, report, line.report.source, at))
      return { status: 'unchanged', report, revision: before?.number ?? 1, findings };
    const added = this.add(line, agency, report, at, (before?.number ?? 0) + 1);
    // Until it has its place it must not count beside the newest.
    added.supersededAt = at;
    await this.flush();
    const revision = await fileInPlace(writing, report, added.revision);
    await this.load([report]);
    return { status: revision.isNew ? 'revised' : 'unchanged', report, revision: revision.number, findings };
  }

  /** The line says that the report was withdrawn then. */
  private async withdrawn(report: string, at: number): Promise<void> {
    const { writing } = this;
    const newest = this.newest.get(report);
    if (newest === undefined) return;
    if (at < newest.lastAt && newest.withdrawnAt !== at) {
      await this.flush();
      await fileInPlace(writing, report, null, at);
      await this.load([report]);
    } else if (newest.withdrawnAt === null) {
      newest.withdrawnAt = newest.supersededAt = newest.lastAt = at;
      if (newest.held) this.ended.add(newest);
      writing.changed = true;
    }
    writing.received(at);
  }

  /** Everything that was gathered into the database. */
  private async flush(): Promise<void> {
    const { writing } = this;
    await this.agencies.store();
    await writing.insert('report', ['id', 'agency', 'year', 'scope'], this.newReports.splice(0));
    const revisions = this.newRevisions.splice(0);
    await this.endRevisions();
    await writing.insert('report_revision', revisionColumns, revisions.map(revisionValues));
    await writing.insert(
      'figures',
      figureColumns,
      revisions.map(({ line, newest }) => [
        newest.revision,
        ...cells.map((cell) => integer(cell.in(line.report.figures), cell.path)),
      ]),
    );
    await writing.insert(
      'revision_text',
      ['revision', 'cells', 'chapters', 'reading'],
      revisions.flatMap(({ line, newest }) => textValues(newest.revision, line.report)),
    );
    if (revisions.some(({ line }) => line.findings.length > 0)) await writing.startNumbering('finding');
    await writing.insert(
      'finding',
      ['id', 'revision', 'position', 'rule', 'severity', 'message', 'cells', 'expected', 'actual'],
      revisions.flatMap(({ line, newest }) =>
        line.findings.map((one, position) => [
          writing.nextNumber('finding'),
          newest.revision,
          position,
          one.rule,
          one.severity,
          one.message,
          JSON.stringify(one.cells),
          one.expected,
          one.actual,
        ]),
      ),
    );
    for (const { newest } of revisions) newest.held = true;
    await this.note();
  }

  private async endRevisions(): Promise<void> {
    const ended = [...this.ended];
    this.ended.clear();
    if (ended.length === 0) return;
    const rows = ended.map(({ revision, supersededAt, withdrawnAt }) =>
      raw(`(${revision}, ${supersededAt ?? 'NULL'}, CAST(${withdrawnAt ?? 'NULL'} AS bigint))`),
    );
    await this.writing.run(sql`UPDATE report_revision SET superseded_at = v.column2, withdrawn_at = v.column3
      FROM (VALUES ${join(rows, ', ')}) AS v WHERE report_revision.id = v.column1`);
  }

  /** Sources beside their revisions; one that came before is noted once, with the last time that it came. */
  private async note(): Promise<void> {
    const { writing } = this;
    const noted = this.noted.splice(0);
    if (noted.length === 0) return;
    await writing.startNumbering('source_document');
    const revisions = [...new Set(noted.map(({ revision }) => revision))];
    const rows = await writing.read(
      sql`SELECT id, revision, sha256, name, url FROM source_document WHERE revision IN (${list(revisions)})`,
    );
    const before = new Map(
      rows.map((row) => [JSON.stringify([row['revision'], row['sha256'], row['name'], row['url']]), Number(row['id'])]),
    );
    const first = new Map<string, Noted>();
    const again = new Map<string, Noted>();
    for (const one of noted) {
      const key = JSON.stringify([one.revision, one.source.sha256, one.source.name, one.source.url]);
      if (before.has(key) || first.has(key)) again.set(key, one);
      else first.set(key, one);
    }
    await writing.insert(
      'source_document',
      ['id', 'revision', 'received_at', 'again_at', 'filed_anew', 'name', 'media_type', 'sha256', 'bytes', 'url'],
      [...first].map(([key, { revision, source, at }]) => {
        const last = again.get(key)?.at ?? at;
        return [
          writing.nextNumber('source_document'),
          revision,
          at,
          last > at ? last : null,
          false,
          source.name,
          source.mediaType,
          source.sha256,
          source.bytes,
          source.url,
        ];
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
];

function revisionValues({ line, agency, report, newest }: NewRevision): Value[] {
  const { year, scope, edition, title, publishedOn, synthetic } = line.report;
  const { revision, number, receivedAt, supersededAt, withdrawnAt } = newest;
  return [
    revision,
    report,
    agency,
    year,
    scope,
    number,
    receivedAt,
    receivedAt,
    supersededAt,
    withdrawnAt,
    null,
    null,
    edition,
    title,
    publishedOn,
    synthetic,
    line.valid,
    line.contentHash,
    line.figuresHash,
  ];
}

function textValues(revision: number, report: Report): Value[][] {
  const texts = [
    encodeCellTexts(report.cells),
    report.chapters.length === 0 ? null : JSON.stringify(report.chapters),
    report.reading.length === 0 ? null : JSON.stringify(report.reading),
  ];
  return texts.every((text) => text === null) ? [] : [[revision, ...texts]];
}

function integer(value: number | null, path: string): number | null {
  if (value !== null && !Number.isSafeInteger(value)) throw new RangeError(`${path}: ${value} is no safe integer.`);
  return value;
}
