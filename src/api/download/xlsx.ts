/** An Excel workbook: the rows under a header that stays in sight, and a sheet that says what they are. */
import { createWriteStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { fenOf, fenPerWanYuan } from '../../template/amount.js';
import type { Column, Row, Value } from './column.js';
import { refusalOf, type CoverageRows, type CoverageTold } from './coverage.js';
import { headerOf, type FormatOptions } from './format-options.js';
import type { Table } from './table.js';
import { coverageSheet, tellAbout } from './xlsx-about.js';

/** Beyond fifteen digits Excel shows another number than the file holds. */
const shownDigits = 15;
const widest = 40;

export async function writeXlsx(table: Table, file: string, options: FormatOptions): Promise<void> {
  const { default: excel } = await import('exceljs');
  const stream = createWriteStream(file);
  try {
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    workbook.creator = 'Gongkai';
    const count = await writeRows(sheetOf(workbook, '数据 data', table.columns, options), table);
    const coverage = await table.coverage();
    const only = count === 1 ? await onlyRowOf(coverage) : null;
    tellAbout(workbook, table, { count, coverage, only });
    if (coverage.rows !== null && only === null) await writeCoverage(workbook, coverage.rows, options);
    await workbook.commit();
  } finally {
    stream.destroy();
  }
}

/** A sheet under a header that stays in sight. */
function sheetOf(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly Column[],
  { labels }: FormatOptions,
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const header = headerOf(columns, labels);
  sheet.columns = columns.map((column, at) => ({
    width: Math.min(widest, Math.max(10, (header[at] ?? '').length + 2)),
    style: { numFmt: formatOf(column) },
  }));
  const top = sheet.addRow(header);
  top.font = { bold: true };
  top.commit();
  return sheet;
}

/** @returns how many */
async function writeRows(
  sheet: ExcelJS.Worksheet,
  { columns, pages }: Pick<Table, 'columns' | 'pages'>,
): Promise<number> {
  let count = 0;
  for await (const rows of pages) {
    for (const row of rows) sheet.addRow(row.map((value, at) => cellOf(value, columns[at]))).commit();
    count += rows.length;
    // What is packed gets its turn, so that it is written as it is read.
    await setImmediate();
  }
  sheet.commit();
  return count;
}

async function onlyRowOf({ rows }: CoverageTold): Promise<Row | null> {
  const page = await rows?.pages.next();
  return page?.done === false ? (page.value[0] ?? null) : null;
}

/** Of a row of the data, by its number in that sheet. */
const rowNumber: Column = {
  name: 'row',
  keys: [],
  fields: [],
  type: 'INTEGER',
  labelZh: '数据表行号',
  labelEn: 'row of the sheet of data',
  definition: '',
  unit: null,
  formula: null,
  legalSource: null,
};

async function writeCoverage(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  rows: CoverageRows,
  options: FormatOptions,
): Promise<void> {
  const columns = [rowNumber, ...rows.columns];
  async function* numbered(): AsyncGenerator<Row[]> {
    // The header is row 1.
    let before = 1;
    try {
      for await (const page of rows.pages) yield page.map((row): Row => [++before, ...row]);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      yield [[null, `未能列出 not told: ${refusal}`]];
    }
  }
  await writeRows(sheetOf(workbook, coverageSheet, columns, options), { columns, pages: numbered() });
}

function formatOf({ type, unit }: Column): string {
  if (type === 'INTEGER') return unit === null ? '0' : '#,##0';
  if (type === 'AMOUNT') return '#,##0.000000';
  if (type === 'FLOAT') return unit === 'RATIO' ? '0.00%' : 'General';
  return type === 'DATE' ? 'yyyy-mm-dd' : '@';
}

/** A number wherever a cell holds it exactly, else its text. */
function cellOf(value: Value, column: Column | undefined): string | number | boolean | Date | null {
  if (value === null || typeof value !== 'string') return value;
  if (column?.type === 'DATE') return new Date(`${value}T00:00:00Z`);
  if (column?.type !== 'AMOUNT') return value;
  const fen = fenOf(value);
  return fen === null || String(Math.abs(fen)).length > shownDigits ? value : fen / fenPerWanYuan;
}
