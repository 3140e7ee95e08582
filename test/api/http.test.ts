/** The service from outside: what it answers whom, and what it turns away. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { engines } from '../engines.js';
import { applications, litong, moment, own, received } from '../oracle/examples/made.js';
import { load, serviceHolding, type Held } from './service.js';

const count = '{ statistics { nodes { figures { applications { received { total } } } } } }';

async function bodyOf(response: Response): Promise<{
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}> {
  return (await response.json()) as never;
}

describe.each(engines)('GET on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, received(own(litong.education, 2022, applications(3))));
  });
  afterAll(() => held.close());

  test('answers a query with an ETag, and 304 to who has that answer, until the data change', async () => {
    const first = await held.get(count);
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control'), etag]).toEqual([
      200,
      'no-cache',
      expect.stringMatching(/^".{20,}"$/),
    ]);
    expect(await bodyOf(first)).toEqual({
      data: { statistics: { nodes: [{ figures: { applications: { received: { total: 3 } } } }] } },
      extensions: { dataVersion: expect.stringMatching(/./) },
    });

    const before = held.database.statements;
    const again = await held.get(count, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    expect(held.database.statements - before).toBe(1); // the version alone

    await load(held.database, [
      { at: moment(9).getTime(), kind: 'report', report: own(litong.police, 2022, applications(4)) },
    ]);
    const changed = await held.get(count, { headers: { 'if-none-match': etag } });
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
    expect(JSON.stringify(await bodyOf(changed))).toContain('{"total":7}');
  });

  test('says how it is answered where that is asked for: from the rows of sums, or from the reports and why', async () => {
    const stepsOf = async (query: string): Promise<unknown> => {
      const { extensions } = await bodyOf(await held.get(query, { headers: { 'x-gongkai-plan': '1' } }));
      return extensions?.['plan'];
    };
    expect(await stepsOf(count)).toEqual([
      { answer: 'groups', from: 'sums', rows: expect.stringContaining('1 divisions with all below') },
      { statement: expect.stringContaining('FROM rollup'), parameters: expect.arrayContaining(['000000']), rows: 1 },
    ]);
    expect(await stepsOf(count.replace('statistics', 'statistics(where: { valid: true })'))).toEqual([
      { answer: 'groups', from: 'reports', because: expect.stringContaining('valid') },
      { statement: expect.stringContaining('FROM report_revision'), parameters: expect.anything(), rows: 1 },
    ]);
    expect((await bodyOf(await held.get(count))).extensions).not.toHaveProperty('plan');
  });

  test('tells queries, variables and operations apart', async () => {
    const query =
      'query A($code: ID!) { division(code: $code) { name } } query B { division(code: "640000") { name } }';
    const tagOf = async (variables: unknown, operationName: string): Promise<string | null> => {
      const search = new URLSearchParams({ query, variables: JSON.stringify(variables), operationName });
      const response = await fetch(`${held.url}/graphql?${search.toString()}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expect(response.status).toBe(200);
      return response.headers.get('etag');
    };
    const tags = await Promise.all([
      tagOf({ code: '640000' }, 'A'),
      tagOf({ code: '640302' }, 'A'),
      tagOf({ code: '640000' }, 'B'),
    ]);
    expect(new Set(tags).size).toBe(3);
  });

  test('an answer with errors is kept by nobody', async () => {
    const response = await held.get('{ reports(first: 1000) { totalCount } }');
    expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, 'no-store']);
    const { errors, extensions } = await bodyOf(response);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(extensions?.['dataVersion']).toMatch(/./);
  });
});

describe('over HTTP', () => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engines[0], received(own(litong.education, 2022, applications(3))), {
      corsOrigins: ['https://example.org'],
    });
  });
  afterAll(() => held.close());

  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${held.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  test('forgery is turned away: a page elsewhere can send neither a form nor a link', async () => {
    const asForm = await post(JSON.stringify({ query: count }), { 'content-type': 'text/plain' });
    const asLink = await fetch(`${held.url}/graphql?query=${encodeURIComponent(count)}`, {
      headers: { accept: 'application/json', 'sec-fetch-site': 'cross-site' },
    });
    for (const response of [asForm, asLink]) {
      expect(response.status).toBe(400);
      expect((await bodyOf(response)).errors?.[0]).toMatchObject({
        message: expect.stringContaining('apollo-require-preflight'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  });

  test('a program asks by a plain GET', async () => {
    const response = await fetch(`${held.url}/graphql?query=${encodeURIComponent(count)}`);
    expect([response.status, response.headers.has('etag')]).toEqual([200, true]);
  });

  test('a browser that opens /graphql gets a page, a program JSON', async () => {
    const response = await fetch(`${held.url}/graphql`, {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/(html|plain)/);
    const program = await fetch(`${held.url}/graphql`, { headers: { accept: '*/*' } });
    expect(program.headers.get('content-type')).toMatch(/^application\//);
  });

  test('pages of the origins in the setting may ask, others not', async () => {
    const from = (origin: string): Promise<Response> =>
      fetch(`${held.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const [ours, other] = await Promise.all([from('https://example.org'), from('https://example.com')]);
    expect([
      ours?.headers.get('access-control-allow-origin'),
      ours?.headers.get('access-control-allow-headers'),
    ]).toEqual(['https://example.org', 'content-type']);
    expect(other?.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('caches are told what an answer depends on', async () => {
    const varies = async (headers: Record<string, string>): Promise<string | null> =>
      (await held.get(count, { headers })).headers.get('vary');
    expect(await varies({ origin: 'https://example.org' })).toBe('Accept, Origin');
    expect(await varies({ accept: 'text/html' })).toContain('Accept');
  });

  test('every answer has the headers that keep a page to itself', async () => {
    for (const path of ['/', '/graphiql/', '/graphql', '/health/live', '/nothing']) {
      const { headers } = await fetch(held.url + path, { redirect: 'manual' });
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline'"),
      ]);
      expect([headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual(['nosniff', null]);
    }
  });

  test.each([
    ['no JSON', '{ "query": ', 400, 'no JSON'],
    ['no query', '{ "variables": {} }', 400, 'query'],
    ['several at once', JSON.stringify([{ query: count }]), 400, 'batch'],
    ['a query that is no text', '{ "query": 7 }', 400, 'strings'],
    ['a mutation', '{ "query": "mutation { report { id } }" }', 400, 'mutation'],
    [
      'a persisted query',
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }),
      200,
      'PersistedQuery',
    ],
  ])('%s is refused in words', async (_, body, status, words) => {
    const response = await post(body);
    const { errors } = await bodyOf(response);
    expect(response.status).toBe(status);
    expect(errors?.[0]?.message.toLowerCase()).toContain(words.toLowerCase());
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('what takes the longer way through the framework is answered the same', async () => {
    const answered = async (
      body: string | Uint8Array<ArrayBuffer>,
      headers: Record<string, string> = {},
    ): Promise<unknown> => {
      const response = await fetch(`${plain.url}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const { date: _, 'keep-alive': __, ...others } = Object.fromEntries(response.headers);
      return [response.status, others, await response.text()];
    };
    const plain = await serviceHolding(engines[0], received(own(litong.education, 2022, applications(3))));
    try {
      for (const text of [JSON.stringify({ query: count }), '{ "query": ', JSON.stringify('text'), '{}', '[]']) {
        const short = await answered(text);
        expect(await answered(new Uint8Array(gzipSync(text)), { 'content-encoding': 'gzip' })).toEqual(short);
        // With a byte order mark, as some programs write it.
        expect(await answered(`\uFEFF${text}`)).toEqual(short);
      }
      const get = async (accept: string): Promise<unknown> => {
        const response = await plain.get(count, { headers: { accept } });
        const { date: _, 'keep-alive': __, ...others } = Object.fromEntries(response.headers);
        return [response.status, others, await response.text()];
      };
      expect(await get('application/json, text/plain')).toEqual(await get('application/json'));
    } finally {
      await plain.close();
    }
  });

  test('other methods are refused', async () => {
    const response = await fetch(`${held.url}/graphql`, {
      method: 'DELETE',
      headers: { 'apollo-require-preflight': '1' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test('/health and /metrics tell how it is', async () => {
    expect(await (await fetch(`${held.url}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${held.url}/health/ready`)).json()).toEqual({ status: 'ready' });
    await held.ask(count);
    const text = await (await fetch(`${held.url}/metrics`)).text();
    expect(text).toMatch(/gongkai_graphql_requests_total\{outcome="ok"\} [1-9]/);
    expect(text).toMatch(/gongkai_graphql_request_duration_seconds_count [1-9]/);
    expect(text).toMatch(/gongkai_statements_total [1-9]/);
    expect(text).toMatch(/gongkai_data_version [1-9]/);
    expect(text).not.toContain('received');
  });

  test('a program that asks for what is not there is told so, not shown a page', async () => {
    const response = await fetch(`${held.url}/compare`, { headers: { accept: 'application/json' } });
    expect([response.status, await response.json()]).toEqual([
      404,
      { message: 'There is nothing here: the API is at /graphql, downloads at /export.' },
    ]);
  });
});

test('who sends a request slower than it may take is cut off', async () => {
  const held = await serviceHolding(engines[0], [], { requestTimeout: 200 });
  try {
    const { port } = new URL(held.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    let said = '';
    for await (const chunk of socket) said += String(chunk);
    expect(said).toMatch(/^HTTP\/1.1 408 /);
  } finally {
    await held.close();
  }
});

describe('what nobody expected', () => {
  test('is answered as INTERNAL with an id that is logged, and nothing of how', async () => {
    const held = await serviceHolding(engines[0], received(own(litong.education, 2022, applications(3))));
    try {
      await held.database.write((manager) => manager.query('DROP TABLE "source_document"'));
      const { data, errors = [] } = await held.ask('{ reports { totalCount nodes { source { name } } } }');
      const [error] = errors;
      expect(data).toBeNull();
      expect(error?.extensions).toEqual({ code: 'INTERNAL', id: expect.any(String) });
      expect(JSON.stringify(errors)).not.toMatch(/source_document|SQL|SELECT|stack|\.js/i);
      expect(held.logged).toEqual([
        expect.objectContaining({
          level: 'error',
          id: error?.extensions?.['id'],
          error: expect.stringContaining('source_document'),
        }),
      ]);
    } finally {
      await held.close();
    }
  });
});
