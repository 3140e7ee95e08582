/** What the overview shows of each division. */
import type { Measure } from '../../client/schema.generated';

/** Its key figures; each of them can be drawn on the map. */
export const keyMeasures: readonly [Measure, ...Measure[]] = [
  'APPLICATIONS_RECEIVED_TOTAL',
  'APPLICATIONS_RESULTS_TOTAL_TOTAL',
  'RATE_DISCLOSURE',
  'RATE_REFUSAL',
  'REVIEWS_TOTAL',
  'RATE_REVIEW_CORRECTED',
  'LAWSUITS_SUBTOTAL_TOTAL',
  'RATE_LAWSUIT_CORRECTED',
];
