import type { CrossCheck } from '../cross-check.js';
import { copiedChapter } from './copied-chapter.js';
import { copiedFromLastYear } from './copied-from-last-year.js';
import { outlier } from './outlier.js';
import { yearChain } from './year-chain.js';

/** Every check of a report against those of its agency for the years before. */
export const crossChecks: readonly CrossCheck[] = [yearChain, copiedFromLastYear, outlier, copiedChapter];
