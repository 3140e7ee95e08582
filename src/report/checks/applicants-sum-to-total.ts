import { applicantCounts } from '../../template/applications.js';
import { rowTotals } from '../totals.js';
import type { Check } from '../check.js';
import { sumsToTotal } from './sums-to-total.js';

const applicantTotals = rowTotals.filter(({ cell }) => cell.row.columns === applicantCounts);

/** Table 三, each row: the six kinds of applicant = 总计. A blank 总计 is blank-total's business. */
export const applicantsSumToTotal: Check = sumsToTotal(
  'applicants-sum-to-total',
  applicantTotals,
  'the six kinds of applicant',
);
