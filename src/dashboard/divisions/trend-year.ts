/** A year of a trend, as charts and tables take it. */
import type { Measure } from '../client/schema.generated';
import { valueOf } from '../components/measure-value';
import type { TrendYearFragment } from './trend.generated';

export function valueOfYear(year: TrendYearFragment, measure: Measure): number | null {
  const summary = year.measures.find((one) => one.measure === measure);
  return summary === undefined ? null : valueOf(summary);
}

/** The years that something is held of. */
export const heldYears = (trend: readonly TrendYearFragment[]): TrendYearFragment[] =>
  trend.filter(({ reports, key }) => reports > 0 && key.year !== null);
