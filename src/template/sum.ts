/** The sum of what is stated: nulls are skipped, and a sum of nothing but nulls is null. */
export function sum(values: Iterable<number | null>): number | null {
  let total: number | null = null;
  for (const value of values) if (value !== null) total = (total ?? 0) + value;
  return total;
}
