/** Two reports of one agency side by side, and the findings that hang on others as of a moment, over the API. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../engines.js';
import { applications, litong, moment, own, received } from '../oracle/examples/made.js';
import { serviceHolding, type Held } from './service.js';

const prose = '编造的文字每句各不相同一二三四五六七八九十'.repeat(6);
const chapters = (text: string) => [{ number: 1, title: '总体情况', text }];
const operations = received(
  own(
    litong.audit,
    2021,
    { 'applications.received.total': 4, 'disclosure.fees.amount': '0.3' },
    { chapters: chapters(`${prose}甲`) },
  ),
  own(
    litong.audit,
    2022,
    { 'applications.received.total': 6, 'disclosure.fees.amount': '0.1', 'reviews.total': 1 },
    { chapters: chapters(`${prose}乙`) },
  ),
  own(litong.police, 2021, applications(3)),
  own(litong.police, 2022, applications(3)),
  own(litong.police, 2021, applications(2)),
  own(litong.statistics, 2022, applications(3)),
);

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, operations);
  });
  afterAll(() => held.close());

  const compared = (
    name: string,
    first = 1,
  ): string => `{ reports(first: ${first}, where: { year: { eq: 2022 } ${name === '' ? '' : `agency: { name: { eq: "${name}" } }`} }) { nodes {
    figures { reviews { total } }
    comparedWith(year: 2021) { other { year figures { applications { received { total } } } }
      differences { measure value other difference } chapters { number characters shared share } } } } }`;

  test('every figure that differs, a blank one too, and how much of each chapter is the same', async () => {
    const { data } = await held.ask(compared(litong.audit.name));
    const length = [...prose].length;
    expect(data).toEqual({
      reports: {
        nodes: [
          {
            figures: { reviews: { total: 1 } },
            comparedWith: {
              other: { year: 2021, figures: { applications: { received: { total: 4 } } } },
              differences: [
                { measure: 'DISCLOSURE_FEES_AMOUNT', value: 0.1, other: 0.3, difference: -0.2 },
                { measure: 'APPLICATIONS_RECEIVED_TOTAL', value: 6, other: 4, difference: 2 },
                { measure: 'REVIEWS_TOTAL', value: 1, other: null, difference: null },
              ],
              chapters: [{ number: 1, characters: length + 1, shared: length, share: length / (length + 1) }],
            },
          },
        ],
      },
    });
  });

  test('is null where there is no other, and reads as many statements for many as for one', async () => {
    const { data } = await held.ask(compared(litong.statistics.name));
    expect(data).toMatchObject({ reports: { nodes: [{ comparedWith: null }] } });
    const statements = async (first: number): Promise<number> => {
      const before = held.database.statements;
      expect((await held.ask(compared('', first))).errors).toBeUndefined();
      return held.database.statements - before;
    };
    // 公安局 and 审计局 have another; the first by name is one of them.
    expect(await statements(3)).toBe(await statements(1));
  });

  test('a report that equalled last year’s until that was revised is told so as of then, and no longer', async () => {
    const findings = async (asOf: string): Promise<unknown> => {
      const { data } =
        await held.ask(`{ reports(where: { year: { eq: 2022 } agency: { name: { eq: "${litong.police.name}" } } }${asOf}) {
        nodes { findings { rule report { year } } } } }`);
      return data;
    };
    const copied = { rule: 'copied-from-last-year', report: { year: 2022 } };
    const before = `, asOf: "${moment(3).toISOString()}"`;
    expect(await findings(before)).toEqual({ reports: { nodes: [{ findings: [copied] }] } });
    expect(await findings('')).toEqual({ reports: { nodes: [{ findings: [] }] } });
    const { data } = await held.ask(
      '{ findings(where: { rule: ["copied-from-last-year", "copied-chapter"] }) { nodes { rule } } }',
    );
    expect(data).toEqual({ findings: { nodes: [{ rule: 'copied-chapter' }] } });
  });
});
