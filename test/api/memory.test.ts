/** Sums that are kept in memory: they save statements, and never answer of another moment than the rest. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDataVersion } from '../../src/store/database.js';
import { engines } from '../engines.js';
import { applications, litong, own, received } from '../oracle/examples/made.js';
import { load, serviceHolding, type Held } from './service.js';

const reports = [litong.education, litong.police, litong.statistics].map((one) => own(one, 2022, applications(3)));
const later = received(own(litong.audit, 2022, applications(3)));

const total = `statistics(where: { division: { within: "640302" }, year: { eq: 2022 } }) {
  nodes { reports coverage { expected } figures { applications { received { total } } } }
}`;
/** What lies below the key is read from the database, after the sums. */
const districts = `districts: statistics(groupBy: [DISTRICT], where: { year: { eq: 2022 } }) {
  nodes { reports key { division { agencies { totalCount } } } }
}`;

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, received(...reports));
    for (let time = 0; time < 20; time++) await held.ask(`{ ${total} ${districts} }`);
  });
  afterAll(() => held.close());

  test('a total that is asked for often takes the statement that reads the version', async () => {
    const before = held.database.statements;
    const { data } = await held.ask(`{ ${total} }`);
    expect(held.database.statements - before).toBe(1);
    expect(data).toMatchObject({ statistics: { nodes: [{ reports: 3, coverage: { expected: 3 } }] } });
  });

  test('what changes while a question is answered is in all of the answer', async () => {
    const { database } = held;
    const version = (): Promise<string> => readDataVersion(database);
    database.version = async () => {
      const read = await version();
      database.version = version;
      await load(database, later);
      return read;
    };
    const { data } = await held.ask(`{ ${total} ${districts} }`);
    expect(data).toMatchObject({
      statistics: { nodes: [{ reports: 4 }] },
      districts: { nodes: [{ reports: 4, key: { division: { agencies: { totalCount: 4 } } } }] },
    });
  });

  test('what has changed since is in the next answer', async () => {
    const { data } = await held.ask(`{ ${total} }`);
    expect(data).toMatchObject({
      statistics: { nodes: [{ reports: 4, figures: { applications: { received: { total: 12 } } } }] },
    });
  });
});
