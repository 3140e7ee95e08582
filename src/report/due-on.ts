import type { AgencyType } from './agency-type.js';
import type { Scope } from './report.js';

/** Who a report is of, as 政府信息公开条例 第四十九条 tells them apart. */
export type Issuer = 'DEPARTMENT' | 'GOVERNMENT' | 'TOWN';

/** The first year of this form, and the first that 第四十九条 as it stands is about. */
export const firstDueYear = 2019;

/**
 * The last day (Beijing time) on which a report for `year` is in time: departments 31 January of the next year,
 * governments 31 March (政府信息公开条例 第四十九条). Towns and zones have no national date: null.
 *
 * @returns ISO date, such as `2022-01-31`
 * @throws RangeError if `year` is not a whole number from 2019 on, the first year of this form
 */
export function dueOn(year: number, issuer: Issuer): string | null {
  if (!Number.isInteger(year) || year < firstDueYear)
    throw new RangeError(`found the year ${year}, expected a whole number from ${firstDueYear} on`);
  switch (issuer) {
    case 'DEPARTMENT':
      return `${year + 1}-01-31`;
    case 'GOVERNMENT':
      return `${year + 1}-03-31`;
    case 'TOWN':
      return null;
  }
}

/** Agencies of these types are towns and zones; all others are departments, but for governments. */
export const typesOfTowns: readonly AgencyType[] = ['TOWNSHIP', 'ZONE'];

/** A consolidated report is the government's whichever of its agencies files it; a town's or zone's has no date. */
export function issuerOf(type: AgencyType, scope: Scope): Issuer {
  if (typesOfTowns.includes(type)) return 'TOWN';
  return type === 'GOVERNMENT' || scope === 'CONSOLIDATED' ? 'GOVERNMENT' : 'DEPARTMENT';
}
