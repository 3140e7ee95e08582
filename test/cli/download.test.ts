/** Tables and files from the command line: what `gongkai query` and `gongkai export` write. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../../src/api/download/bulk.js';
import { leaves } from '../../src/template/figures.js';
import { fromCsv, fromJson, fromParquet, fromXlsx, inWords } from '../api/read-table.js';
import { gongkai, type Said } from './terminal.js';

const seeds = ['register.ndjson', 'reports.ndjson'].map((name) =>
  fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url)),
);

describe('with the seeds', () => {
  let folder: string;
  let database: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    database = `sqlite:${join(folder, 'gongkai.sqlite')}`;
    expect(await gongkai(['import', ...seeds], { database })).toMatchObject({ status: 0 });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const query =
    'query($year: Int!) { reports(where: { year: { eq: $year } }) { nodes { id agency { name } figures { applications { received { total } } } } } }';
  const asked = (...more: string[]): Promise<Said> =>
    gongkai(['query', '--variables', '{"year": 2023}', ...more], { database, stdin: query });

  test('a query is the same table in every format, in a file or on standard output', async () => {
    const out = (format: string): string => join(folder, `表.${format}`);
    for (const format of ['csv', 'xlsx', 'parquet'])
      expect(await asked('--format', format, '--out', out(format))).toEqual({ status: 0, stdout: '', stderr: '' });
    const { stdout } = await asked('--format', 'json', '--rows', 'reports');
    const table = fromJson(Buffer.from(stdout));
    const rows = table.rows.map(inWords);
    expect(rows.length).toBeGreaterThan(15);
    const types = new Map(table.columns.map(({ name, type }) => [name, type]));
    expect(fromCsv(readFileSync(out('csv')))).toEqual(rows);
    expect((await fromXlsx(readFileSync(out('xlsx')), types)).rows).toEqual(rows);
    expect((await fromParquet(readFileSync(out('parquet')), types)).rows).toEqual(rows);
    const piped = await asked('--format', 'parquet');
    expect(Buffer.from(piped.stdout, 'latin1')).toEqual(readFileSync(out('parquet')));
    expect(JSON.parse((await asked('--format', 'jsonstat')).stdout)).toMatchObject({ size: [rows.length, 1] });
    expect((await asked('--format', 'csv', '--labels', 'zh', '--limit', '1')).stdout.split('\r\n')).toHaveLength(3);
  });

  test('what cannot be a table is said, and leaves no file', async () => {
    const out = join(folder, 'none.csv');
    await writeFile(out, 'what was there before');
    const list = '{ reports { nodes { id findings { rule } } } }';
    expect(await gongkai(['query', '--format', 'csv', '--out', out], { database, stdin: list })).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('findings is a list within each row'),
    });
    const unknown = '{ reports { nodes { nothing } } }';
    expect(await gongkai(['query', '--format', 'csv', '--out', out], { database, stdin: unknown })).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('Cannot query field "nothing"'),
    });
    expect(await asked('--format', 'doc')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('json, csv, xlsx, parquet, jsonstat'),
    });
    expect(readFileSync(out, 'utf8')).toBe('what was there before');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('an export as a table has every report that counts, with all its figures', async () => {
    const { stdout, status } = await gongkai(['export', '--format', 'csv'], { database });
    const rows = fromCsv(Buffer.from(stdout));
    expect([status, rows.length]).toEqual([0, 107]);
    const figures = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('figures.'));
    expect(figures).toEqual(leaves.map(({ path }) => `figures.${path}`));
  });

  test('parts of everything, imported in their order elsewhere, are the same again', async () => {
    const mirror = join(folder, 'mirror');
    expect(await gongkai(['export', '--bulk', mirror], { database })).toMatchObject({ status: 0, stdout: '' });
    const manifest = JSON.parse(readFileSync(join(mirror, 'manifest.json'), 'utf8')) as Manifest;
    for (const { name, sha256 } of manifest.parts)
      expect(
        createHash('sha256')
          .update(readFileSync(join(mirror, name)))
          .digest('hex'),
      ).toBe(sha256);
    const other = `sqlite:${join(folder, 'other.sqlite')}`;
    const files = manifest.parts.map(({ name }) => join(mirror, name));
    expect(await gongkai(['import', ...files], { database: other })).toMatchObject({ status: 0 });
    const [one, two] = await Promise.all([database, other].map((of) => gongkai(['export'], { database: of })));
    expect(two?.stdout).toBe(one?.stdout);
    expect(
      createHash('sha256')
        .update(one?.stdout ?? '')
        .digest('hex'),
    ).toBe(manifest.whole.sha256);
  });
});
