import { expect, test } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellAt } from '../../src/template/figures.js';
import { asHtml, asJson, asText, water, zeros } from './documents.js';
import { gongkai, inFolder, jsonLines } from './terminal.js';

test('one JSON object per report on a line: whose it is, its figures, its findings', () =>
  inFolder(async (folder) => {
    const figures = zeros('FORM_2021');
    cellAt('applications.received.naturalPerson').put(figures, 3);
    cellAt('disclosure.fees.amount').put(figures, 25_100_000);
    await mkdir(join(folder, '甲'));
    await writeFile(join(folder, '甲', 'b.txt'), asText(water, figures));
    await writeFile(join(folder, 'c.html'), asHtml({ ...water, agency: '金湖县审计局' }));
    await writeFile(join(folder, '.DS_Store'), 'left behind');
    const { status, stdout } = await gongkai(['validate', folder, '--json']);
    const [first, second, ...more] = jsonLines(stdout);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ file: join(folder, 'c.html'), agency: '金湖县审计局', findings: [] });
    expect(second).toMatchObject({
      file: join(folder, '甲', 'b.txt'),
      agency: '金湖县水务局',
      division: '320831',
      year: 2022,
      edition: 'FORM_2021',
      scope: 'OWN',
      figures: {
        disclosure: { fees: { amount: '25.100000' } },
        applications: { received: { naturalPerson: 3, total: 0 } },
      },
    });
    expect(Object.keys(second ?? {})).toEqual([
      'file',
      'agency',
      'division',
      'year',
      'edition',
      'scope',
      'figures',
      'findings',
    ]);
    expect(second?.['findings']).toContainEqual({
      rule: 'applicants-sum-to-total',
      severity: 'ERROR',
      message: expect.stringContaining('3'),
      cells: ['applications.received.total'],
      expected: 3,
      actual: 0,
    });
    expect(status).toBe(1);
  }));

test('what a document does not say can be stated', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'r.txt');
    await writeFile(path, asText({ ...water, agency: '统计局' }));
    const stated = ['--division', '640302', '--agency', '吴忠市利通区统计局', '--year', '2020', '--json'];
    const { status, stdout } = await gongkai(['validate', path, ...stated]);
    expect(jsonLines(stdout)).toMatchObject([{ agency: '吴忠市利通区统计局', division: '640302', year: 2020 }]);
    expect(status).toBe(0);
  }));

test('sentences for people, the counts beside them', () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), asText(water));
    await writeFile(join(folder, 's.txt'), 'Good morning.');
    const { status, stdout, stderr } = await gongkai(['validate', folder]);
    expect(stdout).toContain('金湖县水务局 (320831), 2022, FORM_2021, OWN: no findings');
    expect(stdout).toContain('s.txt: NOT_A_REPORT: ');
    expect(stderr).toBe('1 report read, 0 with errors; 1 document could not be taken.\n');
    expect(status).toBe(1);
  }));

test('lines from standard input, each error with its line', async () => {
  const stdin = [asJson(water), '{"agency":', '', asJson(water, { year: 20222 }), asJson(water, { surplus: 1 })].join(
    '\n',
  );
  const { stdout, status } = await gongkai(['validate', '-', '--json'], { stdin });
  expect(jsonLines(stdout)).toMatchObject([
    { file: '-:1', agency: '金湖县水务局' },
    { file: '-:2', error: { reason: 'INVALID_JSON', message: expect.stringMatching(/^line 2: /) } },
    { file: '-:4', error: { reason: 'UNKNOWN_YEAR', message: expect.stringMatching(/^line 4: .*20222/) } },
    { file: '-:5', error: { reason: 'INVALID_JSON', message: expect.stringMatching(/^line 5: surplus/) } },
  ]);
  expect(status).toBe(1);
});

test.each([
  [['validate']],
  [['validate', 'no/such/file']],
  [['validate', '.', '--year', '20222']],
  [['validate', '.', '--division', '999999']],
  [['validate', '.', '--colour']],
  [['valid']],
  [['query', '--format', 'odt']],
  [['export', '--format', 'docx']],
  [['export', '--database', 'mysql://x']],
])('wrong usage: %j says what to do, with status 2 and no stack', async (argv) => {
  const { status, stdout, stderr } = await gongkai(argv);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^.{20,}/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
});

test('every command has its help, with examples', async () => {
  const { stdout, status } = await gongkai(['--help']);
  expect(status).toBe(0);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[|<| )/gmu)].map(([, name]) => name ?? '');
  expect(names).toEqual(expect.arrayContaining(['import', 'validate', 'serve', 'query', 'export', 'agencies']));
  for (const name of names.filter((one) => one !== 'agencies')) {
    const help = await gongkai([name, '--help']);
    expect({ name, status: help.status, examples: help.stdout.includes('  $ gongkai ') }).toEqual({
      name,
      status: 0,
      examples: true,
    });
  }
});
