/** One among its peers: as filter and reduce over what is held say, on both engines, for any small set of data. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bases, qualities, type Basis, type Quality } from '../../src/store/question.js';
import { agencyPeers, divisionPeers } from '../../src/store/statistics/comparison.js';
import { measureNamed } from '../../src/template/measures.js';
import { serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';
import { divisionOf, upwardFrom } from '../oracle/divisions.js';
import { applications, litong, own, RECEIVED, received } from '../oracle/examples/made.js';
import { rateOver, sumOf, valueOver } from '../oracle/figures.js';
import { held as anyHeld } from '../oracle/generate.js';
import { stateOf, strictly } from '../oracle/quality.js';
import { groupsOf } from '../oracle/groups.js';
import type { Held as Operations } from '../oracle/held.js';
import { stateAt, type Agency, type CountedReport, type State } from '../oracle/state.js';
import { leafAt } from '../../src/template/figures.js';
import { storedWorld } from '../oracle/stored.js';
import { load } from '../statistics/load.js';
import { emptied } from './emptied.js';

interface Asked {
  year: number;
  basis: Basis;
  measures: string[];
  floor: number;
  quality: Quality;
  asOf: Date | null;
}
interface One {
  id: string;
  counted: readonly CountedReport[];
}

const volume = (one: One): number | null => sumOf(leafAt('applications.received.total'), one.counted);

function isSimilar(one: One, subject: One): boolean {
  const [a, b] = [volume(one), volume(subject)];
  return a !== null && b !== null && a >= b / 2 && a <= b * 2;
}

/** By the definitions beside Compared, over the peers with a report that counts. */
function compared(subject: One, peers: readonly One[], { measures, floor }: Asked) {
  const others = peers.filter((one) => one.id !== subject.id && one.counted.length > 0);
  const everybody = subject.counted.length > 0 ? [subject, ...others] : others;
  return {
    peers: others.length,
    measures: measures.map((name) => {
      const measure = measureNamed(name);
      const value = (one: One) => valueOver(measure, one.counted);
      const rate = (one: One) => (measure.kind === 'rate' ? rateOver(measure.rate, one.counted, floor) : null);
      const reliable = (one: One): boolean => rate(one)?.reliable ?? true;
      const ranked = everybody.filter((one) => value(one) !== null && reliable(one));
      const values = ranked.map((one) => value(one) ?? Number.NaN).sort((a, b) => a - b);
      const own = value(subject);
      const isRanked = ranked.includes(subject) && own !== null;
      const count = (holds: (one: number) => boolean): number => values.filter(holds).length;
      const quantile = (p: number): number | null => {
        const h = (values.length - 1) * p;
        const [low, high] = [values[Math.floor(h)], values[Math.floor(h) + 1]];
        return low === undefined ? null : high === undefined ? low : low + (h - Math.floor(h)) * (high - low);
      };
      const apart = others
        .filter((one) => value(one) !== null && !reliable(one))
        .sort((a, b) => (value(b) ?? 0) - (value(a) ?? 0) || (a.id < b.id ? -1 : 1));
      return {
        measure: name,
        value: own,
        denominator: rate(subject)?.denominator ?? null,
        reliable: reliable(subject),
        rank: isRanked ? 1 + count((one) => one > own) : null,
        tied: isRanked ? count((one) => one === own) - 1 : null,
        ranked: ranked.length,
        percentile: isRanked ? (count((one) => one < own) + count((one) => one === own) / 2) / ranked.length : null,
        lowerQuartile: quantile(0.25),
        median: quantile(0.5),
        upperQuartile: quantile(0.75),
        withoutValue: others.filter((one) => value(one) === null).length,
        apart: {
          totalCount: apart.length,
          nodes: apart.map((one) => ({ id: one.id, value: value(one), denominator: rate(one)?.denominator })),
        },
      };
    }),
  };
}

function ofAgency(state: State, id: string, peers: readonly string[], asked: Asked) {
  const scope = asked.basis === 'SUM_OF_AGENCIES' ? 'OWN' : 'CONSOLIDATED';
  const one = (agency: Agency): One => ({
    id: agency.id,
    counted: state.reports.filter(
      (report) =>
        report.agency === agency &&
        report.year === asked.year &&
        report.scope === scope &&
        (asked.quality !== 'STRICT' || report.valid),
    ),
  });
  const subject = state.agencies.find((agency) => agency.id === id);
  if (subject === undefined) return compared({ id, counted: [] }, [], asked);
  const above = ({ parent, division }: Agency): string =>
    state.agencies.find(({ name, division: of }) => name === parent?.name && of === parent.division)?.id ?? division;
  const alike: Record<string, (other: Agency) => boolean> = {
    SAME_TYPE: ({ type }) => type === subject.type,
    SAME_LEVEL: ({ division }) => divisionOf(division).level === divisionOf(subject.division).level,
    SAME_PARENT: (other) => above(other) === above(subject),
    SIMILAR_VOLUME: (other) => isSimilar(one(other), one(subject)),
  };
  return compared(
    one(subject),
    state.agencies.filter((other) => peers.every((peer) => alike[peer]?.(other))).map(one),
    asked,
  );
}

function ofDivision(state: State, code: string, peers: readonly string[], asked: Asked) {
  const one = (id: string): One => {
    const where = strictly({ division: { within: id }, year: { eq: asked.year } }, asked.quality);
    return { id, counted: groupsOf(state, { where, basis: asked.basis, groupBy: [] })[0]?.counted ?? [] };
  };
  const subject = one(code);
  const codes = [...new Set(state.agencies.flatMap(({ division }) => upwardFrom(division)))];
  const alike: Record<string, (other: One) => boolean> = {
    SAME_LEVEL: () => true,
    SAME_PARENT: ({ id }) => upwardFrom(id)[1] === upwardFrom(code)[1],
    SIMILAR_VOLUME: (other) => isSimilar(other, subject),
  };
  const level = codes.filter((id) => divisionOf(id).level === divisionOf(code).level).map(one);
  return compared(
    subject,
    level.filter((other) => peers.every((peer) => alike[peer]?.(other))),
    asked,
  );
}

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
  const plain = ({ peers, measures }: Answer): unknown => ({
    peers,
    measures: measures.map(({ apart: { totalCount, nodes }, ...rest }) => ({
      ...rest,
      apart: {
        totalCount,
        nodes: nodes.map(({ agency, division, value, denominator }) => ({
          id: (agency ?? division)?.id,
          value,
          denominator,
        })),
      },
    })),
  });

  test(
    'any agency and division in any data',
    () =>
      fc.assert(
        fc.asyncProperty(
          anyHeld,
          fc.record({
            year: fc.integer({ min: 2020, max: 2022 }),
            basis: fc.constantFrom(...bases),
            measures: fc.subarray(
              [
                'APPLICATIONS_RECEIVED_TOTAL',
                'DISCLOSURE_FEES_AMOUNT',
                'RATE_REFUSAL',
                'RATE_COMPLETION',
                'RATE_REVIEW',
              ],
              { minLength: 1 },
            ),
            floor: fc.constantFrom(0, 1, 3, 30),
            quality: fc.constantFrom(...qualities),
          }),
          fc.subarray([...agencyPeers], { minLength: 1 }),
          fc.subarray([...divisionPeers], { minLength: 1 }),
          fc.tuple(fc.nat(30), fc.nat(3), fc.option(fc.nat(40))),
          async (operations: Operations, of, ofAgencies, ofDivisions, [nth, up, at]) => {
            await emptied(held.database);
            await load(held.database, operations.operations);
            const receipt = at === null ? undefined : operations.operations[at % operations.operations.length]?.at;
            const now = stateAt(operations, null, storedWorld);
            // Mostly one of which a report counts.
            const report = up === 3 ? undefined : now.reports[nth % Math.max(1, now.reports.length)];
            const agency = report?.agency ?? now.agencies[nth % now.agencies.length];
            if (agency === undefined) return;
            const asked: Asked = {
              ...of,
              ...(report && {
                year: report.year,
                basis: report.scope === 'OWN' ? 'SUM_OF_AGENCIES' : 'PUBLISHED_CONSOLIDATED',
              }),
              asOf: receipt === undefined ? null : new Date(receipt),
            };
            const state = stateOf(stateAt(operations, asked.asOf, storedWorld), asked.quality);
            expect(plain(await comparison('agency', { of: agency.id, ...asked, peers: ofAgencies }))).toEqual(
              ofAgency(state, agency.id, ofAgencies, asked),
            );
            const code = upwardFrom(agency.division)[up] ?? agency.division;
            expect(plain(await comparison('division', { of: code, ...asked, peers: ofDivisions }))).toEqual(
              ofDivision(state, code, ofDivisions, asked),
            );
          },
        ),
        { numRuns: 60 },
      ),
    300_000,
  );

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
