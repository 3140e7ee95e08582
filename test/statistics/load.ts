/** Puts operations into a database, each at its own moment of receipt. */
import type { Database } from '../../src/store/database.js';
import type { Operation } from '../oracle/held.js';
import { receiveAll } from '../oracle/stored.js';

export async function load(database: Database, operations: readonly Operation[]): Promise<void> {
  await receiveAll(database, { operations });
}
