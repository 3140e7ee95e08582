/** A report as JSON, one object per report: what is imported, exported and kept as a test's expectation. */
import { cells, isCellPath, leaves, type CellPath, type Figures } from '../template/figures.js';
import { fenPerWanYuan } from '../template/amount.js';
import { editions } from '../template/form.js';
import { BadInput } from './bad-input.js';
import { cellName } from './cell-name.js';
import { divisionCodeAt, type IsDivision } from './division-code.js';
import { figuresOfJson, jsonOfFigures } from './figures-json.js';
import type { Finding } from './finding.js';
import {
  cellStatuses,
  scopes,
  usualTitle,
  type CellPlace,
  type CellText,
  type Chapter,
  type Report,
  type Source,
} from './report.js';
import { rules } from './rules.js';
import {
  dateAt,
  flagAt,
  invalid,
  listAt,
  momentAt,
  nameAt,
  nearest,
  objectAt,
  oneOfAt,
  onlyKeys,
  quoted,
  textAt,
  wordsAt,
  wholeNumberAt,
  type JsonObject,
} from './strict-json.js';

/** The file that a JSON report came in: its source where it states none. */
export type JsonFile = Omit<Source, 'url'>;

/** A line of an export: a report with its place among the revisions and its times of receipt and withdrawal. */
export interface ReportLine {
  report: Report;
  /** From 1. */
  revision?: number;
  receivedAt?: Date;
  withdrawnAt?: Date;
}

const reportKeys = [
  'agency',
  'division',
  'year',
  'edition',
  'scope',
  'publishedOn',
  'title',
  'source',
  'figures',
  'cells',
  'chapters',
  'reading',
  'synthetic',
] as const;
const lineKeys = [...reportKeys, 'revision', 'receivedAt', 'withdrawnAt'] as const;

/** The years for which the form's law knows reports: 条例 of 2007 in force since 2008. */
export const reportYears = { first: 2008, last: 2100 } as const;

/**
 * One report, strictly: every key is known, every value as it must be.
 *
 * @throws BadInput INVALID_JSON, UNKNOWN_YEAR or UNKNOWN_AGENCY, naming the path; the line is the caller's to name
 */
export function reportOfJson(value: unknown, file: JsonFile, isDivision: IsDivision): Report {
  const stated = objectAt(value, '');
  onlyKeys(stated, '', reportKeys);
  return readReport(stated, file, isDivision);
}

/** A line of an export, or a report as anybody writes it. */
export function reportLineOfJson(value: unknown, file: JsonFile, isDivision: IsDivision): ReportLine {
  const stated = objectAt(value, '');
  onlyKeys(stated, '', lineKeys);
  const line: ReportLine = { report: readReport(stated, file, isDivision) };
  if (stated['revision'] !== undefined) line.revision = wholeNumberAt(stated['revision'], 'revision', 1);
  if (stated['receivedAt'] !== undefined) line.receivedAt = momentAt(stated['receivedAt'], 'receivedAt');
  if (stated['withdrawnAt'] !== undefined) {
    line.withdrawnAt = momentAt(stated['withdrawnAt'], 'withdrawnAt');
    if (line.receivedAt === undefined) invalid('withdrawnAt', 'stands without receivedAt');
    else if (line.withdrawnAt < line.receivedAt) invalid('withdrawnAt', 'lies before receivedAt');
  }
  return line;
}

function readReport(stated: JsonObject, file: JsonFile, isDivision: IsDivision): Report {
  const agency = nameAt(stated['agency'], 'agency');
  const division = divisionCodeAt(stated['division'], 'division', isDivision);
  const year = reportYearAt(stated['year']);
  const edition = oneOfAt(stated['edition'], 'edition', editions);
  const { figures, nulls } = figuresOfJson(stated['figures']);
  const texts = readCells(stated['cells'], nulls, figures);
  const report: Report = {
    agency,
    division,
    year,
    edition,
    scope: oneOfAt(stated['scope'], 'scope', scopes),
    title: stated['title'] === undefined ? usualTitle(agency, year) : wordsAt(stated['title'], 'title'),
    publishedOn: stated['publishedOn'] == null ? null : dateAt(stated['publishedOn'], 'publishedOn'),
    figures,
    cells: texts,
    chapters: stated['chapters'] === undefined ? [] : listAt(stated['chapters'], 'chapters').map(readChapter),
    reading: [],
    source: readSource(stated['source'], file),
    synthetic: stated['synthetic'] === undefined ? false : flagAt(stated['synthetic'], 'synthetic'),
  };
  report.reading =
    stated['reading'] === undefined ? plainlyRead(report) : listAt(stated['reading'], 'reading').map(readFinding);
  return report;
}

function reportYearAt(value: unknown): number {
  const year = wholeNumberAt(value, 'year', Number.MIN_SAFE_INTEGER);
  if (year >= reportYears.first && year <= reportYears.last) return year;
  throw new BadInput('UNKNOWN_YEAR', `year: found ${year}, expected ${reportYears.first} to ${reportYears.last}`);
}

const sourceKeys = ['url', 'name', 'mediaType', 'bytes', 'sha256'] as const;

function readSource(value: unknown, file: JsonFile): Source {
  if (value === undefined) return { ...file, url: null };
  const stated = objectAt(value, 'source');
  onlyKeys(stated, 'source', sourceKeys);
  const { name, mediaType, bytes, sha256, url } = stated;
  return {
    name: name === undefined ? file.name : wordsAt(name, 'source.name'),
    mediaType: mediaType === undefined ? file.mediaType : nameAt(mediaType, 'source.mediaType'),
    bytes: bytes === undefined ? file.bytes : wholeNumberAt(bytes, 'source.bytes', 0),
    sha256: sha256 === undefined ? file.sha256 : hashAt(sha256, 'source.sha256'),
    url: url == null ? null : webAddressAt(url, 'source.url'),
  };
}

function hashAt(value: unknown, path: string): string {
  const text = textAt(value, path);
  return /^[0-9a-f]{64}$/.test(text) ? text : invalid(path, `found ${quoted(text)}, expected 64 lower-case hex digits`);
}

/** Pages link to it, so nothing but http and https. */
function webAddressAt(value: unknown, path: string): string {
  const text = textAt(value, path);
  return /^https?:\/\/\S+$/i.test(text)
    ? text
    : invalid(path, `found ${quoted(text)}, expected an http or https address`);
}

/** The status of a cell for which JSON writes null, and nothing more. */
const writtenNull: CellText = Object.freeze({ status: 'BLANK', raw: null, place: null });
const isWrittenNull = ({ status, raw, place }: CellText): boolean =>
  status === 'BLANK' && raw === null && place === null;

const cellKeys = ['status', 'raw', 'place'] as const;
const placeKeys = ['table', 'row', 'column', 'page'] as const;
const cellPaths: readonly string[] = cells.map((cell) => cell.path);
const computedPaths = new Set<string>(leaves.filter((leaf) => leaf.computed).map((leaf) => leaf.path));

function cellPathAt(value: unknown, path: string): CellPath {
  const named = textAt(value, path);
  if (isCellPath(named)) return named;
  if (computedPaths.has(named)) invalid(path, `${named} is computed from its rows and stands in no document`);
  const near = nearest(named, cellPaths);
  return invalid(path, `the form has no cell ${quoted(named)}${near === null ? '' : `; did you mean ${near}?`}`);
}

function readCells(value: unknown, nulls: readonly CellPath[], figures: Figures): Report['cells'] {
  const texts: Report['cells'] = {};
  for (const path of nulls) texts[path] = writtenNull;
  if (value === undefined) return texts;
  for (const [key, cell] of Object.entries(objectAt(value, 'cells'))) {
    texts[cellPathAt(key, 'cells')] = readCell(cell, `cells.${key}`);
  }
  for (const cell of cells) {
    const status = texts[cell.path]?.status;
    if (status === undefined || status === 'NUMBER' || status === 'TEXT' || cell.in(figures) === null) continue;
    invalid(`cells.${cell.path}.status`, `found ${status}, but figures state a number for that cell`);
  }
  return texts;
}

function readCell(value: unknown, path: string): CellText {
  const stated = objectAt(value, path);
  onlyKeys(stated, path, cellKeys);
  const { status, raw, place } = stated;
  return {
    status: oneOfAt(status, `${path}.status`, cellStatuses),
    raw: raw == null ? null : textAt(raw, `${path}.raw`),
    place: place == null ? null : readPlace(place, `${path}.place`),
  };
}

function readPlace(value: unknown, path: string): CellPlace {
  const stated = objectAt(value, path);
  onlyKeys(stated, path, placeKeys);
  const place: CellPlace = {
    table: wholeNumberAt(stated['table'], `${path}.table`, 1),
    row: wholeNumberAt(stated['row'], `${path}.row`, 1),
    column: wholeNumberAt(stated['column'], `${path}.column`, 1),
  };
  if (stated['page'] !== undefined) place.page = wholeNumberAt(stated['page'], `${path}.page`, 1);
  return place;
}

const chapterKeys = ['number', 'title', 'text'] as const;
const lastChapter = 6;

function readChapter(value: unknown, at: number): Chapter {
  const path = `chapters[${at}]`;
  const stated = objectAt(value, path);
  onlyKeys(stated, path, chapterKeys);
  return {
    number: wholeNumberAt(stated['number'], `${path}.number`, 1, lastChapter),
    title: textAt(stated['title'], `${path}.title`),
    text: textAt(stated['text'], `${path}.text`),
  };
}

const findingKeys = ['rule', 'severity', 'message', 'cells', 'expected', 'actual'] as const;
const readingRules = rules.filter((rule) => rule.seenBy === 'reading');

function readFinding(value: unknown, at: number): Finding {
  const path = `reading[${at}]`;
  const stated = objectAt(value, path);
  onlyKeys(stated, path, findingKeys);
  const rule = readingRules.find(({ id }) => id === stated['rule']);
  if (rule === undefined) {
    invalid(
      `${path}.rule`,
      `found ${quoted(stated['rule'])}, expected what reading alone can see: ${readingRules.map(({ id }) => id).join(', ')}`,
    );
  }
  return {
    rule: rule.id,
    severity: oneOfAt(stated['severity'], `${path}.severity`, rule.severities),
    message: textAt(stated['message'], `${path}.message`),
    cells: listAt(stated['cells'], `${path}.cells`).map((cell, place) => cellPathAt(cell, `${path}.cells[${place}]`)),
    expected: numberOrNullAt(stated['expected'], `${path}.expected`),
    actual: numberOrNullAt(stated['actual'], `${path}.actual`),
  };
}

function numberOrNullAt(value: unknown, path: string): number | null {
  if (value == null) return null;
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : invalid(path, `found ${quoted(value)}, expected a number`);
}

/** What follows from the cells where nothing is said of the reading: words in a cell are no plain number. */
function plainlyRead({ cells: texts, figures, edition }: Pick<Report, 'cells' | 'figures' | 'edition'>): Finding[] {
  if (Object.keys(texts).length === 0) return [];
  return cells.flatMap((cell): Finding[] => {
    const text = texts[cell.path];
    if (text?.status !== 'TEXT') return [];
    const taken = cell.in(figures);
    const actual = taken !== null && cell.unit === 'WAN_YUAN' ? taken / fenPerWanYuan : taken;
    const says = `${cellName(cell, edition)}: the cell says ${quoted(text.raw)}`;
    return [
      {
        rule: 'cell-not-a-plain-number',
        severity: actual === null ? 'ERROR' : 'NOTE',
        message: actual === null ? `${says}, which states no number.` : `${says}, taken as ${actual}.`,
        cells: [cell.path],
        expected: null,
        actual,
      },
    ];
  });
}

/** The report in the format that `reportOfJson` reads; read again, it is the same report. */
export function jsonOfReport(report: Report): JsonObject {
  const { agency, division, year, edition, scope, publishedOn, title, chapters, reading, synthetic } = report;
  const texts = report.cells;
  const isWritten = (path: CellPath): boolean => (texts[path]?.status ?? 'ABSENT') !== 'ABSENT';
  const hasTexts = Object.keys(texts).length > 0;
  const cellsOfOwn = (hasTexts ? cells : []).flatMap((cell) => {
    const text = texts[cell.path];
    return text === undefined || isWrittenNull(text) ? [] : [[cell.path, jsonOfCell(text)] as const];
  });
  const { url, ...file } = report.source;
  return {
    agency,
    division,
    year,
    edition,
    scope,
    ...(publishedOn === null ? {} : { publishedOn }),
    title,
    source: url === null ? file : { url, ...file },
    figures: jsonOfFigures(report.figures, (cell) => isWritten(cell.path)),
    ...(cellsOfOwn.length === 0 ? {} : { cells: Object.fromEntries(cellsOfOwn) }),
    ...(chapters.length === 0 ? {} : { chapters }),
    ...(reading.length === 0 && plainlyRead(report).length === 0 ? {} : { reading: reading.map(jsonOfFinding) }),
    ...(synthetic ? { synthetic } : {}),
  };
}

/** The line of an export; moments to the millisecond, in UTC. */
export function jsonOfReportLine({ report, revision, receivedAt, withdrawnAt }: ReportLine): JsonObject {
  return {
    ...jsonOfReport(report),
    ...(revision === undefined ? {} : { revision }),
    ...(receivedAt === undefined ? {} : { receivedAt: receivedAt.toISOString() }),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt: withdrawnAt.toISOString() }),
  };
}

function jsonOfCell({ status, raw, place }: CellText): JsonObject {
  return { status, ...(raw === null ? {} : { raw }), ...(place === null ? {} : { place }) };
}

function jsonOfFinding({ rule, severity, message, cells: paths, expected, actual }: Finding): JsonObject {
  return {
    rule,
    severity,
    message,
    cells: paths,
    ...(expected === null ? {} : { expected }),
    ...(actual === null ? {} : { actual }),
  };
}
