/** One among its peers: ties, what stands apart, who is similar. What is asked of any data: test/statistics/property.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';
import { applications, litong, own, RECEIVED, received } from '../oracle/examples/made.js';
import { storedWorld } from '../oracle/stored.js';
import { load } from '../statistics/load.js';
import { emptied } from './emptied.js';

const numbers =
  'measure value denominator reliable rank tied ranked percentile lowerQuartile median upperQuartile withoutValue';
const query = (kind: 'agency' | 'division', argument: string, peers: string): string =>
  `query($of: ID!, $year: Int!, $measures: [Measure!]!, $peers: [${peers}!], $basis: StatisticsBasis, $floor: Int, $quality: Quality, $asOf: DateTime, $first: Int, $after: String) {
    ${kind}(${argument}: $of) { comparison(year: $year, measures: $measures, peers: $peers, basis: $basis, floor: $floor, quality: $quality, asOf: $asOf) {
      year peers measures { ${numbers} apart(first: $first, after: $after) { totalCount pageInfo { endCursor }
        nodes { value denominator ${kind === 'agency' ? 'agency { id }' : 'division { id: code }'} } } } } } }`;
const queries = {
  agency: query('agency', 'id', 'AgencyPeers'),
  division: query('division', 'code', 'DivisionPeers'),
};

interface Answer {
  year: number;
  peers: number;
  measures: (Record<string, unknown> & {
    apart: {
      totalCount: number;
      pageInfo: { endCursor: string | null };
      nodes: { value: number; denominator: number; agency?: { id: string }; division?: { id: string } }[];
    };
  })[];
}

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, [], { statementTimeout: 20_000, requestTimeout: 60_000 });
  });
  afterAll(() => held.close());

  async function comparison(kind: 'agency' | 'division', variables: Record<string, unknown>): Promise<Answer> {
    const { data, errors } = await held.askInProcess(queries[kind], variables);
    expect(errors).toBeUndefined();
    return (JSON.parse(JSON.stringify(data)) as Record<typeof kind, { comparison: Answer }>)[kind].comparison;
  }
  test('ties share a rank, and what is not reliable stands apart, in pages', async () => {
    await emptied(held.database);
    const refused = (answers: number) => ({
      'applications.results.total.total': answers,
      'applications.results.notDisclosed.stateSecret.total': 1,
    });
    const [first, ...others] = [litong.education, litong.police, litong.statistics, litong.audit];
    await load(
      held.database,
      received(
        own(litong.education, 2021, { ...applications(5), ...refused(40) }),
        own(litong.police, 2021, { ...applications(5), ...refused(10) }),
        own(litong.statistics, 2021, { ...applications(11), ...refused(20) }),
        own(litong.audit, 2021, { ...applications(1) }),
      ),
    );
    expect(others).toHaveLength(3);
    const of = storedWorld.agencyId(first.division, first.name);
    const asked = { of, year: 2021, measures: [RECEIVED, 'RATE_REFUSAL'], peers: ['SAME_LEVEL'] };
    const answer = await comparison('agency', { ...asked, first: 1 });
    expect(answer).toMatchObject({
      peers: 3,
      measures: [
        {
          value: 5,
          reliable: true,
          rank: 2,
          tied: 1,
          ranked: 4,
          percentile: 0.5,
          median: 5,
          lowerQuartile: 4,
          upperQuartile: 6.5,
        },
        {
          value: 1 / 40,
          denominator: 40,
          rank: 1,
          ranked: 1,
          percentile: 0.5,
          withoutValue: 1,
          apart: { totalCount: 2, nodes: [{ value: 0.1 }] },
        },
      ],
    });
    const after = answer.measures[1]?.apart.pageInfo.endCursor;
    const alone = { ...asked, measures: ['RATE_REFUSAL'] };
    const next = await comparison('agency', {
      ...alone,
      first: 1,
      after: (await comparison('agency', { ...alone, first: 1 })).measures[0]?.apart.pageInfo.endCursor,
    });
    expect(next.measures[0]?.apart.nodes).toMatchObject([{ value: 0.05, denominator: 20 }]);
    const { errors } = await held.askInProcess(queries.agency, { ...alone, floor: 25, after });
    expect(errors?.[0]?.extensions?.['code']).toBe('INVALID_CURSOR');
    // 11 is more than twice 5, 1 less than half of it.
    const { peers } = await comparison('agency', { ...asked, peers: ['SIMILAR_VOLUME'] });
    expect(peers).toBe(1);
    const empty = await held.askInProcess(queries.agency, { ...asked, peers: [] });
    expect(empty.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  test('of similar volume are those from half to twice as much', async () => {
    await emptied(held.database);
    const volumes = [10, 5, 20, 4, 21];
    const agencies = [litong.education, litong.police, litong.statistics, litong.audit, litong.government];
    await load(held.database, received(...agencies.map((one, at) => own(one, 2021, applications(volumes[at] ?? 0)))));
    const of = storedWorld.agencyId(litong.education.division, litong.education.name);
    const asked = { of, year: 2021, measures: [RECEIVED], peers: ['SIMILAR_VOLUME'] };
    expect(await comparison('agency', asked)).toMatchObject({
      peers: 2,
      measures: [{ rank: 2, ranked: 3, median: 10 }],
    });
  });
});
