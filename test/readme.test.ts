/** The README says what is so: its queries give its answers on the seeds, its commands and files are there. */
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gongkai, inFolder } from './cli/terminal.js';

const root = new URL('../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, root));
const readme = readFileSync(path('README.md'), 'utf8');

interface Example {
  query: string;
  answer: string;
}
const examples: Example[] = [...readme.matchAll(/```graphql\n(.*?)```\s*```json\n(.*?)```/gsu)].map(
  ([, query = '', answer = '']) => ({ query, answer }),
);

test('its queries give its answers, which are not of zeros', () =>
  inFolder(async (folder) => {
    const given = { database: `sqlite:${folder}/readme.sqlite` };
    const seeds = ['seeds/register.ndjson', 'seeds/reports.ndjson'].map(path);
    expect(await gongkai(['import', ...seeds], given)).toMatchObject({ status: 0 });
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const { query, answer } of examples) {
      const { stdout } = await gongkai(['query'], { ...given, stdin: query });
      expect(JSON.parse(stdout)).toEqual(JSON.parse(answer));
      expect(answer).toMatch(/: [1-9]/u);
    }
  }));

test('its commands are there, with their help', async () => {
  const named = new Set([...readme.matchAll(/gongkai (agencies import|[a-z]+)\b/gu)].map(([, name = '']) => name));
  named.delete('reads');
  expect(named.size).toBeGreaterThanOrEqual(8);
  for (const name of named) expect(await gongkai([...name.split(' '), '--help'])).toMatchObject({ status: 0 });
});

test('its first screen has the two commands, each on a line to copy', () => {
  const firstScreen = readme.split('\n').slice(0, 60);
  expect(firstScreen).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
});

test('the files and scripts that it names are there', () => {
  const links = [...readme.matchAll(/\]\(([^):]+)\)/gu)].map(([, link = '']) => link);
  const code = [...readme.matchAll(/`((?:src|docs|seeds|test)\/[^`…]*)`/gu)].map(([, name = '']) => name);
  expect([...links, ...code].filter((name) => !existsSync(path(name)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { scripts: Record<string, string> };
  const run = [...readme.matchAll(/npm (?:run )?([a-z]+)\b/gu)].map(([, name = '']) => name);
  expect(run.filter((name) => name !== 'ci' && scripts[name] === undefined)).toEqual([]);
});

test('it tells how many reports there are', () => {
  const reports = readFileSync(path('seeds/reports.ndjson'), 'utf8').trim().split('\n').length;
  const said = [...readme.matchAll(/(\d+) (?:real reports|份真实报告|reports come)/gu)].map(([, number]) =>
    Number(number),
  );
  expect(said).toEqual([reports, reports, reports]);
});
