/**
 * Findings of the reports that count now. Those that hang on other reports come after those of the document: the rows
 * of the former are of now, and change as other reports come and go (cross-findings.ts).
 */
import { severities, type Finding, type Severity } from '../report/finding.js';
import type { Reader, Row } from './database.js';
import { everythingKnown, hasMeasureCondition, oneOf, reportCondition } from './filter.js';
import { childrenSumFindings } from './children-sums.js';
import { numberOrNull } from './nullable.js';
import { crossFindings } from './neighbours.js';
import { mapPage, readPage, type Page } from './page.js';
import type { FindingFilter, Paging } from './question.js';
import { reportsFrom, reportTies } from './reports.js';
import { all, list, raw, sql, yes, type Sql } from './sql.js';
import { counts } from './statistics/held.js';

export interface FindingNode extends Finding {
  /** Id of the report. */
  report: string;
}

export const findingColumns = raw(
  `g.rule AS rule, g.severity AS severity, g.message AS message, g.cells AS cells, g.expected AS expected,
    g.actual AS actual`,
);

/** The position of the first finding that hangs on other reports, beyond those of any document. */
export const firstCrossPosition = 1_000_000;
/** And of those that hang on the agencies whose reports it consolidates, beyond those of its agency's other years. */
export const firstChildrenSumPosition = 2_000_000;

export function findingOf(row: Row): Finding {
  return {
    rule: String(row['rule']),
    severity: row['severity'] as Severity, // the intake writes no other
    message: String(row['message']),
    cells: JSON.parse(String(row['cells'])) as string[],
    expected: numberOrNull(row['expected']),
    actual: numberOrNull(row['actual']),
  };
}

function condition({ rule, severity, cell, report }: FindingFilter): Sql {
  const conditions: Sql[] = [counts(null)];
  if (rule != null) conditions.push(oneOf(raw('g.rule'), rule));
  if (severity != null) conditions.push(oneOf(raw('g.severity'), severity));
  // The paths stand in quotes and hold none, so that no other path is part of this one.
  if (cell != null) conditions.push(sql`REPLACE(g.cells, ${JSON.stringify(cell)}, '') <> g.cells`);
  if (report != null) conditions.push(reportCondition(report, { known: everythingKnown, year: raw('r.year') }).certain);
  return all(conditions);
}

/** In the order of their reports without orderBy (year descending, division, agency, OWN first), then of the report. */
export async function findFindings(reader: Reader, where: FindingFilter, paging: Paging): Promise<Page<FindingNode>> {
  const page = await readPage(
    reader,
    {
      question: { findings: where },
      columns: sql`${findingColumns}, r.report AS report`,
      from: sql`${reportsFrom(null, where.report != null && hasMeasureCondition(where.report))}
        JOIN finding g ON g.revision = r.id`,
      where: condition(where),
      order: [...reportTies, { value: raw('g.position'), direction: 'ASC' }],
    },
    paging,
  );
  return mapPage(page, (row) => ({ ...findingOf(row), report: String(row['report']) }));
}

export interface FindingCount {
  rule: string;
  severity: Severity;
  findings: number;
  /** In which they are. */
  reports: number;
}

/** How many of each rule and severity: the severest first, then the most, then by rule. */
export async function countFindings(reader: Reader, where: FindingFilter): Promise<FindingCount[]> {
  const rows = await reader.read(sql`SELECT g.rule AS rule, g.severity AS severity, COUNT(*) AS findings,
      COUNT(DISTINCT r.report) AS reports
    ${reportsFrom(null, where.report != null && hasMeasureCondition(where.report))}
    JOIN finding g ON g.revision = r.id
    WHERE ${condition(where)} GROUP BY g.rule, g.severity`);
  return rows
    .map((row) => ({
      rule: String(row['rule']),
      severity: row['severity'] as Severity, // the intake writes no other
      findings: Number(row['findings']),
      reports: Number(row['reports']),
    }))
    .sort(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
        other.findings - one.findings ||
        (one.rule < other.rule ? -1 : 1),
    );
}

/**
 * Of each revision, in their order in the report: those of the document, then those that hang on other reports, as the
 * others were at the moment.
 */
export async function findingsOf(
  reader: Reader,
  revisions: readonly number[],
  asOf: Date | null = null,
): Promise<Finding[][]> {
  if (revisions.length === 0) return [];
  const ids = list([...new Set(revisions)]);
  const which = asOf === null ? yes : sql`g.position < ${raw(String(firstCrossPosition))}`;
  const rows = await reader.read(sql`SELECT g.revision AS revision, ${findingColumns} FROM finding g
    WHERE g.revision IN (${ids}) AND ${which} ORDER BY g.revision, g.position`);
  const found = new Map<number, Finding[]>(revisions.map((revision) => [revision, []]));
  for (const row of rows) found.get(Number(row['revision']))?.push(findingOf(row));
  if (asOf !== null) {
    const chosen = { from: sql`report_revision r`, where: sql`r.id IN (${ids})` };
    const cross = await crossFindings(reader, chosen, asOf);
    const sums = await childrenSumFindings(reader, revisions, asOf);
    for (const one of [cross, sums]) for (const [revision, findings] of one) found.get(revision)?.push(...findings);
  }
  return revisions.map((revision) => found.get(revision) ?? []);
}
