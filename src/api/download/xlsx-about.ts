/** The sheet of a workbook that says what its data are: whence, of which version, what they stand on, what each column means. */
import type ExcelJS from 'exceljs';
import type { Column, Row } from './column.js';
import type { CoverageTold } from './coverage.js';
import type { Table } from './table.js';

export const coverageSheet = '覆盖 coverage';

export interface WrittenRows {
  /** How many rows the sheet of data has. */
  count: number;
  coverage: CoverageTold;
  /** The coverage of the only row, where there is one alone. */
  only: Row | null;
}

type Add = (cells: readonly (string | number | null)[], bold?: boolean) => void;

export function tellAbout(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { about, columns }: Pick<Table, 'about' | 'columns'>,
  written: WrittenRows,
): void {
  const sheet = workbook.addWorksheet('说明 about');
  sheet.columns = [36, 44, 44, 12, 60, 40, 40].map((width) => ({ width }));
  const add: Add = (cells, bold = false) => {
    const row = sheet.addRow([...cells]);
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
  tellCoverage(add, written);
  add([]);
  add(
    ['列 column', '名称 label', 'English', '单位 unit', '定义 definition', '公式 formula', '法律依据 legal source'],
    true,
  );
  for (const { name, labelZh, labelEn, unit, definition, formula, legalSource } of columns)
    add([name, labelZh, labelEn, unit, definition, formula, legalSource]);
  sheet.commit();
}

type Words = readonly [chinese: string, english: string];

const ofRows: Record<'each' | 'only' | 'refused' | 'report' | 'none', Words> = {
  each: [
    `每行的覆盖情况见工作表“${coverageSheet}”。`,
    `What each row stands on is told in the sheet ${coverageSheet}.`,
  ],
  only: ['该行的覆盖情况列于下方。', 'What the row stands on is told below.'],
  refused: [
    '各行的覆盖情况未能列出，原因见下。',
    'What the rows stand on could not be told, for the reason that follows.',
  ],
  report: [
    '每行出自一份本库已收录的报告。未收录的不在其中，未收录不等于未公开。',
    'Each row is of one report that is held here. What is not held is not among them, which does not say that it was not published.',
  ],
  none: [
    '各行不是报告的合计，没有各自的覆盖情况。',
    'The rows are no totals of reports, and have no coverage of their own.',
  ],
};

function wordsOfRows({ coverage: { rowsAre, rows }, only }: WrittenRows): Words {
  if (rowsAre === 'REPORTS') return ofRows.report;
  if (rowsAre === 'OTHER') return ofRows.none;
  if (rows === null) return ofRows.refused;
  return only === null ? ofRows.each : ofRows.only;
}

function tellCoverage(add: Add, written: WrittenRows): void {
  const { count, coverage, only } = written;
  const { whole, rows, definition, untold } = coverage;
  add(['覆盖 coverage', '名称 label', 'English', '数 value', '定义 definition'], true);
  add(['行数 rows', ...wordsOfRows(written), count, rows !== null || whole.length > 0 ? definition : null]);
  for (const reason of untold) add(['未能列出 not told', reason]);
  const tell = (columns: readonly Column[], row: Row | null): void => {
    for (const [at, column] of columns.entries()) {
      const value = row?.[at] ?? null;
      add([column.name, column.labelZh, column.labelEn, asCell(value), column.definition]);
    }
  };
  for (const { title, columns, row } of whole) {
    add([`总体 whole: ${title}`], true);
    tell(columns, row);
  }
  if (rows === null) return;
  add([only === null ? '每行 each row' : '该行 the row'], true);
  tell(rows.columns, only);
}

const asCell = (value: Row[number]): string | number | null => (typeof value === 'boolean' ? String(value) : value);
