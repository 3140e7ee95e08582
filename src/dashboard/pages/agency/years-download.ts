/** The agency's years for a download: a row for each, a column for each measure. */
import { measureColumns } from '../../client/measure-columns';
import type { Measure, StatisticsBasis } from '../../client/schema.generated';
import type { Question } from '../../components/question-tools';

export const yearsDownload = (id: string, basis: StatisticsBasis, measures: readonly Measure[]): Question => ({
  document: `query AgencyYears($id: ID!, $basis: StatisticsBasis!) {
  statistics(where: { agency: { id: $id } }, basis: $basis, groupBy: [YEAR]) {
    nodes {
      key { year }
      reports
      ${measureColumns(measures)}
    }
  }
}`,
  variables: { id, basis },
});
