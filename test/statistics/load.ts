/** Puts what the oracle's examples and data sets hold into a database, each operation at its own moment of receipt. */
import { agencyTypeOf } from '../../src/report/agency-type-of.js';
import type { RegisterLine } from '../../src/report/register-json.js';
import type { Database } from '../../src/store/database.js';
import { receive } from '../../src/store/intake.js';
import { NotFound } from '../../src/store/not-found.js';
import { register } from '../../src/store/register.js';
import { withdraw } from '../../src/store/withdraw.js';
import type { Operation, RegisterLine as MadeUpLine } from '../oracle/held.js';

export async function load(database: Database, operations: readonly Operation[]): Promise<void> {
  for (const operation of operations) {
    const clock = (): number => operation.at;
    if (operation.kind === 'report') {
      const [outcome] = await receive(database, [{ report: operation.report }], clock);
      if (outcome?.status === 'failed') throw outcome.error;
    } else if (operation.kind === 'register') {
      const [outcome] = await register(database, [lineOf(operation.line)], clock);
      if (outcome?.status === 'failed') throw outcome.error;
    } else {
      await withdraw(database, operation, clock).catch((error: unknown) => {
        // Nothing to withdraw: nothing changes.
        if (!(error instanceof NotFound)) throw error;
      });
    }
  }
}

/** The line as it is read from JSON. */
function lineOf(line: MadeUpLine): RegisterLine {
  if (line.register === 'complete') return { ...line, from: line.from ?? 2008 };
  return {
    register: 'agency',
    division: line.division,
    name: line.name,
    type: line.type ?? agencyTypeOf(line.name),
    existsFrom: line.existsFrom ?? null,
    existsTo: line.existsTo ?? null,
    parent: line.parent ?? null,
    formerNames: (line.formerNames ?? []).map(({ name, division, until }) => ({
      name,
      division: division ?? line.division,
      until: until ?? null,
    })),
  };
}
