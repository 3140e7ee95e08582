/* eslint-disable @typescript-eslint/unbound-method -- until the lookups of the store stand here */
/** What the API asks of the store beside totals. */
import type { Chapter as StoreChapter, CellText } from '../report/report.js';
import type { Finding as StoreFinding } from '../report/finding.js';
import type { AgencyType } from '../report/agency-type.js';
import type { Scope, Source } from '../report/report.js';
import type { Reader } from '../store/database.js';
import type { AgencyFilter, Paging, ReportFilter } from '../store/question.js';
import type { Cell, CellPath, Figures } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import type { Page } from './connections.js';
import type { AgencyOrder, FindingFilter, ReportOrder } from './inputs.js';

export interface AgencyNode {
  id: string;
  division: string;
  name: string;
  type: AgencyType;
  parent: string | null;
}
export interface RevisionNode {
  revisionId: number;
  revision: number;
  receivedAt: number;
  publishedOn: string | null;
  /** Only the cells that were asked for. */
  figures: Figures;
}
export interface ReportNode extends RevisionNode {
  id: string;
  agency: string;
  year: number;
  scope: Scope;
  edition: Edition;
  title: string;
  synthetic: boolean;
}
export interface FindingNode extends StoreFinding {
  report: string;
}

export type ReportPage = Page<ReportNode>;
export type AgencyPage = Page<AgencyNode>;
type Cells = readonly Cell[];
export interface Lookups {
  findReports(
    reader: Reader,
    where: ReportFilter,
    orderBy: readonly ReportOrder[],
    paging: Paging,
    asOf: Date | null,
    cells: Cells,
  ): Promise<Page<ReportNode>>;
  reportsById(reader: Reader, ids: readonly string[], cells: Cells): Promise<(ReportNode | null)[]>;
  reportsOfAgencies(
    reader: Reader,
    agencies: readonly string[],
    paging: Paging,
    asOf: Date | null,
    cells: Cells,
  ): Promise<Page<ReportNode>[]>;
  revisionsOf(reader: Reader, reports: readonly string[], cells: Cells): Promise<RevisionNode[][]>;
  cellTextsOf(reader: Reader, revisions: readonly number[]): Promise<Partial<Record<CellPath, CellText>>[]>;
  chaptersOf(reader: Reader, revisions: readonly number[]): Promise<StoreChapter[][]>;
  findingsOf(reader: Reader, revisions: readonly number[]): Promise<StoreFinding[][]>;
  sourcesOf(reader: Reader, revisions: readonly number[]): Promise<Source[]>;
  findAgencies(
    reader: Reader,
    where: AgencyFilter,
    orderBy: readonly AgencyOrder[],
    paging: Paging,
  ): Promise<Page<AgencyNode>>;
  agenciesById(reader: Reader, ids: readonly string[], asOf: Date | null): Promise<(AgencyNode | null)[]>;
  agenciesOfDivisions(
    reader: Reader,
    codes: readonly string[],
    where: AgencyFilter,
    paging: Paging,
  ): Promise<Page<AgencyNode>[]>;
  findFindings(reader: Reader, where: FindingFilter, paging: Paging): Promise<Page<FindingNode>>;
}

export const {
  findReports,
  reportsById,
  reportsOfAgencies,
  revisionsOf,
  cellTextsOf,
  chaptersOf,
  findingsOf,
  sourcesOf,
  findAgencies,
  agenciesById,
  agenciesOfDivisions,
  findFindings,
} = (globalThis as unknown as { lookups: Lookups }).lookups ?? ({} as Lookups);
