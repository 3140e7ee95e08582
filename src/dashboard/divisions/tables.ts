/** A table or picture of a division's page: the question that was asked for it, and what its download asks. */
import type { StatisticsBasis } from '../client/schema.generated';
import type { Question } from '../components/question-tools';
import { DivisionTablesDocument } from './tables.generated';

const tables = {
  statistics: 'division.statistics',
  children: 'division.children',
  trend: 'division.trend',
  agencies: 'division.agencies',
  reconciliation: 'division.reconciliation.differences',
} as const;

export function questionOf(
  asked: Question,
  table: keyof typeof tables,
  variables: { code: string; year: number; basis: StatisticsBasis },
): Question {
  const download: Question = { document: DivisionTablesDocument, variables, rows: tables[table] };
  return { ...asked, download: table === 'reconciliation' ? { ...download, isCube: false } : download };
}
