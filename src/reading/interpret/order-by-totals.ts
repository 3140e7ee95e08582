/** Which order of the columns holds where the headings of table three stand in another one than the form's. */
import { applicantCounts } from '../../template/applications.js';
import { tidy } from './number.js';
import type { ColumnOrder, RowRecord } from './records.js';

const formKeys = Object.keys(applicantCounts.columns);
const totalKey = 'total' satisfies keyof typeof applicantCounts.columns;

/**
 * A wrong colspan is enough to push 其他 behind 总计. Where no row's total is right in the order of the headings and
 * all are in the form's, the headings stand wrong: the form's order is taken.
 */
export function orderedByTotals(records: readonly RowRecord[]): readonly RowRecord[] {
  const moved = new Map<ColumnOrder, RowRecord[]>();
  for (const record of records) {
    const { chapter, order } = record;
    if (chapter !== 3 || order === null || !isMoved(order)) continue;
    moved.set(order, [...(moved.get(order) ?? []), record]);
  }
  const wrong = new Set([...moved].filter(([order, rows]) => isWrong(order, rows)).map(([order]) => order));
  if (wrong.size === 0) return records;
  return records.map((record) =>
    record.order !== null && wrong.has(record.order)
      ? { ...record, order: { ...record.order, keys: formKeys, columns: null } }
      : record,
  );
}

function isMoved({ keys }: ColumnOrder): boolean {
  return keys.length === formKeys.length && keys.every((key) => key !== null) && keys.join() !== formKeys.join();
}

function isWrong({ keys }: ColumnOrder, rows: readonly RowRecord[]): boolean {
  const numbers = rows.flatMap(({ values }) => {
    const texts = values.map(({ text }) => tidy(text));
    const plain = texts.length === formKeys.length && texts.every((text) => /^\d+$/.test(text));
    const counts = texts.map(Number);
    return plain && counts.some((count) => count > 0) ? [counts] : [];
  });
  const holds = (order: readonly (string | null)[], counts: readonly number[]): boolean => {
    const total = counts[order.indexOf(totalKey)] ?? 0;
    return counts.reduce((sum, count) => sum + count, 0) === 2 * total;
  };
  return (
    numbers.length > 0 &&
    numbers.every((counts) => holds(formKeys, counts)) &&
    !numbers.some((counts) => holds(keys, counts))
  );
}
