import { lawsuits } from '../../template/disputes.js';
import type { Check } from '../check.js';
import { rowTotals } from '../totals.js';
import { sumsToTotal } from './sums-to-total.js';

/** Table 四, 未经复议直接起诉: the four outcomes = 总计. */
export const lawsuitsDirectSumToTotal: Check = sumsToTotal(
  'lawsuits-direct-sum-to-total',
  rowTotals.filter(({ cell }) => cell.row === lawsuits.parts.direct),
  'the four outcomes',
);
