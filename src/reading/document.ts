/**
 * What every reader of a format returns: the document as paragraphs and grids of cells, in reading order. A reader
 * knows no label of the form; only interpret.ts does. Plain data, so that it can be printed and compared.
 */

export interface Paragraph {
  kind: 'paragraph';
  /** Inline elements joined with nothing between; line breaks within it kept as \n. */
  text: string;
  /** From 1, where the format has pages. */
  page?: number;
}

/** A table. Cells are in reading order; a position that no cell covers is not there. */
export interface Grid {
  kind: 'grid';
  cells: GridCell[];
  page?: number;
}

/** row, column: zero-based, of the top left corner; rows, columns: how many it covers, at least 1. */
export interface GridCell {
  /** Paragraphs of the cell joined with \n; '' where the cell is empty. */
  text: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** From 1, where the format has pages. */
  page?: number;
}

export type Block = Paragraph | Grid;

/** What stands around the report and can tell whose it is: never figures. */
export interface Surroundings {
  /** The document's own title: of a page its `title` element, of a Word or PDF file its title property. */
  title?: string;
  /** Issuing bodies that the page or its metadata names. */
  issuers: string[];
  /** From the broadest to the narrowest. */
  breadcrumbs: string[];
  /** The date of publication as the page's metadata states it, as found. */
  publishedOn?: string;
  url?: string;
  /** 网站标识码 and 统一社会信用代码 found in the page, digits as found. */
  siteCodes: string[];
}

export interface SourceText {
  blocks: Block[];
  surroundings: Surroundings;
  /** Pictures within the document: a table that is missing may be one of them. */
  images?: number;
}

export const noSurroundings = (): Surroundings => ({ issuers: [], breadcrumbs: [], siteCodes: [] });

/** The bytes of a document with what is known of them from outside. */
export interface RawDocument {
  /** File name, without folders. */
  name: string;
  /** The folders that it came from, outermost first. */
  folders: string[];
  bytes: Uint8Array;
}
