/** The rows of an answer, as table and chart take them. */
import type { AgencyType, DivisionLevel, Edition, GroupKey, Measure } from '../../client/schema.generated';
import { measureLabels } from '../../client/labels.generated';
import type { Subject } from '../../explain/subject';
import { aliasOf, levelOf } from './build-question';
import type { Exploration } from './state';

/** What is asked of a measure; what is not asked is not there. */
export interface Cell {
  sum?: number | null;
  average?: number | null;
  median?: number | null;
  share?: number | null;
  rank?: number | null;
  change?: { previous: number | null; absolute: number | null; percent: number | null } | null;
}

export interface Key {
  year?: number | null;
  division?: { code: string; name: string; fullName: string; level: DivisionLevel } | null;
  agency?: { id: string; name: string } | null;
  agencyType?: AgencyType | null;
  edition?: Edition | null;
}

/** Beside what every row has, a measure under each alias. */
export type Node = {
  key?: Key;
  reports: number;
  synthetic: boolean;
  coverage: { expected: number; counted: number; missing: number };
} & Record<string, unknown>;

export interface Explored {
  statistics: { totalCount: number; nodes: Node[] };
}

export function cellOf(node: Node, measure: Measure): Cell {
  const cell = node[aliasOf(measure)];
  return typeof cell === 'object' && cell !== null ? cell : {};
}

export function valueOf(node: Node, measure: Measure): number | null {
  const { sum = null, average = null } = cellOf(node, measure);
  return measureLabels[measure].unit === 'RATIO' ? average : sum;
}

/** What tells a row from the others, in the order of the groups. */
export function keyTexts(
  { key = {} }: Node,
  groups: readonly GroupKey[],
  say: { agencyType: (type: AgencyType) => string; edition: (edition: Edition) => string },
): string[] {
  return groups.map((group) => {
    if (group === 'YEAR') return String(key.year ?? '—');
    if (group === 'AGENCY') return key.agency?.name ?? '—';
    if (group === 'AGENCY_TYPE') return key.agencyType == null ? '—' : say.agencyType(key.agencyType);
    if (group === 'EDITION') return key.edition == null ? '—' : say.edition(key.edition);
    return key.division?.name ?? '—';
  });
}

export const idOf = ({ key = {} }: Node): string =>
  [key.year, key.division?.code, key.agency?.id, key.agencyType, key.edition].join(' ');

/**
 * What the explanation of a figure is asked of; null where the row is no plain total of a division or an agency in a
 * year, which is all that can be explained by an address.
 */
export function subjectOf(state: Exploration, { key = {} }: Node, measure: Measure): Subject | null {
  const { groups, conditions, types, edition, name, quality, basis, division, from, to } = state;
  const plain = conditions.length === 0 && types.length === 0 && edition === null && name === '';
  const year = key.year ?? (from === to ? from : null);
  if (!plain || quality !== 'AS_REPORTED' || year === null) return null;
  if (groups.includes('AGENCY_TYPE') || groups.includes('EDITION')) return null;
  if (groups.includes('AGENCY'))
    return key.agency == null ? null : { measure, kind: 'agency', id: key.agency.id, year, basis };
  const level = levelOf(state);
  if (level === null) return { measure, kind: 'division', id: division ?? '000000', year, basis };
  // The row of a division above the level is of its own agencies alone; one that is filtered, of some.
  return division === null && key.division?.level === level
    ? { measure, kind: 'division', id: key.division.code, year, basis }
    : null;
}
