import type { Check } from '../check.js';
import { resultTotals } from '../totals.js';
import { sumsToTotal } from './sums-to-total.js';

/** Table 三, each column: the results of the year = （七）总计; 其他处理 by its undivided row where that is stated. */
export const resultsSumToTotal: Check = sumsToTotal('results-sum-to-total', resultTotals, 'the results above it');
