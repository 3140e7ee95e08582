/** A document's bytes -> the reports in it, or the reason why it cannot be taken. */
import { createHash } from 'node:crypto';
import { BadInput } from '../report/bad-input.js';
import type { JsonFile } from '../report/report-json.js';
import type { Report } from '../report/report.js';
import { cells } from '../template/figures.js';
import { decodeText } from './decoding.js';
import type { RawDocument, SourceText } from './document.js';
import { formatOf, readDocument } from './format.js';
import { readJson, readJsonFile, type JsonReading } from './json.js';
import { identify, type Identity, type Stated } from './identify.js';
import { interpret, type Interpreted } from './interpret/interpret.js';
import type { Limits } from './limits.js';
import { linesOf } from './lines.js';
import { splitReports } from './split.js';

/** A report or a line of the register, or why there is none. */
export type Reading = JsonReading;

/**
 * Everything that a document holds, in its order; at least one element. It throws nothing that a document could cause.
 *
 * @param stated what the caller knows of the document; it wins over what the document says
 */
export async function read(raw: RawDocument, stated: Stated, limits: Limits): Promise<Reading[]> {
  try {
    const format = formatOf(raw);
    if (format === 'ndjson') return await readLines(raw, limits);
    if (format === 'json' || (format === 'text' && /\.json$/iu.test(raw.name)))
      return await readJsonDocument(raw, limits);
    const { source, mediaType } = await readDocument(raw, limits);
    const file = fileOf(raw, mediaType);
    return splitReports(source).map((part) => readingOf(() => reportOf(part, raw, stated, file)));
  } catch (error) {
    return [{ error: badInputOf(error) }];
  }
}

function readingOf(work: () => Report): Reading {
  try {
    return { report: { report: work() } };
  } catch (error) {
    return { error: badInputOf(error) };
  }
}

/** Whatever a reader stumbles over is the document's: the batch goes on without it. */
function badInputOf(error: unknown): BadInput {
  if (error instanceof BadInput) return error;
  const problem = error instanceof Error ? error.message : String(error);
  return new BadInput(
    'DAMAGED_FILE',
    `found a document that its reader fails over (${problem}), expected a whole one.`,
  );
}

function reportOf(source: SourceText, raw: RawDocument, stated: Stated, file: JsonFile): Report {
  const interpreted = attempt(() => interpret(source));
  const identity = attempt(() => identify(source, raw, stated));
  const whole = { interpreted, identity };
  refuse(whole);
  const { edition, figures, cells: texts, chapters, findings } = whole.interpreted;
  const { agency, division, year, scope, title, publishedOn, findings: more } = whole.identity;
  const { url = null } = source.surroundings;
  return {
    agency,
    division,
    year,
    edition,
    scope,
    title,
    publishedOn,
    figures,
    cells: texts,
    chapters,
    reading: [...findings, ...more],
    source: { ...file, url },
    synthetic: false,
  };
}

function attempt<T>(work: () => T): T | BadInput {
  try {
    return work();
  } catch (error) {
    return badInputOf(error);
  }
}

interface Halves {
  interpreted: Interpreted | BadInput;
  identity: Identity | BadInput;
}

/**
 * What the tables say against the document comes first, but that it is another kind of document comes before all. The
 * form with no figure in it and no issuer or year is the empty form; with both, it is a report that states nothing.
 */
function refuse(halves: Halves): asserts halves is { interpreted: Interpreted; identity: Identity } {
  const { interpreted, identity } = halves;
  if (identity instanceof BadInput && identity.reason === 'NOT_A_REPORT') throw identity;
  if (interpreted instanceof BadInput) throw interpreted;
  if (!(identity instanceof BadInput)) return;
  if (cells.every((cell) => cell.in(interpreted.figures) === null))
    throw new BadInput(
      'NOT_A_REPORT',
      `found the form with no figure in it, and neither agency nor year for certain (${identity.message})`,
    );
  throw identity;
}

function fileOf({ name, bytes }: RawDocument, mediaType: string): JsonFile {
  return { name, mediaType, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readJsonDocument(raw: RawDocument, limits: Limits): Promise<Reading[]> {
  const readings = readJsonFile(decodeText(raw.bytes), fileOf(raw, 'application/json'));
  const [only] = readings;
  // A line for each report, though the name says otherwise.
  const perhapsLines = only !== undefined && 'error' in only && only.error.reason === 'INVALID_JSON';
  if (perhapsLines) {
    const lines = await readLines(raw, limits);
    if (lines.length > 1 && lines.some((line) => !('error' in line))) return lines;
  }
  return readings;
}

async function readLines(raw: RawDocument, limits: Limits): Promise<Reading[]> {
  const file = fileOf(raw, 'application/x-ndjson');
  const readings: Reading[] = [];
  for await (const { number, bytes, error } of linesOf([raw.bytes], limits.documentBytes)) {
    readings.push(error === undefined ? readJson(bytes.toString('utf8'), file, `line ${number}`) : { error });
  }
  return readings;
}
