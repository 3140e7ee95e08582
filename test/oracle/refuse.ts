/** What may not be asked. */
import type { MeasureCondition, ReportFilter, StatisticsQuestion } from '../../src/store/question.js';
import type { Scope } from '../../src/report/report.js';

export type RefusalCode = 'BAD_USER_INPUT' | 'TOO_MANY_GROUPS';

/** A question that is not answered. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}

const refuse = (message: string): never => {
  throw new Refusal('BAD_USER_INPUT', message);
};
const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** "SUM_OF_AGENCIES adds OWN reports. PUBLISHED_CONSOLIDATED adds CONSOLIDATED ones". */
export const scopeOf = (basis: StatisticsQuestion['basis']): Scope =>
  basis === 'SUM_OF_AGENCIES' ? 'OWN' : 'CONSOLIDATED';

export function refuseStatistics({ where, basis, groupBy, having, orderBy }: StatisticsQuestion): void {
  refuseScope(where, scopeOf(basis));
  refuseConditions(where);
  (having ?? []).forEach(refuseCondition);
  // "`groupBy`: at most three different keys, at most one division level"
  if (new Set(groupBy).size > 3) refuse('groupBy: more than three keys');
  const levels = new Set(groupBy.filter((key) => ['PROVINCE', 'PREFECTURE', 'DISTRICT'].includes(key)));
  if (levels.size > 1) refuse('groupBy: more than one division level');
  // "By a measure or by a key, one of the two; a key must stand in groupBy."
  for (const { measure, key } of orderBy ?? []) {
    if (isGiven(measure) === isGiven(key)) refuse('orderBy: a measure or a key');
    if (key !== null && key !== undefined && !groupBy.includes(key)) refuse(`orderBy: ${key} is not in groupBy`);
  }
}

/**
 * "`where.scope` may stand at the top of `where` or in `and` only, and must be the basis's; anything else is
 * BAD_USER_INPUT."
 */
function refuseScope(where: ReportFilter | null | undefined, scope: Scope): void {
  if (!where) return;
  if (isGiven(where.scope) && where.scope !== scope) refuse(`where.scope is not ${scope}`);
  (where.and ?? []).forEach((part) => refuseScope(part, scope));
  for (const part of [...(where.or ?? []), ...(where.not ? [where.not] : [])])
    if (namesScope(part)) refuse('where.scope inside or, not');
}

function namesScope(where: ReportFilter): boolean {
  const parts = [...(where.and ?? []), ...(where.or ?? []), ...(where.not ? [where.not] : [])];
  return isGiven(where.scope) || parts.some(namesScope);
}

/** "A MeasureCondition with no comparison is BAD_USER_INPUT." */
export function refuseConditions(where: ReportFilter | null | undefined): void {
  if (!where) return;
  (where.measures ?? []).forEach(refuseCondition);
  [...(where.and ?? []), ...(where.or ?? []), where.not].forEach(refuseConditions);
}

function refuseCondition({ measure, ...comparisons }: MeasureCondition): void {
  if (!Object.values(comparisons).some(isGiven)) refuse(`${measure}: a condition without a comparison`);
}
