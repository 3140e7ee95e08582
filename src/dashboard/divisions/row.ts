/** A division among its neighbours, as tables and maps take it. */
import type { Measure } from '../client/schema.generated';
import { valueOf } from '../components/measure-value';
import type { DivisionRowFragment } from './row.generated';

/** Null where nothing is held, and where no report that counts states it. */
export function valueIn(row: DivisionRowFragment, measure: Measure): number | null {
  const summary = row.statistics.measures.find((one) => one.measure === measure);
  return summary === undefined ? null : valueOf(summary);
}

export const isHeld = ({ statistics }: DivisionRowFragment): boolean => statistics.reports > 0;

/** Whether it stood at the end of the year, or its reports are held all the same. */
export const stoodIn = (row: DivisionRowFragment, year: number): boolean =>
  isHeld(row) || ((row.existsFrom ?? year) <= year && (row.existsTo ?? year) >= year);
