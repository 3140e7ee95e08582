/**
 * `npm run bench`: rates and ratios of this machine in this minute. It builds the program, measures it from outside and
 * prints a table; docs/performance.md holds one run. Nothing here passes or fails.
 *
 * npm run bench -- --only start,reading,importing,answering,pages   some of the parts
 * npm run bench -- --full                                      answering from a million reports too
 * npm run bench -- --reports 20000 --engine SQLite             answering from so many, of one engine
 * npm run bench -- --question trend                            only the questions with that word
 * npm run bench -- --seconds 10                                how long each question is asked
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { start as startPostgres } from '../test/postgres.js';
import { answering } from './answering.js';
import { measurePages } from './pages.js';
import { medianOf, servingGongkai, timed } from './program.js';
import { writeReports } from './reports.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
const sqlite = (name) => ({ DATABASE_URL: `sqlite:${join(folder, name)}` });
const rows = [];
const row = (what, measured, wanted = '') => {
  rows.push([what, measured, wanted]);
  console.error(`${what}: ${measured}`);
};
const seconds = (value) => `${value.toFixed(2)} s`;
const rate = (count, value) => `${Math.round(count / value)}/s`;

/** One document of each format: of the real reports where they are here, else the project's own. */
function documents() {
  const found = new Map();
  const consider = (file) => {
    const format = extname(file).slice(1);
    const isReport =
      /source\.|report\.html$|ruled\.pdf$|word-processor\.docx$/.test(file) && !/unruled|unreal/.test(file);
    if (isReport && !found.has(format)) found.set(format, file);
  };
  const shared = path('../../shared/data/');
  if (existsSync(shared))
    for (const name of readdirSync(shared).filter((one) => one.startsWith('f20')))
      for (const file of readdirSync(join(shared, name))) consider(join(shared, name, file));
  for (const file of readdirSync(path('../test/reading/documents/')))
    consider(path(`../test/reading/documents/${file}`));
  return found;
}

/** The project's own documents are of an agency that does not exist. */
const stated = ['--division', '350128', '--agency', '平潭县某局', '--year', '2023'];
const argvOf = (file) => (file.includes('test/reading') ? stated : []);

async function start() {
  const first = await servingGongkai(sqlite('start.sqlite'));
  await first.stop();
  row('ready, first start with the seeds', seconds(first.seconds), '≤ 20 s');
  const again = await medianOf(3, async () => {
    const server = await servingGongkai(sqlite('start.sqlite'));
    await server.stop();
    return server.seconds;
  });
  const server = await servingGongkai(sqlite('start.sqlite'));
  row('memory of the server with the seeds', `${Math.round(server.memory() ?? 0)} MB`, '< 200 MB');
  await server.stop();
  row('ready, on an existing database', seconds(again), '≤ 3 s');
}

async function reading() {
  const counts = { txt: 1500, md: 1500, html: 1000, docx: 400, pdf: 60 };
  const wanted = { txt: '≥ 200/s', html: '≥ 200/s', docx: '≥ 60/s', pdf: '≥ 5/s' };
  for (const [format, file] of documents()) {
    const one = await medianOf(3, () => timed(['validate', file, ...argvOf(file)]));
    row(`validate one ${format} of ${Math.round(statSync(file).size / 1024)} KB`, seconds(one), '≤ 1 s');
    const many = join(folder, format);
    mkdirSync(many);
    for (let at = 0; at < counts[format]; at++) copyFileSync(file, join(many, `${at}.${format}`));
    row(
      `read and check ${format}`,
      rate(counts[format], await timed(['validate', many, '--json', ...argvOf(file)])),
      wanted[format],
    );
  }
}

async function importing(postgres) {
  const count = 20_000;
  const file = join(folder, 'reports.ndjson');
  await writeReports(file, count);
  const into = async (environment) => rate(count, await timed(['import', file, '--json'], environment));
  row(`import NDJSON into SQLite, ${count} reports`, await into(sqlite('import.sqlite')), '≥ 2500/s');
  row(`import NDJSON into PostgreSQL, ${count} reports`, await into({ DATABASE_URL: `${postgres}/postgres` }));
}

/** A new database of that name. */
async function postgresDatabase(postgres, name) {
  const client = new pg.Client({ connectionString: `${postgres}/postgres` });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name}`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${postgres}/${name}`;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'start,reading,importing,answering,pages' },
    full: { type: 'boolean', default: false },
    reports: { type: 'string' },
    engine: { type: 'string' },
    question: { type: 'string' },
    seconds: { type: 'string', default: '5' },
  },
});
const parts = {
  start,
  reading,
  importing: ({ url }) => importing(url),
  answering: ({ url }) =>
    answering({
      folder,
      sizes: options.reports ? [Number(options.reports)] : [10_000, 100_000, ...(options.full ? [1_000_000] : [])],
      engines: [
        { name: 'SQLite', place: (name) => `sqlite:${join(folder, `${name}.sqlite`)}` },
        { name: 'PostgreSQL', place: (name) => postgresDatabase(url, name) },
      ].filter(({ name }) => options.engine === undefined || name === options.engine),
      seconds: Number(options.seconds),
      only: options.question ?? null,
      row,
    }),
  pages: () => measurePages({ folder, row }),
};

const built = spawnSync(process.execPath, [path('../scripts/build.js')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const postgres = await startPostgres();
try {
  for (const part of options.only.split(',')) await parts[part](postgres);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
const [{ model }] = cpus();
console.log(`${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}\n`);
console.log('| what | measured | asked |\n|---|---|---|');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
