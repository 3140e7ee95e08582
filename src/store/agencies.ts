/** Agencies, found and listed. */
import { agencyTypeNames, type AgencyType } from '../report/agency-type.js';
import type { Reader, Row } from './database.js';
import { agencyCondition } from './filter.js';
import { textOrNull } from './nullable.js';
import { placeInEnum, type OrderTerm } from './order.js';
import { mapPage, readPage, readPages, type Listed, type Page } from './page.js';
import type { AgencyFilter, AgencyOrder, AgencyOrderKey, Paging } from './question.js';
import { list, raw, sql, type Sql } from './sql.js';
import { agencies } from './statistics/held.js';

export interface AgencyNode {
  id: string;
  division: string;
  name: string;
  type: AgencyType;
  /** Id of the agency above; null where it is not known. */
  parent: string | null;
}

const columns = raw('a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency');

function nodeOf(row: Row): AgencyNode {
  return {
    id: String(row['id']),
    division: String(row['division']),
    name: String(row['name']),
    type: row['type'] as AgencyType, // the intake and the register write no other
    parent: textOrNull(row['parent_agency']),
  };
}

const keys: Record<AgencyOrderKey, Sql> = {
  DIVISION: raw('a.division'),
  NAME: raw('a.name'),
  TYPE: placeInEnum(raw('a.type'), agencyTypeNames),
};

/** Ties, and no orderBy: division code, name. */
const ties: readonly OrderTerm[] = (['DIVISION', 'NAME'] as const).map((key) => ({
  value: keys[key],
  direction: 'ASC',
}));

function listed(where: AgencyFilter, orderBy: readonly AgencyOrder[]): Listed {
  return {
    question: { agencies: where, orderBy },
    columns,
    from: raw('FROM agency a JOIN division d ON d.code = a.division'),
    where: agencyCondition(where),
    order: [
      ...orderBy.map(({ key, direction }): OrderTerm => ({ value: keys[key], direction: direction ?? 'ASC' })),
      ...ties,
    ],
  };
}

export async function findAgencies(
  reader: Reader,
  where: AgencyFilter,
  orderBy: readonly AgencyOrder[],
  paging: Paging,
): Promise<Page<AgencyNode>> {
  return mapPage(await readPage(reader, listed(where, orderBy), paging), nodeOf);
}

/** Of each division itself, not of those below; one page per code, in the order of the codes. */
export async function agenciesOfDivisions(
  reader: Reader,
  codes: readonly string[],
  where: AgencyFilter,
  paging: Paging,
): Promise<Page<AgencyNode>[]> {
  const of = listed(where, []);
  const question = { agenciesOfDivision: where };
  const pages = await readPages(reader, { ...of, question }, raw('a.division'), codes, paging);
  return pages.map((page) => mapPage(page, nodeOf));
}

/** In the order of the ids; null where there is none, or was none at that moment. */
export async function agenciesById(
  reader: Reader,
  ids: readonly string[],
  asOf: Date | null = null,
): Promise<(AgencyNode | null)[]> {
  if (ids.length === 0) return [];
  const rows = await reader.read(
    sql`SELECT ${columns} FROM ${agencies(asOf)} WHERE a.id IN (${list([...new Set(ids)])})`,
  );
  const found = new Map(rows.map((row) => [String(row['id']), nodeOf(row)]));
  return ids.map((id) => found.get(id) ?? null);
}
