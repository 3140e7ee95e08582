/** A printed report as a web page. */
import type { Printed, PrintedTable } from './printed.js';

export interface HtmlOptions {
  /** How a cell's text is marked up. */
  inCell?: (text: string) => string;
  /** Around each table. */
  around?: (table: string) => string;
  /** Between the blocks, as a line of its own. */
  between?: string;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />');

export function htmlTable({ rows }: PrintedTable, { inCell = escaped }: HtmlOptions = {}): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ text, columns, rows: height }) => {
      const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${height > 1 ? ` rowspan="${height}"` : ''}`;
      return `<td${spans}>${text === '' ? '&nbsp;' : inCell(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

export function htmlPage(report: readonly Printed[], options: HtmlOptions = {}): string {
  const { around = (table) => table, between = '' } = options;
  const blocks = report.map((block) =>
    block.kind === 'paragraph' ? `<p>${escaped(block.text)}</p>` : around(htmlTable(block, options)),
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>虚构的年度报告</title></head><body><div>\n${blocks.join(`\n${between}`)}\n</div></body></html>`;
}
