/** `reports`, `agencies`: what passes, in order. */
import type { AgencyFilter, Direction, Nulls, ReportFilter } from '../../src/store/question.js';
import { agencyTypeNames } from '../../src/report/agency-type.js';
import { measureNamed } from '../../src/template/measures.js';
import { everythingKnown, holds, meetsAgency } from './conditions.js';
import { ownValue } from './figures.js';
import type { Held } from './held.js';
import { compare, inTurn, scopePlace, type Compare, type Place } from './order.js';
import { Refusal, refuseConditions } from './refuse.js';
import { stateAt, type Agency, type CountedReport } from './state.js';
import type { World } from './world.js';

export interface ReportOrder {
  measure?: string | null;
  key?: 'YEAR' | 'DIVISION' | 'AGENCY_NAME' | 'PUBLISHED_ON' | null;
  direction?: Direction | null;
  nulls?: Nulls | null;
}
export interface ReportsQuestion {
  where?: ReportFilter | null;
  orderBy?: ReportOrder[] | null;
  asOf?: Date | null;
}

function placeOf({ agency, year, document }: CountedReport, { key, measure }: ReportOrder): Place {
  switch (key) {
    case 'YEAR':
      return year;
    case 'DIVISION':
      return agency.division;
    case 'AGENCY_NAME':
      return agency.name;
    case 'PUBLISHED_ON':
      return document.publishedOn;
    default:
      return ownValue(measureNamed(measure ?? ''), document.figures);
  }
}

/** "Ties, and no orderBy: year descending, division code, agency name, OWN first." */
const ties: readonly Compare<CountedReport>[] = [
  (a, b) => compare(a.year, b.year, 'DESC', 'LAST'),
  (a, b) => compare(a.agency.division, b.agency.division, 'ASC', 'LAST'),
  (a, b) => compare(a.agency.name, b.agency.name, 'ASC', 'LAST'),
  (a, b) => compare(scopePlace(a.scope), scopePlace(b.scope), 'ASC', 'LAST'),
];

/** `reports(where, orderBy, asOf)`: the reports that count, in order. `scope` is a condition like any other here. */
export function reportsOracle(held: Held, { where, orderBy, asOf }: ReportsQuestion, world: World): CountedReport[] {
  refuseConditions(where);
  for (const { measure, key } of orderBy ?? [])
    if ((measure ?? null) === null ? (key ?? null) === null : (key ?? null) !== null)
      throw new Refusal('BAD_USER_INPUT', 'orderBy: a measure or a key');
  return stateAt(held, asOf ?? null, world)
    .reports.filter((report) => holds(where, { ...report, report }, everythingKnown) === true)
    .sort(
      inTurn<CountedReport>([
        ...(orderBy ?? []).map(
          (order): Compare<CountedReport> =>
            (a, b) =>
              compare(placeOf(a, order), placeOf(b, order), order.direction ?? 'DESC', order.nulls),
        ),
        ...ties,
      ]),
    );
}

export interface AgencyOrder {
  key: 'DIVISION' | 'NAME' | 'TYPE';
  direction?: Direction | null;
}
export interface AgenciesQuestion {
  where?: AgencyFilter | null;
  orderBy?: AgencyOrder[] | null;
}

/** `agencies(where, orderBy)`: "Ties, and no orderBy: division code, name." */
export function agenciesOracle(held: Held, { where, orderBy }: AgenciesQuestion, world: World): Agency[] {
  const orders: AgencyOrder[] = [...(orderBy ?? []), { key: 'DIVISION' }, { key: 'NAME' }];
  const place = (agency: Agency, { key }: AgencyOrder): Place =>
    key === 'DIVISION' ? agency.division : key === 'NAME' ? agency.name : agencyTypeNames.indexOf(agency.type);
  return stateAt(held, null, world)
    .agencies.filter((agency) => !where || meetsAgency(agency, where) === true)
    .toSorted(
      inTurn(
        orders.map(
          (order): Compare<Agency> =>
            (a, b) =>
              compare(place(a, order), place(b, order), order.direction ?? 'ASC', 'LAST'),
        ),
      ),
    );
}
