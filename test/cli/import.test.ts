import { describe, expect, test } from '@jest/globals';
import { list, sql } from '../../src/store/sql.js';
import { openStore } from '../../src/store/store.js';
import JSZip from 'jszip';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { engines, type Place } from '../engines.js';
import { asHtml, asJson, asText, water, zeros } from './documents.js';
import { gongkai, inFolder, jsonLines, type Given, type Said } from './terminal.js';

const total = '{ statistics { nodes { reports figures { applications { received { total } } } } } }';
const receivedIn = async (given: Given): Promise<unknown> => {
  const { stdout } = await gongkai(['query'], { ...given, stdin: total });
  return JSON.parse(stdout);
};
const answer = (reports: number, received: number | null): unknown => ({
  data: { statistics: { nodes: [{ reports, figures: { applications: { received: { total: received } } } }] } },
});
const imported = ({ stdout }: Said): unknown => JSON.parse(stdout);

/** 金湖县 has as many agencies as a test needs; these exist or not. */
const agencies = ['审计局', '教育局', '民政局', '财政局'].map((name) => ({ ...water, agency: `金湖县${name}` }));
const [audit = water, education = water, civil = water, finance = water] = agencies;

describe.each(engines)('on $name', ({ place }) => {
  const onDatabase = async <T>(work: (given: Given & { database: string }) => Promise<T>): Promise<T> => {
    const held: Place = await place();
    try {
      return await work({ database: held.url });
    } finally {
      await held.remove();
    }
  };

  test('a folder with text, pages, JSON, lines and an archive is in the answers; the same again changes nothing', () =>
    onDatabase((given) =>
      inFolder(async (folder) => {
        const figures = zeros('FORM_2021');
        figures.applications.received.total = 4;
        await mkdir(join(folder, '2022'));
        await writeFile(join(folder, '2022', 'a.txt'), asText(water, figures));
        await writeFile(join(folder, 'b.html'), asHtml(audit));
        await writeFile(join(folder, 'c.json'), asJson(education));
        await writeFile(join(folder, 'd.ndjson'), `${asJson(civil)}\n${asJson({ ...civil, year: 2023 })}\n`);
        const zip = new JSZip();
        zip.file('财政/e.txt', asText(finance, figures));
        zip.file('__MACOSX/._e.txt', 'left behind');
        await writeFile(join(folder, 'f.zip'), await zip.generateAsync({ type: 'nodebuffer' }));

        const first = await gongkai(['import', folder, '--json'], given);
        const counts = { read: 6, stored: 6, revised: 0, unchanged: 0, quarantined: [] };
        expect(imported(first)).toMatchObject(counts);
        expect(Object.keys(imported(first) as object)).toEqual([...Object.keys(counts), 'findings']);
        expect(first).toMatchObject({ status: 0, stderr: '' });
        expect(await receivedIn(given)).toEqual(answer(6, 8));

        const again = await gongkai(['import', folder], given);
        expect(again.stdout).toContain('6 read: 0 stored, 0 revised, 6 unchanged, 0 quarantined;');
        expect(again.status).toBe(0);

        figures.applications.received.total = 5;
        await writeFile(join(folder, '2022', 'a.txt'), asText(water, figures));
        expect(imported(await gongkai(['import', join(folder, '2022'), '--json'], given))).toMatchObject({
          revised: 1,
        });
        expect(await receivedIn(given)).toEqual(answer(6, 9));
      }),
    ));

  test('what cannot be taken is listed with its reason and kept, the rest is stored; read again it leaves quarantine', () =>
    onDatabase((given) =>
      inFolder(async (folder) => {
        await writeFile(join(folder, 'good.txt'), asText(water));
        await writeFile(join(folder, 'nobody.txt'), asText({ ...water, agency: '某局' }));
        await writeFile(join(folder, 'lines.ndjson'), `{"agency":\n${asJson(audit)}\n`);
        const { stdout, status } = await gongkai(['import', folder, '--json'], given);
        expect(JSON.parse(stdout)).toMatchObject({
          read: 4,
          stored: 2,
          quarantined: [
            {
              file: join(folder, 'lines.ndjson:1'),
              reason: 'INVALID_JSON',
              message: expect.stringMatching(/^line 1: /),
            },
            { file: join(folder, 'nobody.txt'), reason: 'UNKNOWN_AGENCY' },
          ],
        });
        expect(status).toBe(1);
        const listed = await gongkai(['quarantine', '--json'], given);
        expect(jsonLines(listed.stdout)).toMatchObject([{ reason: 'INVALID_JSON' }, { reason: 'UNKNOWN_AGENCY' }]);

        const stated = ['--agency', '金湖县某局', '--division', '320831'];
        const again = await gongkai(['import', '--again', ...stated, '--json'], given);
        expect(JSON.parse(again.stdout)).toMatchObject({ stored: 1, quarantined: [{ reason: 'INVALID_JSON' }] });
        const left = await gongkai(['quarantine', '--json'], given);
        expect(jsonLines(left.stdout)).toMatchObject([{ reason: 'INVALID_JSON' }]);
      }),
    ));

  test('an export read into an empty database answers alike; a withdrawn report counts no more in either', () =>
    onDatabase((given) =>
      onDatabase(async (copy) => {
        const lines = [asJson(water), asJson(audit), asJson(water, { title: '又一版' })];
        await gongkai(['import', '-'], { ...given, stdin: lines.join('\n') });
        const named = ['--division', '320831', '--agency', audit.agency, '--year', '2022'];
        expect(await gongkai(['withdraw', ...named], given)).toMatchObject({ status: 0 });
        expect(await gongkai(['withdraw', ...named], given)).toMatchObject({ status: 1, stdout: '' });
        await gongkai(['agencies', 'import', '-'], {
          ...given,
          stdin: 'division,name,existsFrom\n320831,金湖县水务局,2020\n',
        });
        const exported = await gongkai(['export'], given);
        expect(exported.status).toBe(0);
        expect(await gongkai(['import', '-', '--json'], { ...copy, stdin: exported.stdout })).toMatchObject({
          status: 0,
        });
        expect((await gongkai(['export'], copy)).stdout).toBe(exported.stdout);
        const question = '{ statistics { nodes { reports coverage { expected missing } } } }';
        const answers = await Promise.all([given, copy].map((one) => gongkai(['query'], { ...one, stdin: question })));
        expect(answers[1]).toEqual(answers[0]);
        expect(JSON.parse(answers[0]?.stdout ?? '')).toMatchObject({
          data: { statistics: { nodes: [{ reports: 1 }] } },
        });
      }),
    ));
});

test('rows of sums are held against the reports, and made anew where they are wrong', () =>
  inFolder(async (folder) => {
    const given = { database: `sqlite:${folder}/gongkai.sqlite` };
    await gongkai(['import', '-'], { ...given, stdin: [asJson(water), asJson(audit)].join('\n') });
    expect(await gongkai(['rollup', '--check'], given)).toMatchObject({ status: 0, stderr: '' });
    const store = await openStore({ url: given.database, statementTimeout: 5000, readers: 1 });
    await store.source.query(`UPDATE rollup SET received_total_sum = 7 WHERE division = '320000' AND type = ''`);
    await store.close();
    const wrong = await gongkai(['rollup', '--json'], given);
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      differences: [expect.stringMatching(/^OWN TREE 320000 2022 .*: received_total_sum is 7, and the reports say/u)],
    });
    expect(wrong.stderr).toContain('gongkai rollup --rebuild');
    expect(await gongkai(['rollup', '--rebuild'], given)).toMatchObject({ status: 0, stderr: '' });
    expect(await gongkai(['rollup', '--check', '--rebuild'], given)).toMatchObject({ status: 2 });
  }));

test('the register as a table: a row in error is named and takes none of the others with it', () =>
  inFolder(async (folder) => {
    const given = { database: `sqlite:${join(folder, 'a', 'b.sqlite')}` };
    const file = join(folder, 'register.csv');
    await writeFile(file, '\ufeffdivision,name\r\n320831,金湖县水务局\r\n999999,某局\r\n');
    const { status, stdout } = await gongkai(['agencies', 'import', file], given);
    expect(stdout).toMatch(/register\.csv, line 3: UNKNOWN_AGENCY: division/);
    expect(stdout).toContain('1 line of the register taken, 1 left out.');
    expect(status).toBe(1);
    const { stdout: found } = await gongkai(['query'], { ...given, stdin: '{ agencies { nodes { name type } } }' });
    expect(JSON.parse(found)).toEqual({ data: { agencies: { nodes: [{ name: '金湖县水务局', type: 'WATER' }] } } });
  }));

test('a query with variables; an error of it is a part of the answer, and status 1', () =>
  inFolder(async (folder) => {
    const given = { database: `sqlite:${join(folder, 'b.sqlite')}` };
    const file = join(folder, 'q.graphql');
    await writeFile(file, 'query ($code: ID!) { division(code: $code) { name } }');
    const good = await gongkai(['query', file, '--variables', '{"code": "320831"}'], given);
    expect(JSON.parse(good.stdout)).toEqual({ data: { division: { name: '金湖县' } } });
    expect(good.status).toBe(0);
    const bad = await gongkai(['query', file], given);
    expect(JSON.parse(bad.stdout)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(bad.status).toBe(1);
    expect(await gongkai(['query', file, '--variables', '[1]'], given)).toMatchObject({ status: 2, stdout: '' });
  }));

test('asked to stop, it stores what was read, says so, and ends', () =>
  inFolder(async (folder) => {
    const given = { database: `sqlite:${join(folder, 'c.sqlite')}` };
    const documents = join(folder, 'documents');
    await mkdir(documents);
    for (const one of agencies) await writeFile(join(documents, `${one.agency}.txt`), asText(one));
    const stopped = new AbortController();
    stopped.abort();
    const { status, stdout, stderr } = await gongkai(['import', documents], { ...given, stop: stopped.signal });
    expect(stdout).toContain('1 read: 1 stored');
    expect(stderr).toContain('is stored; the same import again does the rest');
    expect(status).toBe(130);
  }));

test('asked to stop while it waits for standard input, it waits no longer', () =>
  inFolder(async (folder) => {
    const stop = new AbortController();
    const stdin = new PassThrough();
    stdin.write(`${asJson(water)}\n`);
    const ending = gongkai(['import', '-'], { database: `sqlite:${folder}/d.sqlite`, stdin, stop: stop.signal });
    setTimeout(() => stop.abort(), 500);
    expect(await ending).toMatchObject({ status: 130, stderr: expect.stringContaining('Stopped as asked') });
  }));

test('after very many lines PostgreSQL knows at once how large its tables have become', async () => {
  const [, { place }] = engines;
  const { url, remove } = await place();
  try {
    const { stdout } = await gongkai(['generate', '--reports', '1000', '--seed', '5']);
    await gongkai(['import', '-', '--json'], { database: url, stdin: stdout });
    const database = await openStore({ url, statementTimeout: 5000, readers: 1 });
    const names = ['agency', 'figures', 'report_revision', 'rollup'];
    const known = await database.read(
      sql`SELECT relname FROM pg_class WHERE reltuples > 0 AND relname IN (${list(names)}) ORDER BY relname`,
    );
    await database.close();
    expect(known.map(({ relname }) => relname)).toEqual(names);
  } finally {
    await remove();
  }
});
