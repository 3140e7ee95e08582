/**
 * Reports into the database. A batch is the same few statements whatever its size; a document whose
 * content is that of the newest revision changes nothing but that its source is noted, anything else is the next revision.
 *
 * A line may state when it was received, as those of an export do. A line older than what is held of its report takes
 * its place among the revisions, which are numbered anew.
 */
import type { ReportLine } from '../report/report-json.js';
import { saysTheSame, type ContentHashes } from './content-hash.js';
import type { Database } from './database.js';
import { fileInPlace } from './history.js';
import { reportId } from './ids.js';
import type { Value } from './insert.js';
import { KnownAgencies, knownSince } from './known-agencies.js';
import { numberOrNull } from './nullable.js';
import { prepare, type Prepared } from './prepare.js';
import { isNoted, noteReceipts, type Receipt } from './receipts.js';
import { insertRevisions } from './revision-rows.js';
import { join, list, raw, sql } from './sql.js';
import { inWriting, type Clock, type Writing } from './writing.js';

export type Outcome =
  | { status: 'stored' | 'revised' | 'unchanged'; report: string; revision: number; findings: number }
  /** Of this line nothing was stored. */
  | { status: 'failed'; error: Error };

/** Lines in a transaction: the sums that they stand in are written once for all of them. */
const transactionSize = 4_000;
/** Lines looked up, and then stored, together. */
const batchSize = 2_000;

/** An outcome for each line, in the same order: a line that fails takes none of the others with it. */
export function receive(database: Database, lines: readonly ReportLine[], clock: Clock = Date.now): Promise<Outcome[]> {
  return receivePrepared(database, lines.map(preparedOrError), clock);
}

function preparedOrError(line: ReportLine): Prepared | Error {
  try {
    return prepare(line);
  } catch (error) {
    return asError(error);
  }
}

/** As `receive`, of lines that were prepared elsewhere. */
export async function receivePrepared(
  database: Database,
  lines: readonly (Prepared | Error)[],
  clock: Clock = Date.now,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < lines.length; start += transactionSize)
    outcomes.push(...(await receiveTogether(database, lines.slice(start, start + transactionSize), clock)));
  return outcomes;
}

async function receiveTogether(
  database: Database,
  prepared: readonly (Prepared | Error)[],
  clock: Clock,
): Promise<Outcome[]> {
  const good = prepared.filter((one): one is Prepared => !(one instanceof Error));
  const stored = await storeTogether(database, good, clock);
  const [first] = stored;
  // Where not one of many can be stored, it is not the lines.
  if (stored.length > 1 && first?.status === 'failed' && stored.every(({ status }) => status === 'failed'))
    throw first.error;
  let next = 0;
  return prepared.map((one) => {
    if (one instanceof Error) return { status: 'failed', error: one };
    return stored[next++] ?? { status: 'failed', error: new Error('the line was lost') };
  });
}

async function storeTogether(database: Database, lines: readonly Prepared[], clock: Clock): Promise<Outcome[]> {
  if (lines.length === 0) return [];
  try {
    return await inWriting(database, clock, async (writing) => {
      const outcomes: Outcome[] = [];
      for (let start = 0; start < lines.length; start += batchSize)
        outcomes.push(...(await new Batch(writing).receive(lines.slice(start, start + batchSize))));
      return outcomes;
    });
  } catch (error) {
    if (lines.length === 1) return [{ status: 'failed', error: asError(error) }];
    // What the database refuses is found by trying half of the lines, and half of these.
    const half = Math.ceil(lines.length / 2);
    return [
      ...(await storeTogether(database, lines.slice(0, half), clock)),
      ...(await storeTogether(database, lines.slice(half), clock)),
    ];
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

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

class Batch {
  private readonly agencies: KnownAgencies;
  private readonly newest = new Map<string, Newest>();
  private readonly knownReports = new Set<string>();
  private readonly newReports: Value[][] = [];
  private readonly added: { line: Prepared; agency: string; report: string; newest: Newest }[] = [];
  private readonly noted: Receipt[] = [];
  /** Revisions held before that now end. */
  private readonly ended = new Set<Newest>();

  constructor(private readonly writing: Writing) {
    this.agencies = new KnownAgencies(writing);
  }

  async receive(lines: readonly Prepared[]): Promise<Outcome[]> {
    const { writing, agencies } = this;
    const named = ({ head }: Prepared) => ({ division: head.division, name: head.agency });
    await agencies.find(lines.map(named));
    const filed = lines.map((line) => {
      const agency = agencies.idOrNew(named(line), line.receivedAt ?? writing.now());
      const { year, scope } = line.head;
      return { line, agency, report: reportId(agency, year, scope) };
    });
    await this.load(filed.map(({ report }) => report));
    await writing.startNumbering('report_revision');
    const outcomes: Outcome[] = [];
    for (const { line, agency, report } of filed) {
      const at = line.receivedAt ?? writing.now();
      const lastAt = this.newest.get(report)?.lastAt ?? Number.MIN_SAFE_INTEGER;
      const late = at < lastAt;
      const older = agencies.isNewerThan(agency, at);
      const stated = line.receivedAt !== null;
      if (stated && (at <= lastAt || older) && (await this.isNoted(line, report, at))) {
        const revision = this.newest.get(report)?.number ?? 1;
        outcomes.push({ status: 'unchanged', report, revision, findings: line.findings.length });
      } else {
        if (older) await knownSince(writing, agency, at);
        const { year, scope } = line.head;
        writing.touched.push({ agency, year, scope });
        outcomes.push(late ? await this.insertLate(line, agency, report, at) : this.file(line, agency, report, at));
      }
      writing.received(at);
      if (line.withdrawnAt !== null) {
        await this.withdrawn(agency, report, line.withdrawnAt);
        writing.touched.push({ agency, year: line.head.year, scope: line.head.scope });
      }
    }
    await this.flush();
    return outcomes;
  }

  private async load(reports: readonly string[]): Promise<void> {
    const ids = [...new Set(reports)];
    const rows = await this.writing.read(
      sql`SELECT report, id, number, received_at, document_received_at, superseded_at, withdrawn_at, content_hash, figures_hash,
          (SELECT MAX(COALESCE(s.again_at, s.received_at)) FROM source_document s WHERE s.revision = r.id) AS last_at
        FROM report_revision r WHERE report IN (${list(ids)}) AND replaced_at IS NULL ORDER BY number`,
    );
    for (const row of rows) {
      this.newest.set(String(row['report']), {
        revision: Number(row['id']),
        number: Number(row['number']),
        receivedAt: Number(row['document_received_at']),
        // Filed anew, a report is received by its agency when that is found, later than its documents.
        lastAt: Math.max(Number(row['last_at']), Number(row['received_at']), Number(row['withdrawn_at'] ?? 0)),
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
      this.noted.push({ revision: before.revision, of: line.head, at });
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
    const { year, scope } = line.head;
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
    this.writing.rollup.touch(agency);
    this.added.push({ line, agency, report, newest });
    this.noted.push({ revision: newest.revision, of: line.head, at });
    this.writing.changed = true;
    return newest;
  }

  /** A line older than what is held of its report: it is stored as any other, then the revisions are put in order. */
  private async insertLate(line: Prepared, agency: string, report: string, at: number): Promise<Outcome> {
    const { writing } = this;
    const before = this.newest.get(report);
    const { changed } = writing;
    const added = this.add(line, agency, report, at, (before?.number ?? 0) + 1);
    // Until it has its place it must not count beside the newest.
    added.supersededAt = at;
    await this.flush();
    const revision = await fileInPlace(writing, report, added.revision);
    await this.load([report]);
    if (!revision.isNew) writing.changed = changed;
    const status = revision.isNew ? 'revised' : 'unchanged';
    return { status, report, revision: revision.number, findings: line.findings.length };
  }

  private async isNoted({ head: { source } }: Prepared, report: string, at: number): Promise<boolean> {
    await this.flush();
    return isNoted(this.writing, report, source, at);
  }

  /** The line says that the report was withdrawn then. */
  private async withdrawn(agency: string, report: string, at: number): Promise<void> {
    const { writing } = this;
    const newest = this.newest.get(report);
    if (newest === undefined) return;
    writing.rollup.touch(agency);
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
    const { writing, agencies } = this;
    await agencies.store();
    await writing.insert('report', ['id', 'agency', 'year', 'scope'], this.newReports.splice(0));
    const added = this.added.splice(0);
    await this.endRevisions();
    await insertRevisions(
      writing,
      added.map(({ line, agency, report, newest }) => ({
        ...newest,
        id: newest.revision,
        agency,
        report,
        content: line,
        place: agencies.placeOf(agency),
      })),
    );
    for (const { newest } of added) newest.held = true;
    await noteReceipts(writing, this.noted.splice(0));
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
}
