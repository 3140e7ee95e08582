import { First1764028800000 } from './1764028800000-first.js';
import { Rollups1764288000000 } from './1764288000000-rollups.js';
import { AgencyBigrams1764460800000 } from './1764460800000-agency-bigrams.js';
import { IndexesOfQuestions1764547200000 } from './1764547200000-indexes-of-questions.js';
import { Changes1764633600000 } from './1764633600000-changes.js';
import { SumsOfUndividedRows1764720000000 } from './1764720000000-sums-of-undivided-rows.js';

/** Oldest first. A migration imports nothing of ours and stays as written. */
export const migrations = [
  First1764028800000,
  Rollups1764288000000,
  AgencyBigrams1764460800000,
  IndexesOfQuestions1764547200000,
  Changes1764633600000,
  SumsOfUndividedRows1764720000000,
];
