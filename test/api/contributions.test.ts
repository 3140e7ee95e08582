/** Figures taken apart: docs/explain.md on the seeds, the places of cells, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { engines } from '../engines.js';
import { applications, litong, own, RECEIVED, received, receivedTotal } from '../oracle/examples/made.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

const guide = readFileSync(new URL('../../docs/explain.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```graphql\n(.*?)```\s*```json\n(.*?)```/gsu)].map(
  ([, query = '', answer = '']) => [query, answer] as const,
);

/** Made-up reports, one of which says where its cell stands. */
const placed = own(litong.education, 2023, { ...applications(7), 'applications.carriedOverFromLastYear.total': 1 });
placed.cells = { [receivedTotal]: { status: 'TEXT', raw: '7件', place: { table: 2, row: 5, column: 9, page: 3 } } };
const operations = received(
  placed,
  own(litong.police, 2023, applications(9)),
  own(litong.audit, 2023, applications(0)),
  own(litong.statistics, 2023),
);

const of = (row: string): string => `{ statistics(groupBy: [YEAR]) { nodes { ${row} } } }`;

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, operations);
  });
  afterAll(() => held.close());

  test('docs/explain.md is answered so on the seeds', async () => {
    const seeds = await serviceHolding(engine, []);
    try {
      await loadSeeds(seeds.database);
      expect(examples.length).toBeGreaterThanOrEqual(4);
      for (const [query, answer] of examples) expect(await seeds.ask(query)).toEqual(JSON.parse(answer));
    } finally {
      await seeds.close();
    }
  });

  test('each report with its cell and where it stands, a blank one not at all', async () => {
    const { data } = await held.ask(
      of(
        `contributions(of: ${RECEIVED}) { figure totalCount nodes { figure share report { revision agency { name } } source { sha256 } cells { number status raw place { table row column page } } } }`,
      ),
    );
    const document = { source: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } };
    const nowhere = (number: number) => [{ number, status: 'NUMBER', raw: String(number), place: null }];
    const report = ({ name }: { name: string }) => ({ revision: 1, agency: { name } });
    expect(data).toEqual({
      statistics: {
        nodes: [
          {
            contributions: {
              figure: 16,
              totalCount: 3,
              nodes: [
                { figure: 9, share: 9 / 16, report: report(litong.police), ...document, cells: nowhere(9) },
                {
                  figure: 7,
                  share: 7 / 16,
                  report: report(litong.education),
                  ...document,
                  cells: [{ number: 7, status: 'TEXT', raw: '7件', place: { table: 2, row: 5, column: 9, page: 3 } }],
                },
                { figure: 0, share: 0, report: report(litong.audit), ...document, cells: nowhere(0) },
              ],
            },
          },
        ],
      },
    });
  });

  test('what stands in the documents is read only where it is asked for', async () => {
    const statements = async (cells: string): Promise<number> => {
      const before = held.database.statements;
      const { errors } = await held.ask(of(`contributions(of: ${RECEIVED}) { nodes { figure ${cells} } }`));
      expect(errors).toBeUndefined();
      return held.database.statements - before;
    };
    const alone = await statements('');
    const numbers = await statements('cells { label number }');
    expect([numbers - alone, (await statements('cells { number place { row } }')) - numbers]).toEqual([1, 1]);
  });

  test('a cursor goes on within its own question, and is none of another', async () => {
    const page = (measure: string, more: string): string =>
      of(`contributions(of: ${measure}, first: 1${more}) { nodes { figure } pageInfo { endCursor hasNextPage } }`);
    const pageOf = async (more: string) => {
      const { data } = await held.ask(page(RECEIVED, more));
      const { nodes } = data?.['statistics'] as {
        nodes: {
          contributions: { nodes: { figure: number }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
        }[];
      };
      const [row] = nodes;
      if (row === undefined) throw new Error('no row');
      return row.contributions;
    };
    const first = await pageOf('');
    const second = await pageOf(`, after: "${first.pageInfo.endCursor}"`);
    const third = await pageOf(`, after: "${second.pageInfo.endCursor}"`);
    expect([first, second, third].map(({ nodes, pageInfo }) => [nodes[0]?.figure, pageInfo.hasNextPage])).toEqual([
      [9, true],
      [7, true],
      [0, false],
    ]);
    const other = await held.ask(page('REVIEWS_TOTAL', `, after: "${first.pageInfo.endCursor}"`));
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_CURSOR' });
    const tooMany = await held.ask(of(`contributions(of: ${RECEIVED}, first: 101) { totalCount }`));
    expect(tooMany.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    const sumAlone = await held.ask(
      of(`contributions(of: ${RECEIVED}, first: 0) { figure totalCount nodes { figure } }`),
    );
    expect(sumAlone.data).toEqual({
      statistics: { nodes: [{ contributions: { figure: 16, totalCount: 3, nodes: [] } }] },
    });
  });
});
