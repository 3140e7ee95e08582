/**
 * Classes for a map. Figures of divisions have heavy tails: equal steps would paint all but one of them in the palest
 * colour, so each class takes about as many divisions as the others. Zero, if there are several classes, is its own.
 */
export interface Class {
  /** Inclusive. */
  from: number;
  /** Inclusive: the largest value of the class. */
  to: number;
}

/** @param most at most so many classes, from little to much; fewer where there are not so many values */
export function classesOf(values: readonly number[], most = 5): Class[] {
  const sorted = [...values].sort((one, other) => one - other);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct.map((value) => ({ from: value, to: value }));
  const zeros = sorted.filter((value) => value === 0).length;
  const rest = sorted.slice(zeros > 0 && sorted[0] === 0 ? zeros : 0);
  const own = rest.length < sorted.length ? [{ from: 0, to: 0 }] : [];
  return [...own, ...quantiles(rest, most - own.length)];
}

function quantiles(sorted: readonly number[], most: number): Class[] {
  const classes: Class[] = [];
  let start = 0;
  for (let part = 1; part <= most && start < sorted.length; part += 1) {
    let end = Math.max(start + 1, Math.round((sorted.length * part) / most));
    // What is equal stands in one class.
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end += 1;
    const [from, to] = [sorted[start], sorted[end - 1]];
    if (from !== undefined && to !== undefined) classes.push({ from, to });
    start = end;
  }
  return classes;
}
