/** How fast questions are answered from so many reports, as multiples of what a hello-world of the same server takes. */
import { createWriteStream, rmSync, statSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { always, connections, load } from './load.js';
import { program, serving, servingGongkai, timed } from './program.js';
import { drawingFrom, namesOf } from './questions.js';

const helloScript = fileURLToPath(new URL('hello.js', import.meta.url));
/** Of each question so many are drawn for each connection: more than one asks. */
const drawn = 1000;

const middle = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** Reports with their register, the same each time. */
export async function generate(file, reports) {
  const child = spawn(
    process.execPath,
    [program, 'generate', '--reports', String(reports), '--seed', '7', '--register'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  await once(child.stdout.pipe(createWriteStream(file)), 'finish');
  const [status] = await ended;
  if (status !== 0) throw new Error(`generate ended with ${status}`);
}

const metric = async (url, name) => {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

/** Rows that PostgreSQL's tables and indexes gave so far; null on SQLite, which does not say. */
async function rowsRead(databaseUrl) {
  if (!databaseUrl.startsWith('postgres')) return null;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // What a connection has read is told a second later at most, or when it ends.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const { rows } = await client.query(
    'SELECT tup_returned + tup_fetched AS read FROM pg_stat_database WHERE datname = current_database()',
  );
  await client.end();
  return Number(rows[0].read);
}

async function sizeOf(databaseUrl) {
  if (databaseUrl.startsWith('sqlite:')) return statSync(databaseUrl.slice('sqlite:'.length)).size;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT pg_database_size(current_database()) AS size');
  await client.end();
  return Number(rows[0].size);
}

const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
const times = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/**
 * @param sizes how many reports
 * @param engines `{ name, place, vacuum }`: where a database of a name lies, and what is done once it is filled
 * @param row takes what was measured
 */
export async function answering({ folder, sizes, engines, seconds, only, row }) {
  for (const reports of sizes) {
    const file = join(folder, `${reports}.ndjson`);
    await generate(file, reports);
    for (const { name, place } of engines) {
      const databaseUrl = await place(`bench_${reports}`);
      const begun = new Date();
      const imported = await timed(['import', file, '--json'], { DATABASE_URL: databaseUrl });
      const moments = [begun, new Date()];
      row(`import of ${reports} reports and their register, ${name}`, `${Math.round(reports / imported)}/s`);
      const hello = await serving(helloScript);
      const hellos = [];
      const server = await servingGongkai({ DATABASE_URL: databaseUrl, SEED: 'never' });
      const draw = await drawingFrom(server.url, moments);
      const measured = [];
      for (const question of namesOf(only)) {
        const bodies = Array.from({ length: connections }, () => Array.from({ length: drawn }, () => draw(question)));
        // Beside each question, since what a machine does in a second changes from one minute to the next.
        hellos.push(await load(hello.url, always('{ hello }'), seconds / 2));
        // Until what is asked for often is kept in memory: the sums of some years.
        await load(server.url, bodies, 3);
        const statements = await metric(server.url, 'gongkai_statements_total');
        const asked = await metric(server.url, 'gongkai_graphql_request_duration_seconds_count');
        const read = await rowsRead(databaseUrl);
        const found = await load(server.url, bodies, seconds);
        const requests = (await metric(server.url, 'gongkai_graphql_request_duration_seconds_count')) - asked;
        measured.push({
          ...question,
          ...found,
          statements: ((await metric(server.url, 'gongkai_statements_total')) - statements) / requests,
          rows: read === null ? null : ((await rowsRead(databaseUrl)) - read) / requests,
        });
      }
      const memory = server.memory();
      await server.stop();
      await hello.stop();
      const unit = middle(hellos.map(({ p50 }) => p50));
      row(
        `${reports} reports, ${name}: a hello-world`,
        `${Math.round(middle(hellos.map(({ rate }) => rate)))}/s, p50 ${unit.toFixed(2)} ms, p99 ${middle(hellos.map(({ p99 }) => p99)).toFixed(1)} ms`,
      );
      for (const { words, wanted, rate, p50, p99, failed, statements, rows } of measured)
        row(
          `${reports} reports, ${name}: ${words}`,
          `${times(p50 / unit)} × hello, ${Math.round(rate)}/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(1)} ms, ` +
            `${statements.toFixed(1)} statements${rows === null ? '' : `, ${Math.round(rows)} rows`}` +
            (failed === 0 ? '' : `, ${failed} without an answer in time`),
          wanted[name] === null ? '' : `≤ ${wanted[name]} ×`,
        );
      row(`${reports} reports, ${name}: memory of the server after that`, `${Math.round(memory ?? 0)} MB`, '≤ 300 MB');
      row(`${reports} reports, ${name}: size of the database`, megabytes(await sizeOf(databaseUrl)));
      if (databaseUrl.startsWith('sqlite:'))
        for (const end of ['', '-wal', '-shm']) rmSync(databaseUrl.slice('sqlite:'.length) + end, { force: true });
    }
    rmSync(file);
  }
}
