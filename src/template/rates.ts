/** The rates, each defined once. Every term is a leaf of Figures; of table 三 the cell of 总计. */
import { leafAt, type Figures, type Leaf, type LeafPath } from './figures.js';
import { sum } from './sum.js';

export interface Rate {
  /** The field of the contract's Rates. */
  key: string;
  label: string;
  english: string;
  numerator: readonly Leaf[];
  denominator: readonly Leaf[];
  /** All leaves that a report must state to stand in the rate. */
  terms: readonly Leaf[];
  formula: string;
  /** What it cannot say; empty where the formula says all. */
  remark: string;
}

interface RateWords {
  label: string;
  english: string;
  numerator: readonly LeafPath[];
  denominator: readonly LeafPath[];
  /** What it cannot say. */
  remark?: string;
}

function rate(key: string, { label, english, numerator, denominator, remark = '' }: RateWords): Rate {
  const side = (paths: readonly LeafPath[]): string => (paths.length > 1 ? `(${paths.join(' + ')})` : paths.join(''));
  return {
    key,
    label,
    english,
    numerator: numerator.map(leafAt),
    denominator: denominator.map(leafAt),
    terms: [...new Set([...numerator, ...denominator])].map(leafAt),
    formula: `${side(numerator)} / ${side(denominator)}`,
    remark,
  };
}

const answered = ['applications.results.total.total'] as const;
const reviewsDecided = ['reviews.upheld', 'reviews.corrected', 'reviews.otherOutcome'] as const;
const lawsuitsDecided = [
  'lawsuits.subtotal.upheld',
  'lawsuits.subtotal.corrected',
  'lawsuits.subtotal.otherOutcome',
] as const;

/** A lawsuit after a review is about an answer that stands among the reviews already. */
const contested = ['reviews.total', 'lawsuits.direct.total'] as const;

/** In the order of the contract's Rates, then those beyond it. */
export const rates: readonly Rate[] = Object.entries({
  disclosure: {
    label: '公开率',
    english: 'share of the answers that disclosed all or part',
    numerator: ['applications.results.disclosed.total', 'applications.results.partiallyDisclosed.total'],
    denominator: answered,
  },
  refusal: {
    label: '不予公开率',
    english: 'share of the answers that refused to disclose',
    numerator: ['applications.results.notDisclosed.subtotal.total'],
    denominator: answered,
  },
  unableToProvide: {
    label: '无法提供率',
    english: 'share of the answers that could not provide the information',
    numerator: ['applications.results.unableToProvide.subtotal.total'],
    denominator: answered,
  },
  notProcessed: {
    label: '不予处理率',
    english: 'share of the applications that were not processed',
    numerator: ['applications.results.notProcessed.subtotal.total'],
    denominator: answered,
  },
  completion: {
    label: '办结率',
    english: 'share of the applications on hand that were finished within the year',
    numerator: answered,
    denominator: ['applications.received.total', 'applications.carriedOverFromLastYear.total'],
  },
  review: {
    label: '复议率',
    english: 'administrative reviews per answer',
    numerator: ['reviews.total'],
    denominator: answered,
  },
  reviewUpheld: {
    label: '复议维持率',
    english: 'share of the decided reviews that upheld the answer',
    numerator: ['reviews.upheld'],
    denominator: reviewsDecided,
  },
  reviewCorrected: {
    label: '复议纠正率',
    english: 'share of the decided reviews that corrected the answer',
    numerator: ['reviews.corrected'],
    denominator: reviewsDecided,
  },
  lawsuit: {
    label: '诉讼率',
    english: 'lawsuits per answer',
    numerator: ['lawsuits.subtotal.total'],
    denominator: answered,
  },
  lawsuitCorrected: {
    label: '诉讼纠正率',
    english: 'share of the decided lawsuits that corrected the answer',
    numerator: ['lawsuits.subtotal.corrected'],
    denominator: lawsuitsDecided,
  },
  contested: {
    label: '复议诉讼率',
    english: 'reviews and lawsuits without a review before, per answer',
    numerator: contested,
    denominator: answered,
    remark:
      'Cases are counted in the year that the form lists them, which need not be that of the answer; lawsuits after a review are among the reviews already. 案件年度与答复年度未必相同。',
  },
  contestedPerRefusal: {
    label: '复议诉讼与不予公开之比',
    english: 'reviews and lawsuits without a review before, per refusal',
    numerator: contested,
    denominator: ['applications.results.notDisclosed.subtotal.total'],
    remark:
      'A ratio, not a share of the refusals, and it can exceed 1: the form does not say which answers the cases are about, and answers of every other kind are contested too. 年报不区分案件所针对的答复种类，本比值可大于1。',
  },
  corrected: {
    label: '最终纠正率',
    english: 'corrections by review or lawsuit per answer',
    numerator: ['reviews.corrected', 'lawsuits.subtotal.corrected'],
    denominator: answered,
    remark:
      'An answer corrected in a review and again in the lawsuit after it counts twice, and the year of a case need not be that of the answer; cases not yet decided are not counted as corrected. 同一答复先后被复议和诉讼纠正的计两次；尚未审结的不计。',
  },
} satisfies Record<string, RateWords>).map(([key, words]) => rate(key, words));

export interface RateValue {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** One report's own rate: null throughout unless the report states every term. */
export function rateOf({ numerator, denominator, terms }: Rate, figures: Figures): RateValue {
  if (terms.some((leaf) => leaf.in(figures) === null)) return { value: null, numerator: null, denominator: null };
  const over = (leaves: readonly Leaf[]): number => sum(leaves.map((leaf) => leaf.in(figures))) ?? 0;
  return ratio(over(numerator), over(denominator));
}

/** value is null where the denominator is zero or null. */
export function ratio(numerator: number | null, denominator: number | null): RateValue {
  const value = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return { value, numerator, denominator };
}
