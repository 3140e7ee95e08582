/** Counts of findings and of quarantine: of findings those that the list of them gives, of quarantine no more than counts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { quarantine } from '../../src/store/quarantine.js';
import { engines } from '../engines.js';
import { serviceHolding, loadSeeds, type Held } from './service.js';

interface Counted {
  rule: string;
  severity: string;
  findings: number;
  reports: number;
}
interface Found {
  nodes: { rule: string; severity: string; report: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, []);
    await loadSeeds(held.database);
  }, 60_000);
  afterAll(() => held.close());

  const data = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const answer = await held.ask(query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };

  /** Every finding, page by page. */
  async function all(where: unknown): Promise<Found['nodes']> {
    const nodes: Found['nodes'] = [];
    let after: string | null = null;
    do {
      const { findings } = (await data(
        `query ($where: FindingFilter, $after: String) { findings(where: $where, first: 100, after: $after) {
          nodes { rule severity report { id } } pageInfo { hasNextPage endCursor } } }`,
        { where, after },
      )) as { findings: Found };
      nodes.push(...findings.nodes);
      after = findings.pageInfo.hasNextPage ? findings.pageInfo.endCursor : null;
    } while (after !== null);
    return nodes;
  }

  test.each([
    ['all', {}],
    ['of a year and a division', { report: { year: { eq: 2024 }, division: { within: '350000' } } }],
    [
      'of a severity, with a condition',
      { severity: ['ERROR'], report: { measures: [{ measure: 'REVIEWS_TOTAL', gte: 1 }] } },
    ],
    ['of a rule that finds nothing', { rule: ['no-such-rule'] }],
  ])('findings are counted by rule and severity: %s', async (_, where) => {
    const { findingCounts } = (await data(
      'query ($where: FindingFilter) { findingCounts(where: $where) { rule severity findings reports } }',
      { where },
    )) as { findingCounts: Counted[] };
    const found = await all(where);
    const expected = new Map<string, { findings: number; reports: Set<string> }>();
    for (const { rule, severity, report } of found) {
      const key = `${severity} ${rule}`;
      const one = expected.get(key) ?? { findings: 0, reports: new Set() };
      one.findings += 1;
      one.reports.add(report.id);
      expected.set(key, one);
    }
    expect(
      Object.fromEntries(findingCounts.map(({ rule, severity, ...counts }) => [`${severity} ${rule}`, counts])),
    ).toEqual(
      Object.fromEntries(
        [...expected].map(([key, { findings, reports }]) => [key, { findings, reports: reports.size }]),
      ),
    );
    const order = findingCounts.map(({ severity, findings }) => [
      ['ERROR', 'WARNING', 'NOTE'].indexOf(severity),
      -findings,
    ]);
    expect(order).toEqual([...order].sort(([one = 0, few = 0], [other = 0, many = 0]) => one - other || few - many));
  });

  test('quarantine is counted by reason, and the answer is another when it is', async () => {
    const asked = '{ quarantine { reason documents } }';
    expect(await data(asked)).toEqual({ quarantine: [] });
    const before = (await held.get(asked)).headers.get('etag');
    const content = new TextEncoder().encode('made up');
    await quarantine(held.database, [
      { path: 'a.txt', reason: 'UNKNOWN_YEAR', message: 'found 20222', content },
      { path: 'b.txt', reason: 'UNKNOWN_YEAR', message: 'found 20222', content },
      { path: 'c.txt', reason: 'NOT_A_REPORT', message: 'no report', content },
    ]);
    expect(await data(asked)).toEqual({
      quarantine: [
        { reason: 'NOT_A_REPORT', documents: 1 },
        { reason: 'UNKNOWN_YEAR', documents: 2 },
      ],
    });
    expect((await held.get(asked)).headers.get('etag')).not.toBe(before);
  });
});
