/**
 * `npm run bench`: rates and ratios of this machine in this minute. It builds the program, measures it from outside and
 * prints a table; docs/performance.md holds one run. Nothing here passes or fails.
 */
import autocannon from 'autocannon';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start as startPostgres } from '../test/postgres.js';
import { medianOf, serving, servingGongkai, timed } from './program.js';
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

const readme = readFileSync(path('../README.md'), 'utf8');
const queries = {
  'the districts of the README': /```graphql\n(.*?)```/su.exec(readme)[1],
  'one division with its figures':
    '{ division(code: "350128") { name statistics(year: 2024) { reports figures { applications { received { total } } } } } }',
  'twenty reports with agency and three figures':
    '{ reports(first: 20) { nodes { year agency { name } figures { applications { received { total naturalPerson } } reviews { total } } } } }',
};

async function requests(url, query) {
  const {
    requests: answered,
    latency,
    non2xx,
  } = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    connections: 10,
    duration: 5,
  });
  if (non2xx > 0) throw new Error(`${non2xx} answers were errors: ${query}`);
  return { rate: answered.average, latency: latency.p99 };
}

async function answering() {
  const hello = await serving(path('hello.js'));
  const nothing = await requests(hello.url, '{ hello }');
  await hello.stop();
  row('Apollo that says hello', `${Math.round(nothing.rate)}/s, p99 ${nothing.latency} ms`);
  const server = await servingGongkai(sqlite('start.sqlite'));
  for (const [name, query] of Object.entries(queries)) {
    const { rate: answered, latency } = await requests(server.url, query);
    row(name, `${Math.round(answered)}/s, p99 ${latency} ms, ${(answered / nothing.rate).toFixed(2)} of hello`);
  }
  row('memory of the server after that', `${Math.round(server.memory() ?? 0)} MB`);
  await server.stop();
}

const built = spawnSync(process.execPath, [path('../scripts/build.js')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const postgres = await startPostgres();
try {
  await start();
  await reading();
  await importing(postgres.url);
  await answering();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
const [{ model }] = cpus();
console.log(`${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}\n`);
console.log('| what | measured | asked |\n|---|---|---|');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
