/** The examples of GraphiQL, on the seeds: each is answered, and none with nothing but zeros. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { engines } from '../engines.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

const folder = new URL('../../src/graphiql/examples/', import.meta.url);
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .sort();

const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
/** The sample values that stand beside the query. */
function variablesOf(file: string): Record<string, unknown> | undefined {
  const beside = file.replace(/\.graphql$/u, '.variables.json');
  if (!existsSync(new URL(beside, folder))) return undefined;
  return JSON.parse(textOf(beside)) as Record<string, unknown>;
}

/** The numbers of an answer, wherever they stand. */
function* numbersIn(value: unknown): Iterable<number> {
  if (typeof value === 'number') yield value;
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* numbersIn(one);
}

test('there are some for each kind of user, each with a title in both languages', () => {
  const kinds = examples.map((file) => file.split('/')[0]);
  for (const kind of ['dashboard', 'oversight', 'analyst'])
    expect(kinds.filter((one) => one === kind).length).toBeGreaterThanOrEqual(4);
  for (const file of examples) expect(textOf(file)).toMatch(/^# [A-Z].*\n# \p{Script=Han}.*\nquery [A-Z]/u);
});

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, []);
    await loadSeeds(held.database);
  });
  afterAll(() => held.close());

  test.each(examples)('%s', async (file) => {
    const [query, variables] = [textOf(file), variablesOf(file)];
    const { data, errors } = await held.ask(query, variables);
    expect(errors).toBeUndefined();
    const numbers = [...numbersIn(data)];
    const telling = numbers.filter((number) => Math.abs(number) > 1);
    if (!file.includes('definitions')) expect(telling.length).toBeGreaterThan(3);
    expect(await held.askInProcess(query, variables)).toEqual({ data });
  });

  test('applications per district are those of the published reports', async () => {
    const { data } = await held.ask(textOf('dashboard/1-applications-per-district.graphql'), { year: 2023 });
    const { nodes } = data?.['statistics'] as {
      nodes: { key: { division: { code: string } }; figures: { applications: { received: { total: number } } } }[];
    };
    const received = Object.fromEntries(
      nodes.map(({ key, figures }) => [key.division.code, figures.applications.received.total]),
    );
    expect(received).toMatchObject({ '320813': 21, '320831': 143, '350128': 81 });
  });
});
