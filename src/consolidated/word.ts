/** Blocks as a Word file, in the type that official documents are set in. It loads docx: import it where it is used. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table as WordTable,
  TableCell as WordCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type Section,
} from 'docx';
import type { Block, Table } from './blocks.js';

export interface WordDocument {
  title: string;
  /** Each on pages of its own, with a note at the top of every page where it has one. */
  parts: readonly { blocks: readonly Block[]; note: string | null }[];
}

/** Lengths in twentieths of a point: A4 with the margins of GB/T 9704. */
const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 } as const;
const textWidth = page.width - page.left - page.right;
const line = { line: 560, lineRule: LineRuleType.EXACT } as const;

const fontOf = (eastAsia: string) => {
  const latin = 'Times New Roman';
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia };
};
/** Sizes in half points. */
const styles = {
  title: { size: 44, font: fontOf('宋体'), bold: true },
  heading: { size: 32, font: fontOf('黑体') },
  text: { size: 32, font: fontOf('仿宋') },
  table: { size: 18, font: fontOf('宋体') },
  note: { size: 21, font: fontOf('黑体'), color: 'C00000' },
  page: { size: 28, font: fontOf('宋体') },
} as const;
/** Two characters of the text. */
const indent = { firstLine: 2 * 10 * styles.text.size };

export async function wordFile({ title, parts }: WordDocument): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Gongkai',
    styles: { default: { document: { run: styles.text } } },
    sections: parts.map(({ blocks, note }) => section(blocks, note)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function section(blocks: readonly Block[], note: string | null): Section {
  const { width, height, ...margin } = page;
  const centred = (runs: readonly TextRun[]): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: runs });
  return {
    properties: { page: { size: { width, height }, margin } },
    headers: {
      default: new Header({ children: [centred(note === null ? [] : [new TextRun({ ...styles.note, text: note })])] }),
    },
    footers: {
      default: new Footer({
        children: [centred([new TextRun({ ...styles.page, children: ['— ', PageNumber.CURRENT, ' —'] })])],
      }),
    },
    children: blocks.flatMap(partsOf),
  };
}

function partsOf(block: Block): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'title':
      return [titleOf(block.lines)];
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          indent,
          spacing: { before: 120, after: 120, ...line },
          children: [new TextRun({ ...styles.heading, text: block.text })],
        }),
      ];
    case 'text':
      return [prose(new TextRun({ ...styles.text, text: block.text }))];
    case 'gap': {
      const gap = new TextRun({ ...styles.text, highlight: 'yellow', text: block.text });
      return [block.about === null ? prose(gap) : prose(new TextRun({ ...styles.text, text: block.about }), gap)];
    }
    case 'warning':
      return [prose(new TextRun({ ...styles.text, bold: true, color: styles.note.color, text: block.text }))];
    case 'table':
      // Word wants a paragraph behind a table that ends a section, and joins tables that follow each other.
      return [tableOf(block), new Paragraph({ spacing: { line: 240 }, children: [] })];
  }
}

function titleOf(lines: readonly string[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 480, line: 680, lineRule: LineRuleType.AT_LEAST },
    children: lines.map((text, at) => new TextRun({ ...styles.title, text, ...(at > 0 && { break: 1 }) })),
  });
}

const prose = (...runs: TextRun[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.BOTH, indent, spacing: { after: 80, ...line }, children: runs });

function tableOf({ widths, heads, rows }: Table): WordTable {
  const shares = widths.reduce((sum, one) => sum + one, 0);
  const columnWidths = widths.map((one) => Math.floor((one / shares) * textWidth));
  return new WordTable({
    columnWidths,
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at < heads,
          cantSplit: true,
          height: { value: 350, rule: HeightRule.ATLEAST },
          children: cells.map(
            ({ text, columns, rows: height, align }) =>
              new WordCell({
                columnSpan: columns,
                rowSpan: height,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
                    spacing: { line: 240 },
                    children: [new TextRun({ ...styles.table, text })],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}
