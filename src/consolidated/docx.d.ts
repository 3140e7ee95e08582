/**
 * What is used here of docx. Its own declarations name each other without endings, so that TypeScript finds nothing
 * behind the package's door when it resolves as Node does; these stand before them.
 */
declare module 'docx' {
  interface Font {
    ascii: string;
    hAnsi: string;
    cs: string;
    eastAsia: string;
  }
  /** size: half points. */
  interface RunStyle {
    size?: number;
    font?: Font;
    bold?: boolean;
    color?: string;
    highlight?: 'yellow';
  }
  export class TextRun {
    constructor(options: RunStyle & { text?: string; break?: number; children?: readonly string[] });
  }
  /** Lengths: twentieths of a point. */
  interface ParagraphOptions {
    children: readonly TextRun[];
    alignment?: string;
    indent?: { firstLine: number };
    keepNext?: boolean;
    spacing?: { before?: number; after?: number; line?: number; lineRule?: string };
  }
  export class Paragraph {
    constructor(options: ParagraphOptions);
  }
  export class TableCell {
    constructor(options: {
      children: readonly Paragraph[];
      columnSpan: number;
      rowSpan: number;
      verticalAlign: string;
    });
  }
  export class TableRow {
    constructor(options: {
      children: readonly TableCell[];
      tableHeader: boolean;
      cantSplit: boolean;
      height: { value: number; rule: string };
    });
  }
  export class Table {
    constructor(options: {
      rows: readonly TableRow[];
      width: { size: number; type: string };
      columnWidths: readonly number[];
      layout: string;
      alignment: string;
      margins: { left: number; right: number; top: number; bottom: number; marginUnitType: string };
    });
  }
  export class Header {
    constructor(options: { children: readonly Paragraph[] });
  }
  export class Footer {
    constructor(options: { children: readonly Paragraph[] });
  }
  export interface Section {
    properties: {
      page: {
        size: { width: number; height: number };
        margin: { top: number; right: number; bottom: number; left: number };
      };
    };
    headers: { default: Header };
    footers: { default: Footer };
    children: readonly (Paragraph | Table)[];
  }
  export class Document {
    constructor(options: {
      title: string;
      creator: string;
      styles: { default: { document: { run: RunStyle } } };
      sections: readonly Section[];
    });
  }
  export const Packer: { toBuffer(document: Document): Promise<Uint8Array> };
  export const AlignmentType: Readonly<Record<'CENTER' | 'LEFT' | 'BOTH', string>>;
  export const HeightRule: Readonly<Record<'ATLEAST', string>>;
  export const LineRuleType: Readonly<Record<'EXACT' | 'AT_LEAST', string>>;
  export const PageNumber: Readonly<Record<'CURRENT', string>>;
  export const TableLayoutType: Readonly<Record<'FIXED', string>>;
  export const VerticalAlignTable: Readonly<Record<'CENTER', string>>;
  export const WidthType: Readonly<Record<'DXA', string>>;
}
