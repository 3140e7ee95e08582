/** The same operations on a database: what the oracle knows of, received by the store one after the other. */
import { agencyTypeOf } from '../../src/report/agency-type-of.js';
import { checkReport } from '../../src/report/check-report.js';
import type { RegisterLine } from '../../src/report/register-json.js';
import type { Database } from '../../src/store/database.js';
import { agencyId } from '../../src/store/ids.js';
import { receive } from '../../src/store/intake.js';
import { NotFound } from '../../src/store/not-found.js';
import { register } from '../../src/store/register.js';
import { withdraw } from '../../src/store/withdraw.js';
import type { Held, Operation, RegisterLine as LineOfOracle } from './held.js';
import type { World } from './world.js';

/** Ids and types as the program gives them. */
export const storedWorld: World = {
  agencyId,
  typeOf: agencyTypeOf,
  hasError: (report) => checkReport(report).some(({ severity }) => severity === 'ERROR'),
};

/** Answers with what the database holds: a withdrawal of what is not there is none. */
export async function receiveAll(database: Database, { operations }: Held): Promise<Held> {
  const held: Operation[] = [];
  for (const operation of operations) if (await receiveOne(database, operation)) held.push(operation);
  return { operations: held };
}

/** Whether there was anything to do. */
export async function receiveOne(database: Database, operation: Operation): Promise<boolean> {
  const clock = () => operation.at;
  if (operation.kind === 'report') {
    const [outcome] = await receive(database, [{ report: operation.report }], clock);
    if (outcome?.status === 'failed') throw outcome.error;
  } else if (operation.kind === 'register') {
    const [outcome] = await register(database, [lineOf(operation.line)], clock);
    if (outcome?.status === 'failed') throw outcome.error;
  } else {
    const { division, agency, year, scope } = operation;
    try {
      await withdraw(database, { division, agency, year, scope }, clock);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return false;
    }
  }
  return true;
}

function lineOf(line: LineOfOracle): RegisterLine {
  if (line.register === 'complete') return { ...line, from: line.from ?? 2000 };
  const { division, name, type, existsFrom, existsTo, parent, formerNames } = line;
  return {
    register: 'agency',
    division,
    name,
    type: type ?? agencyTypeOf(name),
    existsFrom: existsFrom ?? null,
    existsTo: existsTo ?? null,
    parent: parent ?? null,
    formerNames: (formerNames ?? []).map((former) => ({
      name: former.name,
      division: former.division ?? division,
      until: former.until ?? null,
    })),
  };
}
