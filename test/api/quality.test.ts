/** Cursors belong to the quality that they were given for; as reported is what is answered without it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../engines.js';
import { rowAt } from '../../src/template/figures.js';
import { applications, hongsibao, litong, own, RECEIVED, received, receivedTotal } from '../oracle/examples/made.js';
import { serviceHolding, type Held } from './service.js';

/** Of the first the total is wrong, and each lacks what a reliable rate stands on. */
const refusals = { 'applications.results.notDisclosed.stateSecret.total': 1, 'applications.results.total.total': 4 };
const operations = received(
  own(litong.education, 2021, { ...refusals, [receivedTotal]: 3, 'applications.received.naturalPerson': 4 }),
  ...[litong.police, litong.audit, litong.statistics].map((one) => own(one, 2021, { ...refusals, ...applications(4) })),
);

interface Page {
  totalCount: number;
  pageInfo: { endCursor: string };
}
const lists: [string, (quality: string, more: string) => string, (data: never) => Page | undefined][] = [
  [
    'rows',
    (quality, more) =>
      `{ statistics(groupBy: [AGENCY], first: 1 ${quality} ${more}) { totalCount pageInfo { endCursor } } }`,
    ({ statistics }: { statistics: Page }) => statistics,
  ],
  [
    'reports behind a figure',
    (quality, more) =>
      `{ statistics(${quality || 'first: 100'}) { nodes { page: contributions(of: ${RECEIVED}, first: 1 ${more}) { totalCount pageInfo { endCursor } } } } }`,
    ({ statistics }: { statistics: { nodes: { page: Page }[] } }) => statistics.nodes[0]?.page,
  ],
  [
    'peers apart',
    (quality, more) =>
      `{ agencies(first: 1) { nodes { comparison(year: 2021, measures: [RATE_REFUSAL], peers: [SAME_LEVEL] ${quality}) {
        measures { apart(first: 1 ${more}) { totalCount pageInfo { endCursor } } } } } } }`,
    ({ agencies }: { agencies: { nodes: { comparison: { measures: { apart: Page }[] } }[] } }) =>
      agencies.nodes[0]?.comparison.measures[0]?.apart,
  ],
];

/** 其他处理 of which the undivided row's total is blank: its six say 2. The three say 5. */
const blank = own(hongsibao.education, 2022, {
  ...Object.fromEntries(
    rowAt('applications.results.otherHandling.undivided').cells.flatMap(({ path, columnKey }) =>
      columnKey === 'total' ? [] : [[path, columnKey === 'naturalPerson' ? 2 : 0] as const],
    ),
  ),
  'applications.results.otherHandling.other.total': 5,
});

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, [...operations, ...received(blank)]);
  });
  afterAll(() => held.close());

  test('a total that is filled stands for the sum, and its cell behind the figure', async () => {
    const query = (quality: string): string =>
      `{ statistics(where: { year: { eq: 2022 } }, quality: ${quality}) { nodes {
        contributions(of: APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL) { figure nodes { repaired cells { label number } } } } } }`;
    const answered = async (quality: string): Promise<unknown> => (await held.ask(query(quality))).data?.['statistics'];
    expect(await answered('REPAIRED')).toMatchObject({
      nodes: [
        {
          contributions: {
            figure: 2,
            nodes: [{ repaired: true, cells: [{ label: '（六）其他处理 · 总计', number: null }] }],
          },
        },
      ],
    });
    expect(await answered('AS_REPORTED')).toMatchObject({
      nodes: [{ contributions: { figure: 5, nodes: [{ repaired: false, cells: [{}, {}, { number: 5 }] }] } }],
    });
  });

  test.each(lists)('of %s', async (_, query, pageOf) => {
    const page = async (quality: string, more = '') => {
      const { data, errors } = await held.ask(query(quality, more));
      return errors?.[0]?.extensions?.['code'] ?? pageOf(data as never);
    };
    const first = await page('');
    expect(first).toMatchObject({ totalCount: expect.any(Number) });
    expect(await page('quality: AS_REPORTED')).toEqual(first);
    const after = `after: "${(first as Page).pageInfo.endCursor}"`;
    expect(await page('quality: AS_REPORTED', after)).toMatchObject({ totalCount: (first as Page).totalCount });
    expect(await page('quality: null', after)).toMatchObject({ totalCount: (first as Page).totalCount });
    expect(await page('quality: REPAIRED', after)).toBe('INVALID_CURSOR');
    expect(await page('quality: STRICT', after)).toBe('INVALID_CURSOR');
  });
});
