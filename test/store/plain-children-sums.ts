/**
 * The findings of consolidated reports that contradict the sum of their agencies' own, found plainly: from what the
 * oracle knows of a database at a moment, by the sentences of docs/findings.md. Messages are left to the check.
 */
import { allDivisions, isWithin } from '../../src/report/divisions.js';
import { cells, leaves, type Figures } from '../../src/template/figures.js';
import { agencyYears } from '../oracle/coverage.js';
import type { Held } from '../oracle/held.js';
import { stateAt, type CountedReport } from '../oracle/state.js';
import { storedWorld } from '../oracle/stored.js';
import type { PlainFinding } from './plain-cross-findings.js';

const sum = (values: readonly (number | null)[]): number | null => {
  const stated = values.filter((value) => value !== null);
  return stated.length === 0 ? null : stated.reduce((total, value) => total + value, 0);
};

/** Of each report that counts: by agency, year and scope. */
export function plainChildrenSums(held: Held, asOf: Date | null): Map<string, PlainFinding[]> {
  const state = stateAt(held, asOf, storedWorld);
  const complete = new Map<string, { division: string; from: number; to: number | null }>();
  for (const one of held.operations) {
    if ((asOf !== null && one.at > asOf.getTime()) || one.kind !== 'register' || one.line.register !== 'complete')
      continue;
    const { division, from, to } = one.line;
    complete.set(`${division} ${from}`, { division, from: from ?? 2000, to });
  }
  const covers = (division: string, year: number): boolean =>
    [...complete.values()].some(
      (line) => line.division === division && line.from <= year && (line.to === null || year <= line.to),
    );

  const published = state.reports.filter(({ scope }) => scope === 'CONSOLIDATED');
  const counts = (one: CountedReport): boolean => {
    const rivals = published.filter(({ year, agency }) => year === one.year && agency.division === one.agency.division);
    const governments = rivals.filter(({ agency }) => agency.type === 'GOVERNMENT');
    const among = governments.length > 0 ? governments : rivals;
    return among.every(({ agency }) => one.agency.id <= agency.id) && among.includes(one);
  };
  const found = new Map<string, PlainFinding[]>();
  for (const one of published) {
    const { division } = one.agency;
    const stood = allDivisions().filter(
      ({ code, existsFrom, existsTo }) =>
        code === division ||
        (isWithin(code, division) && (existsFrom ?? one.year) <= one.year && (existsTo ?? one.year) >= one.year),
    );
    const isOwed = agencyYears(state, 'OWN').some(
      ({ agency, year, report }) =>
        report === null &&
        year === one.year &&
        (agency.existsFrom !== null || agency.existsTo !== null) &&
        isWithin(agency.division, division),
    );
    if (!counts(one) || isOwed || !stood.every(({ code }) => covers(code, one.year))) continue;
    const own = state.reports.filter(
      ({ scope, year, agency }) => scope === 'OWN' && year === one.year && isWithin(agency.division, division),
    );
    const differences = differing(
      one.document.figures,
      own.map(({ document }) => document.figures),
    );
    if (differences.length > 0) found.set(`${one.agency.id} ${one.year}`, differences);
  }
  return found;
}

/** 其他处理 by its three rows, unless some report has it undivided; then by the undivided row, which is its subtotal. */
function differing(published: Figures, own: readonly Figures[]): PlainFinding[] {
  const group = 'applications.results.otherHandling';
  return cells.flatMap(({ path, columnKey, unit, in: value }): PlainFinding[] => {
    let [actual, expected] = [value(published), sum(own.map(value))];
    if (path.startsWith(group)) {
      const undivided = cells.find((cell) => cell.path === `${group}.undivided.${columnKey}`);
      const subtotal = leaves.find((leaf) => leaf.path === `${group}.subtotal.${columnKey}`);
      if (undivided === undefined || subtotal === undefined) throw new Error('其他处理 has no undivided row');
      if ([published, ...own].some((figures) => undivided.in(figures) !== null)) {
        if (path !== undivided.path) return [];
        [actual, expected] = [subtotal.in(published), sum(own.map(subtotal.in))];
      }
    }
    if (actual === null || expected === null || actual === expected) return [];
    const inUnit = (of: number): number => (unit === 'WAN_YUAN' ? of / 1_000_000 : of);
    return [
      { rule: 'children-sum-to-consolidated', cells: [path], expected: inUnit(expected), actual: inUnit(actual) },
    ];
  });
}
