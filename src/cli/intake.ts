/** What was read, into the database: in batches, in its order, the next one gathered while one is written. */
import type { Database } from '../store/database.js';
import { receivePrepared } from '../store/intake.js';
import { quarantine, release } from '../store/quarantine.js';
import { jsonOfRegisterLine } from '../report/register-json.js';
import { jsonOfReportLine } from '../report/report-json.js';
import { register } from '../store/register.js';
import { reasonOf, type Bad, type Found, type FoundToStore } from './task.js';

export interface Counts {
  /** Reports, and what is in quarantine in place of some. */
  read: number;
  stored: number;
  revised: number;
  unchanged: number;
  quarantined: Pick<Bad, 'file' | 'reason' | 'message'>[];
  findings: number;
  /** Lines of the register. */
  registered: number;
}

/** Documents take long to read: what was read is soon stored. Lines do not, and the more together the faster. */
const mostDocuments = 500;
const mostLines = 4_000;

/** Something found for an import. */
type ToStore = Exclude<Found, { report: unknown }>;

type Kind = 'report' | 'register' | 'bad';
const kindOf = (found: ToStore): Kind => ('prepared' in found ? 'report' : 'register' in found ? 'register' : 'bad');

export class Intake {
  readonly counts: Counts = {
    read: 0,
    stored: 0,
    revised: 0,
    unchanged: 0,
    quarantined: [],
    findings: 0,
    registered: 0,
  };
  private batch: ToStore[] = [];
  private kind: Kind = 'report';
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly onWritten: (counts: Counts) => void = () => undefined,
  ) {}

  async add(found: Found): Promise<void> {
    if ('report' in found) throw new Error(`${found.file} was read to be shown, not to be stored`);
    const kind = kindOf(found);
    const most = 'prepared' in found && found.document === null ? mostLines : mostDocuments;
    if (this.batch.length > 0 && (kind !== this.kind || this.batch.length >= most)) await this.send();
    this.kind = kind;
    this.batch.push(found);
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    await this.send();
    await this.writing;
  }

  private async send(): Promise<void> {
    await this.writing;
    const batch = this.batch;
    this.batch = [];
    this.writing = this.write(batch);
    this.writing.catch(() => undefined); // thrown where it is waited for
  }

  private async write(batch: readonly ToStore[]): Promise<void> {
    if (batch.length === 0) return;
    await this.writeReports(batch.filter((found) => 'prepared' in found));
    await this.writeRegister(batch.filter((found) => 'register' in found));
    await this.writeBad(batch.flatMap((found) => ('bad' in found ? [found.bad] : [])));
    this.onWritten(this.counts);
  }

  private async writeReports(found: readonly FoundToStore[]): Promise<void> {
    if (found.length === 0) return;
    const { counts } = this;
    const outcomes = await receivePrepared(
      this.database,
      found.map(({ prepared }) => prepared),
    );
    const failed: Bad[] = [];
    const taken: string[] = [];
    outcomes.forEach((outcome, at) => {
      const one = found[at];
      if (one === undefined) return;
      if (outcome.status === 'failed') {
        failed.push(notStored(one, outcome.error));
        return;
      }
      counts.read++;
      counts[outcome.status]++;
      counts.findings += outcome.findings;
      if (one.document !== null) taken.push(one.document);
    });
    await this.writeBad(failed);
    await release(this.database, taken);
  }

  private async writeRegister(found: readonly Extract<Found, { register: unknown }>[]): Promise<void> {
    if (found.length === 0) return;
    const outcomes = await register(
      this.database,
      found.map((one) => one.register),
    );
    const failed: Bad[] = [];
    outcomes.forEach((outcome, at) => {
      const one = found[at];
      if (one === undefined) return;
      if (outcome.status === 'failed') failed.push(notStored(one, outcome.error));
      else this.counts.registered++;
    });
    await this.writeBad(failed);
  }

  private async writeBad(bad: readonly Bad[]): Promise<void> {
    if (bad.length === 0) return;
    await quarantine(
      this.database,
      bad.map(({ file, ...one }) => ({ path: file, ...one })),
    );
    this.counts.read += bad.length;
    this.counts.quarantined.push(...bad.map(({ file, reason, message }) => ({ file, reason, message })));
  }
}

/** The database would not have it: what it came in is kept, or where that was a document, the report as JSON. */
function notStored(found: Exclude<ToStore, { bad: unknown }>, error: Error): Bad {
  const content = contentOf(found);
  return { file: found.file, reason: reasonOf(error), message: error.message, bytes: content.length, content };
}

function contentOf(found: Exclude<ToStore, { bad: unknown }>): Uint8Array {
  if ('register' in found) return Buffer.from(JSON.stringify(jsonOfRegisterLine(found.register)));
  const { origin } = found;
  return 'line' in origin ? origin.line : Buffer.from(JSON.stringify(jsonOfReportLine(origin.report)));
}
