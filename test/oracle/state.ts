/** What the database knew at a moment of receipt: agencies, the reports that count, and what was ever held. */
import type { AgencyType } from '../../src/report/agency-type.js';
import type { Report, Scope } from '../../src/report/report.js';
import { cells, type Cell } from '../../src/template/figures.js';
import type { AgencyLine, Held, Operation } from './held.js';
import type { World } from './world.js';

export interface Named {
  division: string;
  name: string;
}
export interface Agency extends Named {
  id: string;
  type: AgencyType;
  existsFrom: number | null;
  existsTo: number | null;
  parent: Named | null;
}
export interface CountedReport {
  agency: Agency;
  /** The year that it is counted for: its own, but for `change`. */
  year: number;
  scope: Scope;
  /** 1 for the first version received, then 2, 3 … */
  revision: number;
  document: Report;
  valid: boolean;
  /** Those of its document that are not as it states them: none but where quality is REPAIRED. */
  repairedCells: readonly Cell[];
}
interface Received {
  agency: Agency;
  year: number;
  scope: Scope;
}
export interface State {
  agencies: readonly Agency[];
  /** One per agency, year and scope: the document received last, unless it was withdrawn. */
  reports: readonly CountedReport[];
  newestYear: number | null;
}

const sameName = (a: Named, b: Named): boolean => a.division === b.division && a.name === b.name;
const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

/**
 * "`asOf` is a moment of receipt by this database; everything in the answer, coverage and `valid` included, is as it
 * was then." "`receivedAt` is in milliseconds; `asOf` is inclusive."
 */
export function stateAt(held: Held, asOf: Date | null, world: World): State {
  const known = held.operations.filter((one) => asOf === null || one.at <= asOf.getTime());
  const lines = known.flatMap((one) => (one.kind === 'register' && one.line.register === 'agency' ? [one.line] : []));
  const documents = known.filter((one) => one.kind !== 'register');

  const names = [
    ...lines.map(({ division, name }) => ({ division, name })),
    ...lines.flatMap(({ parent }) => parent ?? []),
    ...documents.flatMap((one) => (one.kind === 'report' ? [filedUnder(one)] : [])),
  ].map((name) => currentName(name, lines));
  const agencies = names
    .filter((name, at) => names.findIndex((other) => sameName(name, other)) === at)
    .map((name) => agencyCalled(name, lines, world));
  const agencyOf = (name: Named): Agency | undefined =>
    agencies.find((agency) => sameName(agency, currentName(name, lines)));

  const histories = new Map<string, Received & { documents: (Operation & { kind: 'report' | 'withdraw' })[] }>();
  for (const one of documents) {
    const agency = agencyOf(filedUnder(one));
    if (agency === undefined) continue; // the withdrawal of a report that was never received
    const { year, scope } = one.kind === 'report' ? one.report : one;
    const key = `${agency.id} ${year} ${scope}`;
    const history = histories.get(key) ?? { agency, year, scope, documents: [] };
    histories.set(key, { ...history, documents: [...history.documents, one] });
  }
  const reports = [...histories.values()].flatMap(({ agency, year, scope, documents: history }): CountedReport[] => {
    const newest = newestRevision(history);
    if (newest === null || newest.withdrawn) return [];
    const { document, revision } = newest;
    return [{ agency, year, scope, revision, document, valid: !world.hasError(document), repairedCells: [] }];
  });
  return { agencies, reports, newestYear: reports.length === 0 ? null : Math.max(...reports.map(({ year }) => year)) };
}

function filedUnder(one: Exclude<Operation, { kind: 'register' }>): Named {
  return one.kind === 'report'
    ? { division: one.report.division, name: one.report.agency }
    : { division: one.division, name: one.agency };
}

const formerNamesOf = (line: AgencyLine): Named[] =>
  (line.formerNames ?? []).map(({ division, name }) => ({ division: division ?? line.division, name }));

/** Reports filed under a former name belong to the agency: what the name has become, by the register. */
function currentName(name: Named, lines: readonly AgencyLine[]): Named {
  const renamed = lines.findLast((line) => formerNamesOf(line).some((former) => sameName(former, name)));
  return renamed === undefined || sameName(renamed, name) ? name : currentName(renamed, lines);
}

/** "one renamed or moved through the register keeps the id of its first name there" */
function firstName(name: Named, lines: readonly AgencyLine[]): Named {
  const first = lines
    .filter((line) => sameName(line, name))
    .flatMap(formerNamesOf)
    .find((former) => !sameName(former, name));
  return first === undefined ? name : firstName(first, lines);
}

/** The register's last line for the agency says all that the register says of it; its type is else told from the name. */
function agencyCalled(name: Named, lines: readonly AgencyLine[], world: World): Agency {
  const line = lines.findLast((one) => sameName(currentName(one, lines), name));
  const first = firstName(name, lines);
  const parent = line?.parent ? currentName(line.parent, lines) : null;
  return {
    id: world.agencyId(first.division, first.name),
    division: name.division,
    name: name.name,
    type: line?.type ?? world.typeOf(name.name),
    existsFrom: line?.existsFrom ?? null,
    existsTo: line?.existsTo ?? null,
    parent: parent === null || sameName(parent, name) ? null : parent,
  };
}

interface Revision {
  document: Report;
  revision: number;
  withdrawn: boolean;
}

/**
 * "The document received last counts, whatever its date." "A document whose content equals that of the newest revision …
 * changes nothing but that its source is noted. Anything else is the next revision: A, B, A are three." "A withdrawn
 * report counts nowhere from its withdrawal on …; a later document of it is the next revision, also with the same
 * content."
 */
function newestRevision(history: readonly (Operation & { kind: 'report' | 'withdraw' })[]): Revision | null {
  return history.reduce<Revision | null>((newest, one) => {
    if (one.kind === 'withdraw') return newest === null ? null : { ...newest, withdrawn: true };
    if (newest !== null && !newest.withdrawn && sameContent(newest.document, one.report)) return newest;
    return { document: one.report, revision: (newest?.revision ?? 0) + 1, withdrawn: false };
  }, null);
}

/**
 * "Content is agency, year, scope, edition, title, publishedOn, figures, the cells' raw text and the chapters' text, white
 * space aside. A document whose content equals that of the newest revision (or, for figures without text, whose figures
 * do) changes nothing". Agency, year and scope are those of the history.
 */
function sameContent(newest: Report, received: Report): boolean {
  const figures = ({ figures: of }: Report): unknown => cells.map((cell) => cell.in(of));
  const texts = ({ cells: of, chapters }: Report): unknown => [
    Object.entries(of)
      .flatMap(([path, cell]) => (cell.raw === null ? [] : [[path, withoutSpace(cell.raw)]]))
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    chapters.map(({ text }) => withoutSpace(text)).filter((text) => text !== ''),
  ];
  const equal = (part: (report: Report) => unknown): boolean =>
    JSON.stringify(part(newest)) === JSON.stringify(part(received));
  const withoutText = JSON.stringify(texts(received)) === JSON.stringify([[], []]);
  if (withoutText) return equal(figures);
  return equal(figures) && equal(texts) && equal((one) => [one.edition, withoutSpace(one.title), one.publishedOn]);
}
