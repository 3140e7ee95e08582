import { First1764028800000 } from './1764028800000-first.js';

/** Oldest first. A migration imports nothing of ours and stays as written. */
export const migrations = [First1764028800000];
