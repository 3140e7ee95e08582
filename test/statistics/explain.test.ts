/** Page by page, the reports behind a figure are those that were added up: their sum is the figure, on both engines. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenPerWanYuan } from '../../src/template/amount.js';
import { measureNamed } from '../../src/template/measures.js';
import { engines } from '../engines.js';
import type { Answer, AnsweredRow, Ask, Side } from '../oracle/ask.js';
import type { Explanation } from '../oracle/contributions.js';
import { heldAndAsked } from '../oracle/generate.js';
import { type Result } from '../oracle/query.js';
import { expected, openApi, type Api } from './api.js';
import { described } from './described.js';

const numRuns = Number(process.env['GONGKAI_TEST_RUNS'] ?? 40);
const seed = process.env['GONGKAI_TEST_SEED'];
const pageSize = 2;

const apis: Api[] = [];
beforeAll(async () => {
  for (const engine of engines) apis.push(await openApi(engine));
}, 120_000);
afterAll(async () => {
  for (const api of apis) await api.close();
});

function rowsOf(answer: Answer): AnsweredRow[] {
  if ('rows' in answer) return answer.rows ?? [];
  return 'published' in answer ? [answer.published, answer.agencies] : [];
}

/** The connections of the answer, in the order of its rows. */
function connectionsIn(value: unknown): { pageInfo: { hasNextPage: boolean; endCursor: string | null } }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('pageInfo' in value && 'figure' in value) return [value as ReturnType<typeof connectionsIn>[number]];
  return Object.values(value).flatMap(connectionsIn);
}

const sides: readonly Side[] = ['published', 'agencies'];

/** Each row's reports, page after page. */
async function collected(api: Api, ask: Ask, of: string): Promise<(Explanation | undefined)[]> {
  const first = rowsOf(await api.answer(ask, { explained: { of, first: pageSize } })).map(({ explained }) => explained);
  for (const [at, explanation] of first.entries()) {
    const side = ask.kind === 'reconciliation' ? sides[at] : undefined;
    let after: string | null = null;
    for (;;) {
      const wish = { explained: { of, first: pageSize, after, side } };
      const [raw = ''] = await api.pages(ask, wish);
      const page = connectionsIn((JSON.parse(raw) as Result).data).at(side === undefined ? at : 0);
      if (after !== null)
        explanation?.reports.push(...(rowsOf(await api.answer(ask, wish))[at]?.explained?.reports ?? []));
      if (page?.pageInfo.hasNextPage !== true) break;
      after = page.pageInfo.endCursor;
    }
  }
  return first;
}

const addedUp = (values: (number | null)[]): number | null =>
  values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

function assertSum({ unit, kind }: { unit: string; kind: string }, explanation: Explanation): void {
  const { reports, figure, numerator, denominator } = explanation;
  const exact = (value: number | null): number | null =>
    value === null || unit !== 'WAN_YUAN' ? value : Math.round(value * fenPerWanYuan);
  if (kind === 'rate') {
    expect(addedUp(reports.map((one) => one.numerator))).toBe(numerator);
    expect(addedUp(reports.map((one) => one.denominator))).toBe(denominator);
  } else expect(addedUp(reports.map((one) => exact(one.figure)))).toBe(exact(figure));
}

test(
  'the sum of all pages is the figure of the row, and they are the reports of the oracle in its order',
  async () => {
    let explainedReports = 0;
    await fc.assert(
      fc.asyncProperty(heldAndAsked, async ({ held, asked }) => {
        for (const api of apis) await api.hold(held);
        for (const { ask: paged, wish } of asked) {
          const ask = 'page' in paged ? { ...paged, page: null } : paged;
          const of = wish.explained?.of ?? 'APPLICATIONS_RECEIVED_TOTAL';
          const rows = rowsOf(expected(held, ask, { explained: { of } })).map(({ explained }) => explained);
          for (const api of apis) {
            const answer = await collected(api, ask, of);
            expect(answer).toEqual(rows);
            for (const explanation of answer) if (explanation) assertSum(measureNamed(of), explanation);
          }
          explainedReports += rows.reduce((sum, row) => sum + (row?.reports.length ?? 0), 0);
        }
      }),
      {
        numRuns,
        ...(seed !== undefined && { seed: Number(seed) }),
        reporter: ({ failed, counterexample, errorInstance, seed: failedSeed, counterexamplePath, numShrinks }) => {
          if (!failed) return;
          const example = counterexample === null ? '' : described(counterexample[0]);
          const cause = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
          throw new Error(
            `seed ${failedSeed}, path ${counterexamplePath}, after ${numShrinks} shrinks:\n${example}\n${cause}`,
          );
        },
      },
    );
    expect(explainedReports).toBeGreaterThan(0);
  },
  30 * 60_000,
);
