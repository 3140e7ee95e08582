/**
 * The documents say what is so: each query gives the answer beside it, on the seeds and on both engines, and by the
 * statements that are kept with it. Where these have changed, `GONGKAI_WRITE_DOCS=1 npm test -- test/documented` writes
 * the new ones, to be read before they are kept.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSeeds, serviceHolding, type Held } from './api/service.js';
import { documented, rewrite } from './documented.js';
import { engines } from './engines.js';
import { keepPlan, keptPlan, planOfAnswer } from './plans.js';

const documents = ['queries.md', 'quality.md'];
const isWriting = process.env['GONGKAI_WRITE_DOCS'] === '1';

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, []);
    await loadSeeds(held.database);
  });
  afterAll(() => held.close());

  describe.each(documents)('docs/%s', (name) => {
    if (isWriting)
      test('is written', async () => {
        const answers: unknown[] = [];
        for (const { query, variables } of documented(name)) {
          const answer = await held.ask(query, variables);
          expect(answer.errors).toBeUndefined();
          answers.push(answer);
        }
        rewrite(name, answers);
      });

    const examples = documented(name).map((example) => [`${example.heading}: ${example.query}`, example] as const);
    test.each(examples)('%s', async (_, { query, variables, answer }) => {
      if (!isWriting) expect(await held.ask(query, variables)).toEqual(answer);
    });
  });

  describe('docs/queries holds the statements that answer', () => {
    const numbered = documented('queries.md').map((example, at) => ({ ...example, number: at + 1 }));
    test.each(numbered)('$number: $heading', async ({ number, query, variables }) => {
      const name = `${String(number).padStart(2, '0')}.${engine.name.toLowerCase()}.sql`;
      const plan = await planOfAnswer(held.url, query, variables);
      if (isWriting) keepPlan(name, plan);
      else expect(plan).toBe(keptPlan(name));
    });
  });
});
