/** An Excel workbook: the rows under a header that stays in sight, and a sheet that says what they are. */
import { createWriteStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { fenOf, fenPerWanYuan } from '../../template/amount.js';
import type { Column, Value } from './column.js';
import { headerOf, type FormatOptions } from './format-options.js';
import type { Table } from './table.js';

/** Beyond fifteen digits Excel shows another number than the file holds. */
const shownDigits = 15;
const widest = 40;

export async function writeXlsx(table: Table, file: string, options: FormatOptions): Promise<void> {
  const { default: excel } = await import('exceljs');
  const stream = createWriteStream(file);
  try {
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    workbook.creator = 'Gongkai';
    await writeRows(workbook, table, options);
    tellAbout(workbook, table);
    await workbook.commit();
  } finally {
    stream.destroy();
  }
}

async function writeRows(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { columns, pages }: Table,
  { labels }: FormatOptions,
): Promise<void> {
  const sheet = workbook.addWorksheet('数据 data', { views: [{ state: 'frozen', ySplit: 1 }] });
  const header = headerOf(columns, labels);
  sheet.columns = columns.map((column, at) => ({
    width: Math.min(widest, Math.max(10, (header[at] ?? '').length + 2)),
    style: { numFmt: formatOf(column) },
  }));
  const top = sheet.addRow(header);
  top.font = { bold: true };
  top.commit();
  for await (const rows of pages) {
    for (const row of rows) sheet.addRow(row.map((value, at) => cellOf(value, columns[at]))).commit();
    // What is packed gets its turn, so that it is written as it is read.
    await setImmediate();
  }
  sheet.commit();
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

function tellAbout(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { about, columns }: Table): void {
  const sheet = workbook.addWorksheet('说明 about');
  sheet.columns = [36, 44, 44, 12, 60, 40, 40].map((width) => ({ width }));
  const add = (cells: (string | null)[], bold = false): void => {
    const row = sheet.addRow(cells);
    if (bold) row.font = { bold: true };
    row.commit();
  };
  add(['名称 title', about.title]);
  add(['引用 citation', about.citation]);
  add(['许可 licence', about.licence]);
  add(['来源 source', about.source]);
  add(['数据版本 dataVersion', about.dataVersion]);
  if (about.synthetic) add(['合成数据 synthetic', '数据库含合成数据 The database holds made-up reports.']);
  add(['查询 query', about.query]);
  add(['变量 variables', JSON.stringify(about.variables)]);
  add([]);
  add(
    ['列 column', '名称 label', 'English', '单位 unit', '定义 definition', '公式 formula', '法律依据 legal source'],
    true,
  );
  for (const { name, labelZh, labelEn, unit, definition, formula, legalSource } of columns)
    add([name, labelZh, labelEn, unit, definition, formula, legalSource]);
  sheet.commit();
}
