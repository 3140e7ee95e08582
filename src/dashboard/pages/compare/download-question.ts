/** The same as rows for a download: an answer has no list of its own to be a table of, statistics(groupBy) has. */
import { measureColumns } from '../../client/measure-columns';
import type { DivisionLevel, GroupKey, Measure, StatisticsBasis } from '../../client/schema.generated';
import type { Question } from '../../components/question-tools';
import type { Subject } from './subjects';

/** Groups of the level; the country needs none. */
const keys = { COUNTRY: null, PROVINCE: 'PROVINCE', PREFECTURE: 'PREFECTURE', DISTRICT: 'DISTRICT' } as const;

/** @param level of the divisions; null where agencies are compared */
export function downloadOf(
  subjects: readonly Subject[],
  level: DivisionLevel | null,
  years: readonly number[],
  measures: readonly Measure[],
  basis: StatisticsBasis,
): Question {
  const group = level === null ? ('AGENCY' as const) : keys[level];
  const groupBy: GroupKey[] = group === null ? ['YEAR'] : [group, 'YEAR'];
  const who = level === null ? 'agency { id name }' : 'division { code fullName }';
  const text = `query Compared($where: ReportFilter!, $basis: StatisticsBasis!, $groupBy: [GroupKey!]!) {
  statistics(where: $where, basis: $basis, groupBy: $groupBy, first: 1000) {
    nodes {
      key { year ${who} }
      reports
      coverage { expected counted missing }
      ${measureColumns(measures)}
    }
  }
}`;
  const or = subjects.map(({ id }) => (level === null ? { agency: { id } } : { division: { within: id } }));
  const year = { gte: Math.min(...years), lte: Math.max(...years) };
  return { document: text, variables: { where: { year, or }, basis, groupBy } };
}
