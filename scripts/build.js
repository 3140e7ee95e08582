/**
 * Builds what is missing or older than its sources: dist/ from src/, and of the pages dist/graphiql and dist/dashboard.
 * `npm run build`; `npm start` does it too. With names, such as `program` or `dashboard`, those parts alone.
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** Pages that a browser runs: vite builds them, not the compiler. */
const pages = ['graphiql', 'dashboard'];

const parts = [
  {
    name: 'program',
    output: 'dist',
    sources: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    leftOut: pages.map((page) => join('src', page)),
    async build() {
      await run(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.build.json']);
      await removeOrphans('dist');
    },
  },
  ...pages
    .filter((page) => existsSync(join(root, 'src', page)))
    .map((page) => ({
      name: page,
      output: join('dist', page),
      sources: [join('src', page), 'package-lock.json'],
      leftOut: [],
      build: () => run(join(packageFolder('vite'), 'bin/vite.js'), ['build', join('src', page), '--logLevel', 'error']),
    })),
];

/** A package that does not say where its programs are. */
function packageFolder(name) {
  const folder = require.resolve.paths(name)?.find((path) => existsSync(join(path, name, 'package.json')));
  if (folder === undefined) throw new Error(`${name} is not installed: run npm ci.`);
  return join(folder, name);
}

/** What was built from a source that is no more. */
async function removeOrphans(folder) {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!pages.some((page) => path === join('dist', page))) await removeOrphans(path);
    } else if (/\.js(\.map)?$/.test(path)) {
      const source = path.replace(/^dist/, 'src').replace(/\.js(\.map)?$/, '.ts');
      if (!existsSync(join(root, source))) await rm(join(root, path));
    }
  }
}

/** What the sources are now: their names, sizes and times. */
async function mark({ sources, leftOut }) {
  const hash = createHash('sha256');
  const visit = async (path) => {
    if (leftOut.includes(path)) return;
    const found = await stat(join(root, path));
    if (found.isDirectory())
      for (const entry of (await readdir(join(root, path))).sort()) await visit(join(path, entry));
    else hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const source of sources) await visit(source);
  return hash.digest('hex');
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      // Of a program that tests it vite would make a page for developers.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${dirname(program)} ended with ${code}.`))));
  });
}

/** @param say told what is built, before it is */
export async function build(say = () => {}, wanted = parts) {
  for (const part of wanted) {
    const stamp = join(root, part.output, '.built');
    const now = await mark(part);
    if ((await readFile(stamp, 'utf8').catch(() => '')) === now) continue;
    say(`Building ${part.name} …`);
    await part.build();
    await mkdir(dirname(stamp), { recursive: true });
    await writeFile(stamp, now);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const names = process.argv.slice(2);
    const wanted = names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
    await build((text) => console.error(text), wanted);
  } catch (error) {
    console.error(`The build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
