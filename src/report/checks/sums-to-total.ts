import { cellName } from '../cell-name.js';
import type { Check } from '../check.js';
import type { RuleId } from '../rules.js';
import { sumOfParts, type Total } from '../totals.js';

/** Parts = total, wherever the total is stated and some part is; nulls are skipped. `parts`: what they are called. */
export function sumsToTotal(id: RuleId, totals: readonly Total[], parts: string): Check {
  return {
    id,
    severity: 'ERROR',
    *find(figures, { edition }) {
      for (const total of totals) {
        const actual = total.cell.in(figures);
        if (actual === null) continue;
        const expected = sumOfParts(total, figures);
        if (expected === null || expected === actual) continue;
        yield {
          message: `${cellName(total.cell, edition)}: ${parts} add up to ${expected}, the report says ${actual}.`,
          cells: [total.cell.path],
          expected,
          actual,
        };
      }
    },
  };
}
