/** docs/oversight.md: each query gives the answer beside it, on the seeds. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadSeeds, serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';

const text = readFileSync(new URL('../../docs/oversight.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```graphql\n(.*?)```\s*```json\n(.*?)```/gsu)].map(
  ([, query = '', answer = '']) => ({
    query,
    answer,
  }),
);

test('every query has its answer', () => {
  expect(examples.length).toBeGreaterThan(0);
  expect(examples.length).toBe([...text.matchAll(/```graphql\n/gu)].length);
});

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, []);
    await loadSeeds(held.database);
  });
  afterAll(() => held.close());

  test.each(examples)('$query', async ({ query, answer }) => {
    expect(await held.ask(query)).toEqual(JSON.parse(answer));
  });
});
