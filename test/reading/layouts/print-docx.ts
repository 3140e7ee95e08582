/** A printed report as a Word document: cells merged across by gridSpan, downwards by vMerge. */
import JSZip from 'jszip';
import type { Printed, PrintedCell, PrintedTable } from './printed.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '</w:t><w:br/><w:t>');

const wordParagraph = (text: string): string =>
  `<w:p>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`}</w:p>`;

function wordCell(text: string, columns: number, merge: '' | 'restart' | 'continue'): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const down = merge === '' ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${wordParagraph(text)}</w:tc>`;
}

function wordTable({ rows }: PrintedTable): string {
  /** By column: the merged cell from above that still covers it, and how many rows more. */
  const covering = new Map<number, { cell: PrintedCell; left: number }>();
  const lines = rows.map((row) => {
    const waiting = [...row];
    let line = '';
    let column = 0;
    for (;;) {
      const above = covering.get(column);
      if (above !== undefined && above.left > 0) {
        above.left -= 1;
        line += wordCell('', above.cell.columns, 'continue');
        column += above.cell.columns;
        continue;
      }
      const next = waiting.shift();
      if (next === undefined) break;
      if (next.rows > 1) covering.set(column, { cell: next, left: next.rows - 1 });
      line += wordCell(next.text, next.columns, next.rows > 1 ? 'restart' : '');
      column += next.columns;
    }
    return `<w:tr>${line}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
}

export async function wordDocument(report: readonly Printed[]): Promise<Uint8Array> {
  const body = report.map((block) => (block.kind === 'paragraph' ? wordParagraph(block.text) : wordTable(block)));
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
