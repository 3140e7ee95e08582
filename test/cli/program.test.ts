/** The program as it is built and run: its workers, its streams, its signals. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { asText, water } from './documents.js';
import { inFolder, jsonLines } from './terminal.js';

const run = promisify(execFile);
const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const program = path('bin/gongkai.js');
const started = (argv: string[], environment: Record<string, string> = {}) =>
  spawn(process.execPath, [program, ...argv], { env: { ...process.env, ...environment } });

const minutes = 60_000;
beforeAll(() => run(process.execPath, [path('scripts/build.js'), 'program']), 3 * minutes);

/** More documents than one thread is given. */
const many = 40;
async function writeMany(folder: string): Promise<string[]> {
  const files = Array.from({ length: many }, (_, at) => join(folder, `${String(at).padStart(3, '0')}.txt`));
  for (const [at, file] of files.entries()) await writeFile(file, asText({ ...water, year: 2021 + (at % 5) }));
  return files;
}

describe('the built program', () => {
  test(
    'reads many documents in several threads, and gives them in the order of their names',
    () =>
      inFolder(async (folder) => {
        const files = await writeMany(folder);
        const { stdout } = await run(process.execPath, [program, 'validate', folder, '--json']);
        const reports = jsonLines(stdout);
        expect(reports.map(({ file }) => file)).toEqual(files);
        expect(reports.map(({ year }) => year)).toEqual(files.map((_, at) => 2021 + (at % 5)));
      }),
    minutes,
  );

  test(
    'ends quietly when its reader has had enough',
    () =>
      inFolder(async (folder) => {
        await writeMany(folder);
        const child = started(['validate', folder, '--json']);
        let said = '';
        child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
        await once(child.stdout, 'data');
        child.stdout.destroy();
        expect(await once(child, 'exit')).toEqual([0, null]);
        expect(said).toBe('');
      }),
    minutes,
  );

  test(
    'stops importing a file when it is told to, and keeps what it has stored',
    () =>
      inFolder(async (folder) => {
        const line = readFileSync(new URL('../../seeds/reports.ndjson', import.meta.url), 'utf8').split('\n')[0] ?? '';
        const many = Array.from({ length: 8_000 }, (_, at) => line.replace(/"agency":"/u, `"agency":"虚构${at}`));
        await writeFile(join(folder, 'many.ndjson'), many.join('\n'));
        const database = ['--database', `sqlite:${folder}/stopped.sqlite`];
        const child = started(['import', join(folder, 'many.ndjson'), ...database]);
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
        while (!existsSync(join(folder, 'stopped.sqlite-wal'))) await setTimeout(20);
        await setTimeout(500);
        child.kill('SIGINT');
        expect(await once(child, 'close')).toEqual([130, null]);
        expect(said).toMatch(/^\d+ read: [^]*Stopped as asked: what is counted here is stored/u);
      }),
    minutes,
  );

  test(
    'serves the seeds from an empty database, and stops on SIGTERM',
    () =>
      inFolder(async (folder) => {
        const child = started(['serve', '--database', `sqlite:${folder}/new/served.sqlite`], {
          PORT: '0',
          HOST: '127.0.0.1',
        });
        let said = '';
        child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
        const [first] = (await once(child.stdout, 'data')) as [Buffer];
        const address = /http:\/\/127\.0\.0\.1:\d+\/graphql/u.exec(first.toString())?.[0] ?? '';
        const answered = await fetch(address, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ query: '{ statistics { nodes { reports } } }' }),
        });
        expect(await answered.json()).toMatchObject({
          data: { statistics: { nodes: [{ reports: expect.any(Number) }] } },
        });
        child.kill('SIGTERM');
        expect(await once(child, 'exit')).toEqual([0, null]);
        expect(said).toMatch(/^\d+ reports of seeds\/ loaded/u);
      }),
    minutes,
  );
});
