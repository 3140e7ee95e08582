/** Downloads of tables: the same rows in every format, all of them, or none. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Snapshot } from '../../src/store/database.js';
import { engines } from '../engines.js';
import { applications, litong, moment, own, received, wuzhong, type Stated } from '../oracle/examples/made.js';
import type { Operation } from '../oracle/held.js';
import { cellOf, fromCsv, fromJson, fromParquet, fromXlsx, inWords, type Cube } from './read-table.js';
import { load, serviceHolding, type Held } from './service.js';

const most = Number.MAX_SAFE_INTEGER;
const stated: Stated[] = [
  { 'applications.received.total': 0, 'disclosure.fees.amount': '25.1' },
  { 'applications.received.total': 5 },
  { 'applications.received.total': 7, 'disclosure.fees.amount': '0' },
  { 'disclosure.fees.amount': '9007199254.740991', 'applications.results.disclosed.total': 2 },
];
/** Made up; more reports than a page holds. */
const held: Operation[] = received(
  ...Array.from({ length: 41 }, (_, nth) =>
    [litong.education, litong.police, wuzhong.education].map((agency, at) =>
      own(agency, 2008 + nth, nth === 0 && at === 1 ? applications(most) : stated[(nth + at) % stated.length], {
        title: nth === 0 && at === 0 ? '=1+1,"报告"\n' : `报告 ${nth}`,
        publishedOn: nth % 2 === 0 ? `${2009 + nth}-01-22` : null,
      }),
    ),
  ).flat(),
);

const reports = `query 报告表($year: Int) {
  reports(where: { year: { gte: $year } }, first: 3, orderBy: [{ key: YEAR, direction: ASC }]) {
    totalCount
    nodes {
      code: id
      year
      title
      publishedOn
      agency { name division { code } }
      ...Figures
    }
  }
}
fragment Figures on Report {
  figures {
    applications { received { total } results { disclosed { total } } }
    disclosure { fees { amount } }
  }
}`.replace('报告表', 'Reports');

const names = [
  'code',
  'year',
  'title',
  'publishedOn',
  'agency.name',
  'agency.division.code',
  'figures.applications.received.total',
  'figures.applications.results.disclosed.total',
  'figures.disclosure.fees.amount',
];

function download(
  { url }: Held,
  format: string,
  asked: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/export/${format}?${new URLSearchParams(asked).toString()}`, { headers });
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(Buffer.from(bytes).toString());
  return bytes;
}

async function refusalOf(response: Response): Promise<{ status: number; message: string; code: unknown }> {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: response.status, message: errors[0]?.message ?? '', code: errors[0]?.extensions['code'] };
}

describe.each(engines)('a table on $name', (engine) => {
  let service: Held;
  beforeAll(async () => {
    service = await serviceHolding(engine, held);
  }, 60_000);
  afterAll(() => service.close());

  test('has all rows, the same in every format, as the API answers them', async () => {
    const table = fromJson(await bytesOf(await download(service, 'json', { query: reports })));
    const types = new Map(table.columns.map(({ name, type }) => [name, type]));
    expect(table.columns.map(({ name }) => name)).toEqual(names);
    expect(table.columns.at(-3)).toMatchObject({
      type: 'INTEGER',
      labelZh: '本年新收政府信息公开申请数量·总计',
      unit: 'COUNT',
    });

    const asked: Record<string, unknown>[] = [];
    for (let after: string | null = null; ;) {
      const answer = await service.ask(
        `query($after: String) { reports(first: 100, after: $after, orderBy: [{ key: YEAR, direction: ASC }]) {
          nodes { id year title publishedOn agency { name } figures { applications { received { total } } disclosure { fees { amount } } } }
          pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { nodes, pageInfo } = answer.data?.['reports'] as {
        nodes: Record<string, unknown>[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      asked.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(asked).toHaveLength(held.length);
    expect(
      table.rows.map((row) => ({
        id: row['code'],
        year: row['year'],
        title: row['title'],
        publishedOn: row['publishedOn'],
        agency: { name: row['agency.name'] },
        figures: {
          applications: { received: { total: row['figures.applications.received.total'] } },
          disclosure: { fees: { amount: row['figures.disclosure.fees.amount'] } },
        },
      })),
    ).toEqual(asked);

    const rows = table.rows.map(inWords);
    const values = new Set(rows.map((row) => row['figures.applications.received.total']));
    expect(values).toEqual(new Set(['0', '5', '7', String(most), null]));
    // What Excel would take for a formula is text for it.
    expect(fromCsv(await bytesOf(await download(service, 'csv', { query: reports })))).toEqual(
      rows.map((row) => ({ ...row, title: row['title']?.startsWith('=') ? `'${row['title']}` : row['title'] })),
    );
    const xlsx = await fromXlsx(await bytesOf(await download(service, 'xlsx', { query: reports })), types);
    expect(xlsx.rows).toEqual(rows);
    const parquet = await fromParquet(await bytesOf(await download(service, 'parquet', { query: reports })), types);
    expect(parquet.rows).toEqual(rows);
    const cube = JSON.parse(
      Buffer.from(await bytesOf(await download(service, 'jsonstat', { query: reports }))).toString(),
    ) as Cube;
    expect([cube.id, cube.size]).toEqual([
      ['code', 'measure'],
      [held.length, 4],
    ]);
    for (const row of rows)
      for (const name of names.slice(-3)) {
        const { value, status } = cellOf(cube, [row['code'] ?? '', name]);
        const expected = row[name] ?? null;
        expect([value, status]).toEqual(expected === null ? [null, 'n'] : [Number(expected), undefined]);
      }

    expect([xlsx.frozen, xlsx.formats['figures.disclosure.fees.amount']]).toEqual([
      expect.objectContaining({ state: 'frozen', ySplit: 1 }),
      '#,##0.000000',
    ]);
    const about = new Map(xlsx.about.map(([name, ...more]) => [name, more]));
    expect(about.get('figures.applications.received.total')?.slice(0, 3)).toEqual([
      '本年新收政府信息公开申请数量·总计',
      'received this year: total',
      'COUNT',
    ]);
    expect(parquet.types).toMatchObject({
      'figures.applications.received.total': 'INT64',
      year: 'INT64',
      'figures.disclosure.fees.amount': 'INT64 DECIMAL',
    });
    const { citation, licence, dataVersion } = table;
    expect(citation).toContain(`数据版本 ${dataVersion}`);
    for (const said of [
      Object.fromEntries(
        ['citation', 'licence', 'dataVersion'].map((name) => [
          name,
          [...about].find(([key]) => key?.endsWith(name))?.[1][0],
        ]),
      ),
      parquet.metadata,
      cube.extension,
    ])
      expect(said).toMatchObject({ citation, licence, dataVersion });
    expect(parquet.metadata['query']).toBe(reports);
  }, 60_000);

  test('of statistics is a cube by what they are grouped by', async () => {
    const query = `{ statistics(groupBy: [YEAR, DISTRICT]) { nodes {
      key { year agencyType division { code name } } figures { applications { received { total } } } } } }`;
    const cube = JSON.parse(
      Buffer.from(await bytesOf(await download(service, 'jsonstat', { query }))).toString(),
    ) as Cube;
    expect([cube.id, cube.size, cube.role]).toEqual([
      ['key.year', 'key.division', 'measure'],
      [41, 2, 1],
      { time: ['key.year'], geo: ['key.division'], metric: ['measure'] },
    ]);
    expect(cube.dimension['key.division']?.category.label).toEqual({ '640300': '吴忠市', '640302': '利通区' });
    const { rows } = fromJson(await bytesOf(await download(service, 'json', { query })));
    expect(rows).toHaveLength(82);
    for (const row of rows)
      expect(
        cellOf(cube, [String(row['key.year']), String(row['key.division.code']), 'figures.applications.received.total'])
          .value,
      ).toBe(row['figures.applications.received.total']);
  });

  test('is of one moment: what is stored while it is read is not in it', async () => {
    const response = await download(service, 'csv', { query: reports });
    await load(service.database, [
      { at: moment(500).getTime(), kind: 'report', report: own(litong.audit, 2099, applications(1)) },
    ]);
    const rows = fromCsv(await bytesOf(response));
    expect(rows).toHaveLength(held.length);
    expect(rows.some((row) => row['year'] === '2099')).toBe(false);
    const again = await download(service, 'csv', { query: reports });
    expect(fromCsv(await bytesOf(again))).toHaveLength(held.length + 1);
    expect(again.headers.get('etag')).not.toBe(response.headers.get('etag'));
  });
});

describe('a download', () => {
  let service: Held;
  beforeAll(async () => {
    service = await serviceHolding(engines[0], held, {
      corsOrigins: ['https://example.org'],
      concurrentDownloads: 1,
      downloadRowLimit: 150,
      dataLicence: '许可 of the test',
    });
  }, 60_000);
  afterAll(() => service.close());

  test.each<[what: string, format: string, asked: Record<string, string>, words: string[]]>([
    ['an unknown format', 'xls', { query: reports }, ['/export/xls', 'csv', 'parquet']],
    ['no query', 'csv', {}, ['Give a GraphQL query']],
    ['an unknown parameter', 'csv', { query: reports, colour: 'red' }, ['colour', 'labels']],
    ['variables that are no JSON', 'csv', { query: reports, variables: '{' }, ['variables', '{"year": 2024}']],
    ['variables of another type', 'csv', { query: reports, variables: '{"year":"x"}' }, ['$year', 'Int']],
    ['no list', 'csv', { query: '{ division(code: "640302") { name } }' }, ['no list', 'rows=division']],
    [
      'several lists',
      'csv',
      { query: '{ divisions { nodes { name } } a: agencies { nodes { name } } }' },
      ['2 lists', 'divisions, a'],
    ],
    ['a list that is not there', 'csv', { query: reports, rows: 'agencies' }, ['rows=agencies', 'reports']],
    [
      'a list within a row',
      'csv',
      { query: '{ reports { nodes { id findings { rule } } } }' },
      ['findings is a list within each row', 'query of its own'],
    ],
    ['the schema', 'csv', { query: '{ __schema { types { name } } }' }, ['no list', '/graphql']],
    ['a mutation', 'csv', { query: 'mutation { report { id } }' }, ['mutation']],
    ['no GraphQL', 'xlsx', { query: '{ reports' }, ['Syntax Error']],
    ['what is not in the schema', 'parquet', { query: '{ reports { nodes { nothing } } }' }, ['"nothing"']],
    [
      'too many rows',
      'csv',
      { query: '{ divisions { nodes { code } } }' },
      [' rows, and at most 150', 'where', 'limit'],
    ],
    [
      'a query that is too deep',
      'csv',
      {
        query: `{ division(code: "640302") ${'{ parent '.repeat(20)} { children { nodes { code } } } ${'}'.repeat(20)} }`,
      },
      ['fields deep'],
    ],
    ['a cube without numbers', 'jsonstat', { query: '{ reports { nodes { id title } } }' }, ['numbers']],
    [
      'a cube of rows that are not told apart',
      'jsonstat',
      { query: '{ reports { nodes { year figures { reviews { total } } } } }' },
      ['Two rows are of the same year'],
    ],
  ])('of %s is refused in words', async (_, format, asked, words) => {
    const { status, message, code } = await refusalOf(await download(service, format, asked));
    expect([status, code]).toEqual([400, expect.stringMatching(/^(BAD_USER_INPUT|QUERY_TOO_DEEP)$/u)]);
    for (const word of words) expect(message).toContain(word);
  });

  test('has the name, the headers and the lines that are asked for', async () => {
    const asked = { query: reports, labels: 'zh', bom: '1', note: '1', filename: '各机关/报告', limit: '2' };
    const response = await download(service, 'csv', asked);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringContaining(`filename*=UTF-8''${encodeURIComponent('各机关-报告')}.csv`),
      'x-gongkai-rows': '2',
      'x-gongkai-licence': `${encodeURIComponent('许可')} of the test`,
      'cache-control': 'no-cache',
    });
    const text = Buffer.from(await response.arrayBuffer()).toString();
    const [citation, licence, header, first] = text.split('\r\n');
    expect(citation).toMatch(/^\ufeff# Gongkai .*数据版本/u);
    expect(licence).toBe('# 许可 of the test');
    expect(header?.split(',').at(-3)).toBe('本年新收政府信息公开申请数量·总计');
    expect(first?.split(',')).toHaveLength(names.length);
  });

  test('by POST is the same, with variables', async () => {
    const response = await fetch(`${service.url}/export/json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: reports, variables: { year: 2047 } }),
    });
    expect(fromJson(await bytesOf(response)).rows.map((row) => row['year'])).toEqual([
      2047, 2047, 2047, 2048, 2048, 2048,
    ]);
  });

  test('of one object is one row, and of one that is not there none', async () => {
    const rowsOf = async (code: string): Promise<unknown> => {
      const query = '{ division(code: "CODE") { name parent { name } } }'.replace('CODE', code);
      return fromJson(await bytesOf(await download(service, 'json', { query, rows: 'division' }))).rows;
    };
    expect(await rowsOf('640302')).toEqual([{ name: '利通区', 'parent.name': '吴忠市' }]);
    expect(await rowsOf('999999')).toEqual([]);
  });

  test('that its reader holds already is not made again', async () => {
    const first = await download(service, 'csv', { query: reports });
    const etag = first.headers.get('etag') ?? '';
    await first.arrayBuffer();
    const again = await download(service, 'csv', { query: reports }, { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await download(service, 'xlsx', { query: reports }, { 'if-none-match': etag });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  test('is linked to from anywhere, and fetched by pages of allowed origins alone', async () => {
    const from = async (headers: Record<string, string>): Promise<unknown> => {
      const response = await started(service, { 'sec-fetch-site': 'cross-site', ...headers });
      response.resume();
      await once(response, 'end');
      return [response.statusCode, response.headers['access-control-allow-origin']];
    };
    expect(await from({ 'sec-fetch-mode': 'navigate' })).toEqual([200, undefined]);
    expect(await from({ 'sec-fetch-mode': 'no-cors' })).toEqual([400, undefined]);
    expect(await from({ 'sec-fetch-mode': 'cors', origin: 'https://example.org' })).toEqual([
      200,
      'https://example.org',
    ]);
    expect(await from({ 'sec-fetch-mode': 'cors', origin: 'https://example.com' })).toEqual([400, undefined]);
  });

  test('that fails when part of it was sent is cut off, and not taken for the whole', async () => {
    const reads = gated(service);
    const response = await started(service);
    await once(response, 'data');
    reads.fail(new Error('the disk is gone'));
    await expect(toEnd(response)).rejects.toThrow('aborted');
    expect(response.complete).toBe(false);
    await reads.released();
    expect(service.logged.at(-1)).toMatchObject({ level: 'error', error: expect.stringContaining('the disk is gone') });
    reads.restore();
  });

  test('is one of as many as the setting says, and reads no more when its reader has gone', async () => {
    const reads = gated(service);
    const response = await started(service);
    await once(response, 'data');
    const other = await download(service, 'csv', { query: reports });
    expect([other.headers.get('retry-after'), await refusalOf(other)]).toEqual([
      '5',
      { status: 503, code: 'OVERLOADED', message: expect.stringContaining('1 downloads are being made already') },
    ]);
    await reads.waiting();
    response.destroy();
    // Its place is free as soon as it is known that nobody waits for it.
    while ((await download(service, 'unknown', {})).status === 503);
    reads.pass();
    await reads.released();
    expect(reads.after()).toBe(1); // the one that was waited for
    reads.restore();
    await bytesOf(await download(service, 'csv', { query: reports }));
  });
});

function started({ url }: Held, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const search = new URLSearchParams({ query: reports }).toString();
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/export/csv?${search}`, { headers }, resolve);
    asking.on('error', reject);
    asking.end();
  });
}

async function toEnd(response: IncomingMessage): Promise<void> {
  response.resume();
  await new Promise<void>((resolve, reject) => {
    response.on('end', resolve);
    response.on('error', reject);
  });
}

/** From the second page on, reading waits for a word. */
function gated({ database }: Held) {
  const snapshot = database.snapshot.bind(database);
  let answer: (error: Error | null) => void = () => undefined;
  const word = new Promise<Error | null>((resolve) => (answer = resolve));
  let [waiting, released]: (() => void)[] = [];
  const waits = new Promise<void>((resolve) => (waiting = resolve));
  const ends = new Promise<void>((resolve) => (released = resolve));
  let [pages, after] = [0, 0];
  database.snapshot = async (): Promise<Snapshot> => {
    const real = await snapshot();
    return {
      ...real,
      async read(statement) {
        // Each page reads its ids first, by a statement with a limit; the first page also counts.
        const { text } = statement.on(database.engine);
        if (/LIMIT/u.test(text)) pages++;
        if (pages < 2) return real.read(statement);
        after++;
        waiting?.();
        const error = await word;
        if (error !== null) throw error;
        return real.read(statement);
      },
      async release() {
        await real.release();
        released?.();
      },
    };
  };
  return {
    fail: (error: Error) => answer(error),
    pass: () => answer(null),
    waiting: () => waits,
    released: () => ends,
    after: () => after,
    restore: () => (database.snapshot = snapshot),
  };
}
