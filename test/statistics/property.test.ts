/** Any question about any small set of data is answered as by the oracle, on both engines alike, byte for byte. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { engines } from '../engines.js';
import { heldAndAsked } from '../oracle/generate.js';
import { expected, openApi, type Api } from './api.js';
import { described } from './described.js';

/** More of them on demand, as in GONGKAI_TEST_RUNS=2000; a seed that failed, as in GONGKAI_TEST_SEED=42. */
const numRuns = Number(process.env['GONGKAI_TEST_RUNS'] ?? 100);
const seed = process.env['GONGKAI_TEST_SEED'];

const apis: Api[] = [];
beforeAll(async () => {
  for (const engine of engines) apis.push(await openApi(engine));
}, 120_000);
afterAll(async () => {
  for (const api of apis) await api.close();
});

test(
  'any question about any data is answered as by the oracle, and byte for byte the same on both engines',
  async () => {
    await fc.assert(
      fc.asyncProperty(heldAndAsked, async ({ held, asked }) => {
        for (const api of apis) await api.hold(held);
        for (const { ask, wish } of asked) {
          const answer = expected(held, ask, wish);
          for (const api of apis) expect(await api.answer(ask, wish)).toEqual(answer);
          const [first, ...others] = await Promise.all(apis.map((api) => api.bytes(ask, wish)));
          for (const other of others) expect(other).toBe(first);
        }
      }),
      {
        numRuns,
        ...(seed !== undefined && { seed: Number(seed) }),
        reporter: ({ failed, counterexample, errorInstance, seed: failedSeed, numShrinks }) => {
          if (!failed) return;
          const example = counterexample === null ? '' : described(counterexample[0]);
          const cause = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
          throw new Error(`seed ${failedSeed}, after ${numShrinks} shrinks:\n${example}\n${cause}`);
        },
      },
    );
  },
  30 * 60_000,
);
