/** An example worked out by hand: what is held, what is asked, and what the sentence of STATISTICS makes of it. */
import type { Answer, Ask, Wish } from '../ask.js';
import type { Operation } from '../held.js';

export interface Example {
  name: string;
  /** The words of STATISTICS (or of the contract) that the example holds the answer to. */
  sentence: string;
  operations: readonly Operation[];
  ask: Ask;
  wish: Wish;
  expected: Answer;
}
