/** `gongkai agencies import`: the register of agencies, as NDJSON or as a table. */
import { readFile } from 'node:fs/promises';
import type { Settings } from '../api/settings.js';
import { BadInput } from '../report/bad-input.js';
import { divisionAt } from '../report/divisions.js';
import { registerLinesOfCsv } from '../report/register-csv.js';
import type { RegisterLine } from '../report/register-json.js';
import { decodeText } from '../reading/decoding.js';
import { readJson } from '../reading/json.js';
import { linesOf } from '../reading/lines.js';
import { usualLimits } from '../reading/limits.js';
import { standardInput } from './inputs.js';
import { withStore } from './opened-store.js';
import { status, WrongUsage, type Terminal } from './terminal.js';
import { counted } from './counted.js';

/** A line of the file as it could be read. */
type Row = { line: number; read: RegisterLine } | { line: number; error: BadInput };

export async function importAgencies(file: string, settings: Settings, terminal: Terminal): Promise<number> {
  const rows = await rowsOf(file, terminal);
  const good = rows.flatMap((row) => ('read' in row ? [row.read] : []));
  const bad = rows.flatMap((row) => ('error' in row ? [row] : []));
  return withStore(settings, async (database) => {
    const { register } = await import('../store/register.js');
    if (good.length > 0) await register(database, good);
    for (const { line, error } of bad)
      await terminal.stdout.write(`${file}, line ${line}: ${error.reason}: ${error.message}\n`);
    await terminal.stdout.write(`${counted(good.length, 'line')} of the register taken, ${bad.length} left out.\n`);
    return bad.length === 0 ? status.well : status.someInputBad;
  });
}

async function rowsOf(file: string, terminal: Terminal): Promise<Row[]> {
  const bytes = await bytesOf(file, terminal);
  const text = decodeText(bytes);
  if (!/^[\s\ufeff]*\{/u.test(text)) return registerLinesOfCsv(text, (code) => divisionAt(code) !== undefined);
  const rows: Row[] = [];
  for await (const { number: line, bytes: one, error } of linesOf([bytes], usualLimits.documentBytes)) {
    if (error !== undefined) rows.push({ line, error });
    else rows.push(rowOf(line, one.toString('utf8')));
  }
  return rows;
}

function rowOf(line: number, text: string): Row {
  const reading = readJson(text, { name: '', mediaType: '', bytes: 0, sha256: '' }, '');
  if ('register' in reading) return { line, read: reading.register };
  if ('error' in reading) return { line, error: reading.error };
  const message =
    'found a report, expected a line of the register such as {"register":"agency",…}; import reads reports.';
  return { line, error: new BadInput('INVALID_JSON', message) };
}

async function bytesOf(file: string, { stdin }: Terminal): Promise<Buffer> {
  if (file === standardInput) {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array | string));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(file);
  } catch {
    throw new WrongUsage(`${file} is not there, or may not be read: give the register as NDJSON or CSV, or -.`);
  }
}
