/** Sums that are kept in memory: they save statements, and never answer of another moment than the rest. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
    const server = database.server();
    const mark = server.mark.bind(server);
    server.mark = async () => {
      const read = await mark();
      server.mark = mark;
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

  test('what is written between two statements of an answer is in all of the answer', async () => {
    const busy = await serviceHolding(engine, received(...reports));
    try {
      const server = busy.database.server();
      const read = server.read.bind(server);
      server.read = async (statement) => {
        const rows = await read(statement);
        server.read = read;
        await load(busy.database, later);
        return rows;
      };
      const { data } = await busy.ask('{ reports { totalCount nodes { year } } }');
      expect(data).toEqual({ reports: { totalCount: 4, nodes: Array(4).fill({ year: 2022 }) } });
    } finally {
      await busy.close();
    }
  });
});
