/** Each guard is seen to fire, says what to do, and lets pass what is just within it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { complexityOf } from '../../src/api/limits/complexity.js';
import { depthOf } from '../../src/api/limits/depth.js';
import { schema } from '../../src/api/schema.js';
import type { Settings } from '../../src/api/settings.js';
import type { Answer } from '../../src/api/graphql-server.js';
import { engines } from '../engines.js';
import { applications, litong, own, received } from '../oracle/examples/made.js';
import { holdUp, serviceHolding, type Held } from './service.js';

const operations = received(own(litong.education, 2022, applications(3)));

const first = ({ errors = [] }: Answer): Record<string, unknown> => ({
  message: errors[0]?.message,
  ...errors[0]?.extensions,
});

/** A query that goes that deep: parent, and parent again. */
const deep = (depth: number): string =>
  `{ division(code: "640302") ${'{ parent '.repeat(depth - 2)}{ name }${' }'.repeat(depth - 2)} }`;

describe('with the usual settings', () => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engines[0], operations);
  });
  afterAll(() => held.close());

  test('16 fields deep is answered, 17 is not', async () => {
    expect(depthOf(parse(deep(16)))).toBe(16);
    expect(first(await held.ask(deep(16)))['code']).toBeUndefined();
    expect(first(await held.ask(deep(17)))).toMatchObject({
      code: 'QUERY_TOO_DEEP',
      depth: 17,
      limit: 16,
      message: expect.stringContaining('at most 16'),
    });
  });

  test('fragments do not hide depth', async () => {
    const query = `{ division(code: "640302") { ...A } }
      ${Array.from({ length: 16 }, (_, at) => `fragment F${at} on Division { parent { ...F${at + 1} } }`).join('\n')}
      fragment F16 on Division { name } fragment A on Division { ... on Division { ...F0 } }`;
    expect(first(await held.ask(query))).toMatchObject({ code: 'QUERY_TOO_DEEP', depth: 18 });
  });

  test('introspection is apart', async () => {
    const { data, errors } = await held.ask(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }));
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema');
  });

  test('2,000 tokens are answered, more are not', async () => {
    const names = (count: number): string =>
      `{ statistics { nodes { measures(of: [${'REVIEWS_TOTAL '.repeat(count - 18)}]) { measure } } } }`;
    expect(first(await held.ask(names(2000)))).toEqual({ message: undefined });
    expect(first(await held.ask(names(2001)))).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      limit: 2000,
      message: expect.stringContaining('2000 tokens'),
    });
  });

  test('so many fields of one name that checking them would take long are not checked', async () => {
    expect(first(await held.ask(`{ measures { ${'unit '.repeat(1900)} } }`))).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
    });
  });

  test('a body of 100 KiB is read, a larger one is not', async () => {
    const send = (bytes: number): Promise<Response> => {
      const head = '{"query":"{ __typename }","x":"';
      return fetch(`${held.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `${head}${'x'.repeat(bytes - head.length - 2)}"}`,
      });
    };
    expect((await send(100 * 1024)).status).toBe(200);
    const refused = await send(100 * 1024 + 1);
    expect([refused.status, await refused.json()]).toEqual([
      413,
      {
        errors: [
          { message: expect.stringContaining('102400 bytes'), extensions: { code: 'BAD_USER_INPUT', limit: 102400 } },
        ],
      },
    ]);
  });

  test('what costs too much is refused before anything is read', async () => {
    const before = held.database.statements;
    const many = `{ ${Array.from({ length: 300 }, (_, at) => `a${at}:statistics{totalCount}`).join(' ')} }`;
    const wide =
      '{ statistics(groupBy: [AGENCY], first: 1000) { nodes { measures(of: [RATE_REVIEW, REVIEWS_TOTAL, RATE_LAWSUIT]) { ...All } a: measure(of: RATE_REFUSAL) { ...All } b: measure(of: RATE_REFUSAL) { ...All } c: measure(of: RATE_REFUSAL) { ...All } d: measure(of: RATE_REFUSAL) { ...All } e: measure(of: RATE_REFUSAL) { ...All } f: measure(of: RATE_REFUSAL) { ...All } g: measure(of: RATE_REFUSAL) { ...All } } } } fragment All on MeasureSummary { median upperQuartile lowerQuartile change { percent } }';
    for (const query of [many, wide])
      expect(first(await held.ask(query))).toMatchObject({
        code: 'QUERY_TOO_COMPLEX',
        limit: 200_000,
        complexity: expect.any(Number),
      });
    expect(held.database.statements).toBe(before);
  });

  test('fragments within fragments are counted in no time, and counted in full', async () => {
    const bomb = `{ divisions { nodes { ...F0 } } }
      ${Array.from(
        { length: 12 },
        (_, at) =>
          `fragment F${at} on Division { ${'abcdefghij'
            .split('')
            .map((name) => `${name}${at}: parent { ...F${at + 1} }`)
            .join(' ')} }`,
      ).join('\n')}
      fragment F12 on Division { name }`;
    expect(first(await held.ask(bomb))).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
  });
});

describe("with settings of one's own", () => {
  async function holding<T>(
    settings: Partial<Settings>,
    work: (held: Held) => Promise<T>,
    engine = engines[0] as (typeof engines)[number],
  ): Promise<T> {
    const held = await serviceHolding(engine, operations, settings);
    try {
      return await work(held);
    } finally {
      await held.close();
    }
  }

  test('a schema that nobody should ask for is not told', () =>
    holding({ introspection: false }, async ({ ask }) => {
      expect(first(await ask('{ __schema { types { name } } }'))).toMatchObject({ code: 'BAD_USER_INPUT' });
      const { message } = first(await ask('{ report }'));
      expect(message).not.toContain('reports');
    }));

  test.each(engines)('a statement that takes too long is stopped, and the rest is answered, on $name', (engine) =>
    holding(
      { statementTimeout: 1000 },
      async (held) => {
        // Figures that are never all read.
        await held.database.write(async (manager) => {
          await manager.query('ALTER TABLE "figures" RENAME TO "figures_there"');
          await manager.query(`CREATE VIEW "figures" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
            SELECT f.* FROM "figures_there" f, n WHERE n.i < 0`);
        });
        const { data, errors = [] } = await held.ask(
          '{ report(id: "none") { title } agency(id: "none") { name } slow: division(code: "640302") { statistics(year: 2022) { measure(of: REVIEWS_TOTAL) { minimum } } } }',
        );
        expect(data).toEqual({ report: null, agency: null, slow: null });
        expect(errors).toHaveLength(1);
        expect(first({ errors })).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('Narrow it') });
        expect(held.logged).toEqual([]);
        expect(await held.ask('{ reports { totalCount } }')).toEqual({ data: { reports: { totalCount: 1 } } });
      },
      engine,
    ),
  );

  test('a request that takes too long is answered as TIMEOUT, with what is there', () =>
    holding({ requestTimeout: 50 }, async (held) => {
      const server = held.database.server();
      // A database that is slow to answer.
      held.database.server = () => ({
        ...server,
        mark: () => new Promise((resolve) => setTimeout(() => resolve(server.mark()), 300)),
      });
      const { data, errors = [] } = await held.ask(
        '{ division(code: "640302") { name } report(id: "none") { title } }',
      );
      expect(data).toEqual({ division: { name: '利通区' }, report: null });
      expect(first({ errors })).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('50 ms') });
    }));

  test('who goes away before the answer leaves nothing behind: no statement more, no connection, no complaint', () =>
    holding({ databaseReaders: 1 }, async (held) => {
      const requests = holdUp(held.database);
      const leaving = new AbortController();
      const gone = fetch(`${held.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ reports { totalCount nodes { source { name } } } }' }),
        signal: leaving.signal,
      });
      await requests.areWaiting(1);
      leaving.abort();
      await expect(gone).rejects.toThrow();
      while (!(await (await fetch(`${held.url}/metrics`)).text()).includes('requests_in_flight 0'))
        await new Promise((resolve) => setTimeout(resolve, 5));
      requests.letGo();
      // The only connection is free again.
      expect(await held.ask('{ reports { totalCount } }')).toEqual({ data: { reports: { totalCount: 1 } } });
      expect(held.logged).toEqual([]);
    }));

  test('more requests at once than the setting are told to come again', () =>
    holding({ concurrentRequests: 2 }, async (held) => {
      const requests = holdUp(held.database);
      const query = '{ reports { totalCount } }';
      const accepted = [held.ask(query), held.ask(query)];
      await requests.areWaiting(2);
      const response = await held.get(query);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
      expect(first((await response.json()) as Answer)).toMatchObject({ code: 'OVERLOADED', limit: 2 });
      expect((await fetch(`${held.url}/health/live`)).status).toBe(200);
      requests.letGo();
      expect(await Promise.all(accepted)).toEqual(Array(2).fill({ data: { reports: { totalCount: 1 } } }));
      expect((await held.get(query)).status).toBe(200);
      expect(await (await fetch(`${held.url}/metrics`)).text()).toContain(
        'gongkai_graphql_requests_total{outcome="OVERLOADED"} 1',
      );
    }));
});

describe('what a query costs', () => {
  const costOf = async (query: string, variables: Record<string, unknown> = {}): Promise<number> => {
    const document = parse(query);
    return complexityOf({
      schema: await schema(),
      document,
      operation: document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode,
      variables,
    });
  };
  const nodes = '{ nodes { figures { reviews { total } } } }';

  test('an aliased statistic costs as much as the first', async () => {
    const one = await costOf(`{ a: statistics ${nodes} }`);
    expect(await costOf(`{ a: statistics ${nodes} b: statistics ${nodes} c: statistics ${nodes} }`)).toBe(3 * one);
  });
  test('a list costs as much as first says, as a number or a variable', async () => {
    const rows = (query: string, variables?: Record<string, unknown>): Promise<number> => costOf(query, variables);
    const ten = await rows(`{ statistics(groupBy: [YEAR], first: 10) ${nodes} }`);
    expect((await rows(`{ statistics(groupBy: [YEAR], first: 110) ${nodes} }`)) - ten).toBe(100 * 4);
    expect(await rows(`query ($n: Int) { statistics(groupBy: [YEAR], first: $n) ${nodes} }`, { n: 10 })).toBe(ten);
  });
  test('medians and change cost more than sums', async () => {
    const measure = (field: string): Promise<number> =>
      costOf(`{ statistics(groupBy: [YEAR]) { nodes { measure(of: REVIEWS_TOTAL) { ${field} } } } }`);
    expect(await measure('median')).toBeGreaterThan(await measure('sum'));
    expect(await measure('change { percent }')).toBeGreaterThan(await measure('sum'));
  });
  test('a place where something is read costs once, however long the list is that it stands in', async () => {
    const children = (asked: string, first: number): Promise<number> =>
      costOf(`{ division(code: "640000") { children(first: ${first}) { nodes { ${asked} } } } }`);
    const once = (await children('statistics(year: 2022) { reports }', 1)) - (await children('code', 1));
    const often = (await children('statistics(year: 2022) { reports }', 30)) - (await children('code', 30));
    expect(once).toBeGreaterThan(1000);
    expect(often - once).toBeLessThan(100);
  });
  test('a map of the whole country, down to its districts, is not too much', async () => {
    const below = (asked: string): string => `children { nodes { ${asked} } }`;
    const row =
      'code name statistics(year: 2023) { reports coverage { expected } figures { applications { received { total } } } rates { disclosure { value } } }';
    const cost = await costOf(`{ division(code: "000000") { ${below(`${row} ${below(`${row} ${below(row)}`)}`)} } }`);
    expect(cost).toBeLessThan(200_000);
    expect(cost).toBeGreaterThan(3000 * 8);
  });
  test('what is skipped costs nothing', async () => {
    expect(
      await costOf(`query ($no: Boolean!) { statistics @include(if: $no) ${nodes} division(code: "1") { name } }`, {
        no: false,
      }),
    ).toBe(1);
  });
});
