import { lawsuits } from '../../template/disputes.js';
import type { Check } from '../check.js';
import { rowTotals } from '../totals.js';
import { sumsToTotal } from './sums-to-total.js';

/** Table 四, 复议后起诉: the four outcomes = 总计. */
export const lawsuitsAfterReviewSumToTotal: Check = sumsToTotal(
  'lawsuits-after-review-sum-to-total',
  rowTotals.filter(({ cell }) => cell.row === lawsuits.parts.afterReview),
  'the four outcomes',
);
