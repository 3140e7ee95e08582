/** The value of a measure's summary: of a rate the rate, of anything else the sum. */
import { measureLabels } from '../client/labels.generated';
import type { Measure } from '../client/schema.generated';

export function valueOf({
  measure,
  sum,
  average,
}: {
  measure: Measure;
  sum: number | null;
  average: number | null;
}): number | null {
  return measureLabels[measure].unit === 'RATIO' ? average : sum;
}
