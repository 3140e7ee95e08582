/** The register of agencies as a table: one agency a row, for those who keep theirs in a spreadsheet. */
import { parse, CsvError } from 'csv-parse/sync';
import { BadInput } from './bad-input.js';
import type { IsDivision } from './division-code.js';
import { registerLineOfJson, type RegisterLine } from './register-json.js';
import { invalid, unknownKey, type JsonObject } from './strict-json.js';

/**
 * The columns, in any order; all but the first two may be left out or empty. formerNames: `name@division@until`, parted
 * by `;`, such as `平潭综合实验区国有资产管理局@350128@2023`; division and until may be left out.
 */
export const registerColumns = [
  'division',
  'name',
  'type',
  'existsFrom',
  'existsTo',
  'parentDivision',
  'parentName',
  'formerNames',
] as const;
type RegisterColumn = (typeof registerColumns)[number];
const required: readonly RegisterColumn[] = ['division', 'name'];

/** A row of the table: the line of the file on which it ends, from 1, and what it says or why it cannot be taken. */
export type RegisterRow = { line: number } & ({ read: RegisterLine } | { error: BadInput });

/**
 * Every row of a CSV text, with or without a byte order mark; a row in error does not stop the others.
 *
 * @throws BadInput where the text as a whole is no such table
 */
export function registerLinesOfCsv(text: string, isDivision: IsDivision): RegisterRow[] {
  const [head, ...body] = recordsOf(text);
  if (head === undefined)
    return invalid('', `the table is empty; expected a first line with ${registerColumns.join(',')}`);
  const columns = head.cells.map(columnNamed);
  for (const column of required) {
    if (!columns.includes(column)) invalid(column, `no such column in the first line, ${head.cells.join(',')}`);
  }
  if (new Set(columns).size < columns.length)
    invalid('', `a column stands twice in the first line, ${head.cells.join(',')}`);
  return body.map(({ cells, line }): RegisterRow => {
    try {
      if (cells.length !== columns.length) invalid('', `found ${cells.length} cells, expected ${columns.length}`);
      const row = Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? '']));
      return { line, read: registerLineOfJson(jsonOfRow(row), isDivision) };
    } catch (error) {
      if (error instanceof BadInput) return { line, error };
      throw error;
    }
  });
}

interface CsvRecord {
  cells: string[];
  line: number;
}

function recordsOf(text: string): CsvRecord[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed: unknown = parse(text, options);
    // With `info` csv-parse returns what its types do not say: each record beside its place.
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    if (error instanceof CsvError) throw new BadInput('DAMAGED_FILE', `The table is no CSV: ${error.message}.`);
    throw error;
  }
}

function columnNamed(header: string): RegisterColumn {
  const name = header.trim();
  return registerColumns.find((column) => column === name) ?? unknownKey('', name, registerColumns);
}

/** The row as the register's JSON says it; an empty cell states nothing. */
function jsonOfRow(row: Partial<Record<RegisterColumn, string>>): JsonObject {
  const json: JsonObject = { register: 'agency' };
  for (const column of ['division', 'name', 'type'] as const) if (row[column]) json[column] = row[column];
  for (const column of ['existsFrom', 'existsTo'] as const) if (row[column]) json[column] = numberOf(row[column]);
  if (row.parentDivision || row.parentName) {
    json['parent'] = withoutEmpty({ division: row.parentDivision, name: row.parentName });
  }
  if (row.formerNames) {
    json['formerNames'] = row.formerNames
      .split(/[;；]/)
      .filter((one) => one.trim() !== '')
      .map(jsonOfFormerName);
  }
  return json;
}

function jsonOfFormerName(text: string): JsonObject {
  const [name, division, until, ...more] = text.split('@').map((piece) => piece.trim());
  if (more.length > 0) invalid('formerNames', `found "${text.trim()}", expected name@division@until`);
  return withoutEmpty({ name, division, until: until ? numberOf(until) : undefined });
}

const numberOf = (digits: string): unknown => (/^\d{1,9}$/.test(digits) ? Number(digits) : digits);

function withoutEmpty(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined && value !== ''));
}
