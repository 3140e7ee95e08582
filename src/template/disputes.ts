/** Chapter 四, 政府信息公开行政复议、行政诉讼情况: reviews and lawsuits and their outcomes (条例 50(三), 51). */
import { column, columns, group, row, subtotal } from './form.js';

export const disputeOutcomes = columns('DisputeOutcomes', '结果', 'outcomes', {
  upheld: column('结果维持', 'upheld', { column: 'upheld', variants: ['维持'] }),
  corrected: column('结果纠正', 'corrected', { column: 'corrected', variants: ['纠正'] }),
  otherOutcome: column('其他结果', 'other outcome', { column: 'other_outcome', variants: ['其它结果'] }),
  pending: column('尚未审结', 'pending', { column: 'pending', variants: ['未审结'] }),
  total: column('总计', 'total', { column: 'total', variants: ['合计', '共计', '小计'] }),
});

export const reviews = row('行政复议', 'administrative reviews', disputeOutcomes, { law: '50(三), 51' });

export const lawsuits = group('LawsuitFigures', '行政诉讼', 'lawsuits', {
  direct: row('未经复议直接起诉', 'filed without a review', disputeOutcomes, { law: '50(三), 51' }),
  afterReview: row('复议后起诉', 'filed after a review', disputeOutcomes, { law: '50(三), 51' }),
  subtotal: subtotal('all lawsuits', disputeOutcomes),
});

export const disputesHeading = '政府信息公开行政复议、行政诉讼情况';
