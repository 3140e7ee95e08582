/**
 * Any question about any small set of data is answered as by the oracle, on both engines alike, byte for byte. A
 * comparison is the answer of one engine to one question, held against the oracle's. `npm run test:oracle` makes more
 * of them than the tests do.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { engines } from '../engines.js';
import { heldAndUpTo, type Asking } from '../oracle/generate.js';
import type { Held } from '../oracle/held.js';
import { answerOf, expected, openApi, startServer, type Api } from './api.js';
import { described } from './described.js';

/** So many as in GONGKAI_TEST_COMPARISONS=100000, from a seed on as in GONGKAI_TEST_SEED=42. */
const wanted = Number(process.env['GONGKAI_TEST_COMPARISONS'] ?? 3000);
const firstSeed = Number(process.env['GONGKAI_TEST_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));
const isTelling = process.env['GONGKAI_TEST_PROGRESS'] === '1';

/** Sets of data with one seed: a seed that failed is soon asked again. */
const setsOfOneSeed = 10;
const questionsOfOneSet = 100;
/** Questions at once: one engine works while the other's answer is looked at. */
const atOnce = 4;

let server: Awaited<ReturnType<typeof startServer>> | undefined;
const apis: Api[] = [];
beforeAll(async () => {
  server = await startServer();
  for (const engine of engines) apis.push(await openApi(engine, server));
}, 120_000);
afterAll(async () => {
  for (const api of apis) await api.close();
  await server?.stop();
});

let comparisons = 0;
const asked: Record<string, number> = {};

async function assertAnswered(held: Held, { ask, wish }: Asking): Promise<void> {
  const all = await Promise.all(apis.map((api) => api.pages(ask, wish)));
  const answer = expected(held, ask, wish);
  for (const pages of all) {
    expect(answerOf(ask, wish, pages)).toEqual(answer);
    expect(pages).toEqual(all[0]);
    comparisons++;
  }
  asked[ask.kind] = (asked[ask.kind] ?? 0) + 1;
}

let hasFailed = false;
const isAnsweredAlike = fc.asyncProperty(heldAndUpTo(questionsOfOneSet), async ({ held, asked }) => {
  await Promise.all(apis.map((api) => api.hold(held)));
  try {
    for (let from = 0; from < asked.length; from += atOnce)
      await Promise.all(asked.slice(from, from + atOnce).map((asking) => assertAnswered(held, asking)));
  } catch (error) {
    if (isTelling && !hasFailed) process.stderr.write(`A difference, to be made smaller: ${String(error)}\n`);
    hasFailed = true;
    throw error;
  }
});

test(
  'any question about any data is answered as by the oracle, and byte for byte the same on both engines',
  async () => {
    const started = Date.now();
    let seed = firstSeed;
    const tell = (): void => {
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stderr.write(
        `${comparisons} of ${wanted} comparisons after ${seconds} s, seeds ${firstSeed} to ${seed}\n`,
      );
    };
    for (; comparisons < wanted; seed++) {
      await fc.assert(isAnsweredAlike, {
        seed,
        numRuns: setsOfOneSeed,
        reporter: ({ failed, counterexample, errorInstance, numShrinks }) => {
          if (!failed) return;
          const example = counterexample === null ? '' : described(counterexample[0]);
          const cause = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
          throw new Error(`GONGKAI_TEST_SEED=${seed}, after ${numShrinks} shrinks:\n${example}\n${cause}`);
        },
      });
      if (isTelling) tell();
    }
    if (isTelling) process.stderr.write(`questions: ${JSON.stringify(asked)}\n`);
    expect(comparisons).toBeGreaterThanOrEqual(wanted);
  },
  5 * 60 * 60_000,
);
