/** Quantile p of n sorted values, by the expression of STATISTICS. at: the value of a zero-based place. */
export function quantile(n: number, p: number, at: (place: number) => number): number {
  const h = (n - 1) * p;
  const i = Math.floor(h);
  return i === n - 1 ? at(i) : at(i) + (h - i) * (at(i + 1) - at(i));
}
