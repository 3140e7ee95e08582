/** One report as the rest of the program holds it, whatever document it came from. */
import type { CellPath, Figures } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import type { Finding } from './finding.js';

/** In the order of the contract's enums. */
export const scopes = ['OWN', 'CONSOLIDATED'] as const;
/** OWN: the agency's own figures. CONSOLIDATED: a government's totals for all its agencies and divisions. */
export type Scope = (typeof scopes)[number];

export const cellStatuses = ['NUMBER', 'BLANK', 'NOT_APPLICABLE', 'TEXT', 'ABSENT'] as const;
export type CellStatus = (typeof cellStatuses)[number];

/** Counted from 1, in the document as read; page only where the format has pages. */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
  page?: number;
}

/** How a cell stands in the document. */
export interface CellText {
  status: CellStatus;
  /** What stands there; null where nothing can be quoted (ABSENT, or a number received as JSON). */
  raw: string | null;
  place: CellPlace | null;
}

export interface Chapter {
  /** 1 to 6, by the form. */
  number: number;
  title: string;
  text: string;
}

/** The document that a report was read from. */
export interface Source {
  /** File name, without folders. */
  name: string;
  mediaType: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** Where it was published. */
  url: string | null;
}

export interface Report {
  /** The agency's full name, such as 吴忠市利通区统计局. */
  agency: string;
  /** GB/T 2260 code of six digits. */
  division: string;
  year: number;
  edition: Edition;
  scope: Scope;
  title: string;
  /** ISO date. */
  publishedOn: string | null;
  figures: Figures;
  /**
   * How cells stand in the document. A cell that is not in here: NUMBER where its figure is known (raw is its plain
   * notation), else ABSENT.
   */
  cells: Partial<Record<CellPath, CellText>>;
  chapters: Chapter[];
  /** What reading alone could see; the checks of src/report come on top. */
  reading: Finding[];
  source: Source;
  /** Made-up data, such as that of `gongkai generate`. */
  synthetic: boolean;
}

/** The title that a report has where none is stated. */
export function usualTitle(agency: string, year: number): string {
  return `${agency}${year}年政府信息公开工作年度报告`;
}
