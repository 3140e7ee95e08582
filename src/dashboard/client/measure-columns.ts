/**
 * Measures as a selection of Statistics with a column for each, for downloads: a list within a row has no place in a
 * table. The column of a measure bears its name.
 */
import { measureLabels } from './labels.generated';
import type { Measure } from './schema.generated';

export const measureColumns = (measures: readonly Measure[]): string =>
  measures
    .map(
      (measure) =>
        `${measure}: measure(of: ${measure}) { ${measureLabels[measure].unit === 'RATIO' ? 'average' : 'sum'} }`,
    )
    .join('\n      ');
