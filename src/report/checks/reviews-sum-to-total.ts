import { reviews } from '../../template/disputes.js';
import type { Check } from '../check.js';
import { rowTotals } from '../totals.js';
import { sumsToTotal } from './sums-to-total.js';

/** Table 四, 行政复议: the four outcomes = 总计. */
export const reviewsSumToTotal: Check = sumsToTotal(
  'reviews-sum-to-total',
  rowTotals.filter(({ cell }) => cell.row === reviews),
  'the four outcomes',
);
