/** Divisions are answered from memory: no statement is needed for them. */
import { allDivisions, isWithin, type RegisteredDivision } from '../report/divisions.js';
import { cursorsOf } from '../store/cursor.js';
import type { Page } from '../store/page.js';
import type { DivisionFilter, Paging, StringFilter } from '../store/question.js';

/** Each comparison is met by one of the names. */
function namesMeet(names: readonly string[], { eq, in: among, contains }: StringFilter): boolean {
  return (
    (eq == null || names.includes(eq)) &&
    (among == null || names.some((name) => among.includes(name))) &&
    (contains == null || names.some((name) => name.includes(contains)))
  );
}

function meets(division: RegisteredDivision, { code, name, level, within }: DivisionFilter): boolean {
  return (
    (code == null || division.code === code) &&
    (name == null || namesMeet([division.name, division.fullName], name)) &&
    (level == null || division.level === level) &&
    (within == null || isWithin(division.code, within))
  );
}

/** By code, ascending. */
const inOrder = [...allDivisions()].sort((a, b) => (a.code < b.code ? -1 : 1));

/** By each two characters of their names, in their order; made when a part of a name is first looked for. */
let byPairs: Map<string, RegisteredDivision[]> | null = null;

function indexed(): Map<string, RegisteredDivision[]> {
  const made = new Map<string, RegisteredDivision[]>();
  for (const division of inOrder)
    for (const pair of new Set([...pairsOf(division.name), ...pairsOf(division.fullName)])) {
      const sharing = made.get(pair);
      if (sharing === undefined) made.set(pair, [division]);
      else sharing.push(division);
    }
  return made;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Those among which all that meet the conditions are: with a part of a name the fewest that share a pair with it. */
function candidates({ name }: DivisionFilter): readonly RegisteredDivision[] {
  let fewest: readonly RegisteredDivision[] = inOrder;
  for (const pair of pairsOf(name?.contains ?? '')) {
    const sharing = (byPairs ??= indexed()).get(pair) ?? [];
    if (sharing.length < fewest.length) fewest = sharing;
  }
  return fewest;
}

export function findDivisions(where: DivisionFilter, paging: Paging): Page<RegisteredDivision> {
  const found = candidates(where).filter((division) => meets(division, where));
  return pageOf(found, { divisions: where }, paging);
}

const childrenOf = new Map<string, RegisteredDivision[]>();
for (const division of inOrder)
  if (division.parent !== null) childrenOf.set(division.parent, [...(childrenOf.get(division.parent) ?? []), division]);

/** How many divisions lie directly below one, on average: three levels below the country hold all there are. */
export const usualChildren = Math.ceil(Math.cbrt(inOrder.length));

export function findChildren(code: string, paging: Paging): Page<RegisteredDivision> {
  return pageOf(childrenOf.get(code) ?? [], { children: code }, paging);
}

function pageOf(found: readonly RegisteredDivision[], question: unknown, paging: Paging): Page<RegisteredDivision> {
  const cursors = cursorsOf(question);
  const [after] = paging.after == null ? [null] : cursors.placeOf(paging.after, 1);
  const rest = after == null ? found : found.filter(({ code }) => code > String(after));
  const nodes = rest.slice(0, paging.first);
  return {
    nodes,
    cursors: paging.parts?.cursors === false ? [] : nodes.map(({ code }) => cursors.at([code])),
    totalCount: found.length,
    hasNextPage: rest.length > nodes.length,
  };
}
