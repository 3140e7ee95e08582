/** The examples of GraphiQL, on the seeds: each is answered, and none with nothing but zeros. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { engines } from '../engines.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

const folder = new URL('../../src/graphiql/examples/', import.meta.url);
const examples = readdirSync(folder).sort();

/** The numbers of an answer, wherever they stand. */
function* numbersIn(value: unknown): Iterable<number> {
  if (typeof value === 'number') yield value;
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* numbersIn(one);
}

test('there are eight at least', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
});

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, []);
    await loadSeeds(held.database);
  });
  afterAll(() => held.close());

  test.each(examples)('%s', async (file) => {
    const query = readFileSync(new URL(file, folder), 'utf8');
    const { data, errors } = await held.ask(query);
    expect(errors).toBeUndefined();
    const numbers = [...numbersIn(data)];
    if (!file.includes('definitions')) expect(numbers.filter((number) => number > 1).length).toBeGreaterThan(3);
    expect(await held.askInProcess(query)).toEqual({ data });
  });

  test('applications per district are those of the published reports', async () => {
    const { data } = await held.ask(readFileSync(new URL('01-applications-per-district.graphql', folder), 'utf8'));
    const { nodes } = data?.['statistics'] as {
      nodes: { key: { division: { code: string } }; figures: { applications: { received: { total: number } } } }[];
    };
    const received = Object.fromEntries(
      nodes.map(({ key, figures }) => [key.division.code, figures.applications.received.total]),
    );
    expect(received).toMatchObject({ '320813': 21, '320831': 143, '350128': 81 });
  });
});
