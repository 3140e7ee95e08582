/** Who published in time: a row for each agency and scope of which a report of the year is held or expected. */
import { scopes, type Scope } from '../../src/report/report.js';
import { agencyYears } from './coverage.js';
import { upwardFrom } from './divisions.js';
import type { Held } from './held.js';
import { byCodePoint } from './order.js';
import { Refusal } from './refuse.js';
import { stateAt } from './state.js';
import type { World } from './world.js';

export interface TimelinessQuestion {
  year: number;
  division: string;
  scope?: Scope | null;
  status?: string[] | null;
  asOf?: Date | null;
}

export interface TimelinessAnswer {
  summary: { inTime: number; late: number; withoutDate: number; notHeld: number };
  rows: {
    agency: readonly [string, string];
    scope: Scope;
    dueOn: string | null;
    publishedOn: string | null;
    daysLate: number | null;
    status: string;
    held: boolean;
  }[];
}

const day = 24 * 60 * 60 * 1000;

/**
 * "departments 31 January of the next year, governments 31 March (政府信息公开条例 第四十九条)", every consolidated report
 * as a government's; towns and zones have no date. "The latest first; where no days are known, and of ties: division
 * code, agency name, OWN first."
 */
export function timelinessOracle(held: Held, asked: TimelinessQuestion, world: World): TimelinessAnswer {
  const { year, division, scope, status, asOf } = asked;
  if (year < 2019 || year > 2100) throw new Refusal('BAD_USER_INPUT', `${year} is not in 2019..2100`);
  const state = stateAt(held, asOf ?? null, world);
  const rows = scopes
    .filter((one) => (scope ?? one) === one)
    .flatMap((of) => agencyYears(state, of).map((one) => ({ ...one, of })))
    .filter((one) => one.year === year && upwardFrom(one.agency.division).includes(division))
    .map(({ agency, report, of }) => {
      const town = ['TOWNSHIP', 'ZONE'].includes(agency.type);
      const government = agency.type === 'GOVERNMENT' || of === 'CONSOLIDATED';
      const dueOn = town ? null : `${year + 1}-${government ? '03' : '01'}-31`;
      const publishedOn = report?.document.publishedOn ?? null;
      const daysLate =
        dueOn === null || publishedOn === null ? null : (Date.parse(publishedOn) - Date.parse(dueOn)) / day;
      return {
        agency: [agency.division, agency.name] as const,
        scope: of,
        dueOn,
        publishedOn,
        daysLate,
        status: report === null ? 'NOT_HELD' : daysLate === null ? 'WITHOUT_DATE' : daysLate > 0 ? 'LATE' : 'IN_TIME',
        held: report !== null,
      };
    })
    .filter((row) => (status ?? [row.status]).includes(row.status))
    .sort(
      (a, b) =>
        Number(a.daysLate === null) - Number(b.daysLate === null) ||
        (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
        byCodePoint(a.agency[0], b.agency[0]) ||
        byCodePoint(a.agency[1], b.agency[1]) ||
        scopes.indexOf(a.scope) - scopes.indexOf(b.scope),
    );
  const count = (one: string): number => rows.filter((row) => row.status === one).length;
  return {
    rows,
    summary: {
      inTime: count('IN_TIME'),
      late: count('LATE'),
      withoutDate: count('WITHOUT_DATE'),
      notHeld: count('NOT_HELD'),
    },
  };
}
