/** Agencies, found and listed. */
import { agencyTypeNames, type AgencyType } from '../report/agency-type.js';
import { rarestBigram } from './agency-bigrams.js';
import type { Columns } from './columns.js';
import type { Reader, Row } from './database.js';
import { agencyCondition, stringCondition } from './filter.js';
import { textOrNull } from './nullable.js';
import { placeInEnum, type OrderTerm } from './order.js';
import { mapPage, readPage, readPages, type Listed, type Page } from './page.js';
import type { AgencyFilter, AgencyOrder, AgencyOrderKey, Paging } from './question.js';
import { list, raw, sql, yes, type Sql } from './sql.js';
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
/** The same of a row that has them. */
const columnsOfRow: Columns = Object.fromEntries(
  ['id', 'division', 'name', 'type', 'parent_agency'].map((name) => [name, `p.${name}`]),
);

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
    ofPage: { columns: [columnsOfRow], join: raw('') },
  };
}

export async function findAgencies(
  reader: Reader,
  where: AgencyFilter,
  orderBy: readonly AgencyOrder[],
  paging: Paging,
): Promise<Page<AgencyNode>> {
  const all = listed(where, orderBy);
  const part = where.name?.contains;
  const bigram = part == null ? null : await rarestBigram(reader, part);
  const found = bigram === null ? all : orderBy.length === 0 ? listedBy(bigram, where) : within(bigram, all);
  return mapPage(await readPage(reader, found, paging), nodeOf);
}

/** Those whose name has the pair of characters, in the order that the pairs stand in: no more are read than are listed. */
function listedBy(bigram: string, where: AgencyFilter): Listed {
  const { name, ...others } = where;
  const asksDivision = others.division != null || others.level != null;
  return {
    ...listed(where, []),
    // CROSS JOIN: SQLite keeps this order of reading.
    from: raw(`FROM agency_bigram b CROSS JOIN agency a${asksDivision ? ' CROSS JOIN division d' : ''}`),
    where: sql`b.bigram = ${bigram} AND ${stringCondition([raw('b.name')], name ?? {})}
      AND a.id = b.agency AND ${asksDivision ? raw('d.code = a.division') : yes} AND ${agencyCondition(others)}`,
    order: [raw('b.division'), raw('b.name')].map((value) => ({ value, direction: 'ASC' })),
  };
}

function within(bigram: string, all: Listed): Listed {
  return {
    ...all,
    where: sql`a.id IN (SELECT b.agency FROM agency_bigram b WHERE b.bigram = ${bigram}) AND ${all.where}`,
  };
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
