/** A piece of reading: what is handed to a worker and what comes back are plain data. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { BadInput, type QuarantineReason } from '../report/bad-input.js';
import { checkReport } from '../report/check-report.js';
import type { Finding } from '../report/finding.js';
import type { RegisterLine } from '../report/register-json.js';
import type { JsonFile, ReportLine } from '../report/report-json.js';
import { readJson, type JsonReading } from '../reading/json.js';
import { prepare, type Prepared } from '../store/prepare.js';
import { sizeInWords, type Limits } from '../reading/limits.js';
import type { Stated } from '../reading/identify.js';

/** A document by itself: a file, a member of an archive, or what an archive could not give. */
export interface DocumentTask {
  kind: 'document';
  file: string;
  name: string;
  folders: string[];
  content: { path: string } | { bytes: Uint8Array } | { bad: Omit<Bad, 'file'> };
  stated: Stated;
}

/** Some lines of an NDJSON document. */
export interface LinesTask {
  kind: 'lines';
  file: string;
  /** What a report's source is where it states none; null: the line itself, of that name. */
  source: JsonFile | null;
  name: string;
  lines: { number: number; bytes: Uint8Array; bad?: { reason: QuarantineReason; message: string } }[];
}

export type Task = DocumentTask | LinesTask;

export interface TaskSettings {
  limits: Limits;
  /** What becomes of the reports: to be shown with their findings, or stored. */
  purpose: 'validate' | 'import';
}

/** What could not be taken. */
export interface Bad {
  /** As it is named in messages; of a line with its number. */
  file: string;
  reason: QuarantineReason;
  message: string;
  bytes: number;
  /** null where there is none to keep, as of a document too large to be read. */
  content: Uint8Array | null;
}

/** Found for an import. */
export interface FoundToStore {
  file: string;
  prepared: Prepared;
  /** The report, or the line of JSON that it came in. */
  origin: { report: ReportLine } | { line: Uint8Array };
  /** The hash of the document that it is in; null of a line. */
  document: string | null;
}

export type Found =
  | FoundToStore
  /** Found by validate. */
  | { file: string; report: ReportLine; findings: Finding[] }
  | { file: string; register: RegisterLine }
  | { file: string; bad: Bad };

export const ndjsonType = 'application/x-ndjson';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Everything that is in it, in its order. What cannot be read is a part of the answer, never an error. */
export async function perform(task: Task, settings: TaskSettings): Promise<Found[]> {
  return task.kind === 'lines' ? linesOf(task, settings) : documentOf(task, settings);
}

function linesOf({ file, name, lines, source }: LinesTask, settings: TaskSettings): Found[] {
  return lines.map(({ number, bytes, bad }): Found => {
    const itself = (): JsonFile => ({ name, mediaType: ndjsonType, bytes: bytes.length, sha256: sha256Of(bytes) });
    const reading: JsonReading =
      bad === undefined
        ? readJson(
            Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
            source ?? itself(),
            `line ${number}`,
          )
        : { error: new BadInput(bad.reason, `line ${number}: ${bad.message}`) };
    return foundOf(reading, { file: `${file}:${number}`, bytes, document: null }, settings);
  });
}

async function documentOf(task: DocumentTask, settings: TaskSettings): Promise<Found[]> {
  const { file, name, folders, content, stated } = task;
  if ('bad' in content) return [{ file, bad: { file, ...content.bad } }];
  const { limits } = settings;
  let bytes: Uint8Array;
  if ('bytes' in content) bytes = content.bytes;
  else {
    try {
      const { size } = await stat(content.path);
      if (size > limits.documentBytes) return [{ file, bad: tooLarge(file, size, limits) }];
      bytes = await readFile(content.path);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const reason = new BadInput(
        'DAMAGED_FILE',
        `found a file that cannot be opened (${problem}), expected one to read.`,
      );
      return [foundOf({ error: reason }, { file, bytes: new Uint8Array(), document: null }, settings)];
    }
  }
  if (bytes.length > limits.documentBytes) return [{ file, bad: tooLarge(file, bytes.length, limits) }];
  const { read } = await import('../reading/read.js');
  const readings = await read({ name, folders, bytes }, stated, limits);
  const document = sha256Of(bytes);
  return readings.map((reading) => foundOf(reading, { file, bytes, document }, settings));
}

interface Held {
  file: string;
  bytes: Uint8Array;
  document: string | null;
}

function foundOf(reading: JsonReading, held: Held, { purpose }: TaskSettings): Found {
  const { file, bytes, document } = held;
  if ('register' in reading) return { file, register: reading.register };
  if ('error' in reading) return refused(reading.error, held);
  const { report } = reading;
  if (purpose === 'validate') return { file, report, findings: checkReport(report.report) };
  try {
    const origin = document === null ? { line: bytes } : { report };
    return { file, prepared: prepare(report), origin, document };
  } catch (error) {
    return refused(error, held);
  }
}

function refused(error: unknown, { file, bytes }: Held): Found {
  const message = error instanceof Error ? error.message : String(error);
  return { file, bad: { file, reason: reasonOf(error), message, bytes: bytes.length, content: bytes } };
}

export const reasonOf = (error: unknown): QuarantineReason =>
  error instanceof BadInput ? error.reason : 'INVALID_JSON';

function tooLarge(file: string, bytes: number, { documentBytes }: Limits): Bad {
  const message = `found ${sizeInWords(bytes)}, expected at most ${sizeInWords(documentBytes)}.`;
  return { file, reason: 'TOO_LARGE', message, bytes, content: null };
}
