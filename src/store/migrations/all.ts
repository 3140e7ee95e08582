import { First1764028800000 } from './1764028800000-first.js';
import { Rollups1764288000000 } from './1764288000000-rollups.js';

/** Oldest first. A migration imports nothing of ours and stays as written. */
export const migrations = [First1764028800000, Rollups1764288000000];
