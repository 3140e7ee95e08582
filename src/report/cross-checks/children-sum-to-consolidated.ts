import { fenPerWanYuan } from '../../template/amount.js';
import { cells, leaves, type Cell, type Figures, type Leaf } from '../../template/figures.js';
import type { Edition } from '../../template/form.js';
import { cellName } from '../cell-name.js';
import type { Violation } from '../check.js';
import type { Severity } from '../finding.js';
import type { RuleId } from '../rules.js';

/** 其他处理, per column: the undivided row where a report has it, else the sum of its three. */
export const dividedLeaves: readonly (Leaf & { unless: Cell })[] = leaves.flatMap((leaf) =>
  leaf.unless === null ? [] : [{ ...leaf, unless: leaf.unless }],
);

/** What the OWN reports in a division and below add up to: counts, and fen. */
export interface SumOfReports {
  reports: number;
  /** Nulls skipped; null too where the sum is no safe integer, so that nothing can be said of it. */
  cell: (cell: Cell) => number | null;
  /** Of `dividedLeaves`. */
  leaf: (leaf: Leaf) => number | null;
}

/** The consolidated report that counts for a division and year, where all agencies that it stands for have reported. */
export interface ConsolidatedCheck {
  id: RuleId;
  severity: Exclude<Severity, 'ERROR'>;
  find: (published: { figures: Figures; edition: Edition }, sum: SumOfReports) => Iterable<Violation>;
}

/**
 * Each cell is the sum of the agencies' own reports. 其他处理 by its rows, where no report has it undivided, else as a
 * whole: one report divides it and the next does not.
 */
export const childrenSumToConsolidated: ConsolidatedCheck = {
  id: 'children-sum-to-consolidated',
  severity: 'WARNING',
  *find({ figures, edition }, sum) {
    const undivided = dividedLeaves.filter(({ unless }) => unless.in(figures) !== null || sum.cell(unless) !== null);
    const asWhole = new Map(undivided.map((leaf) => [leaf.unless, leaf]));
    const rowsOfThem = new Set(undivided.flatMap(({ of }) => of));
    for (const cell of cells) {
      if (rowsOfThem.has(cell)) continue;
      const leaf = asWhole.get(cell);
      const actual = (leaf ?? cell).in(figures);
      const expected = leaf === undefined ? sum.cell(cell) : sum.leaf(leaf);
      if (actual === null || expected === null || actual === expected) continue;
      const stated = (value: number): number => (cell.unit === 'WAN_YUAN' ? value / fenPerWanYuan : value);
      yield {
        message:
          `${cellName(cell, edition)}: the consolidated report says ${stated(actual)}, the ${sum.reports} reports of ` +
          `agencies that it stands for add up to ${stated(expected)}.`,
        cells: [cell.path],
        expected: stated(expected),
        actual: stated(actual),
      };
    }
  },
};
