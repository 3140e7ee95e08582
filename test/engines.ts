/**
 * Databases for tests: every test of the store and the API runs on SQLite and on PostgreSQL. PostgreSQL is started
 * once per run by test/postgres.js and told through an environment variable.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface Place {
  url: string;
  remove: () => Promise<void>;
}

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  return {
    url: `sqlite:${join(folder, 'gongkai.sqlite')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const server = process.env['GONGKAI_TEST_POSTGRES'];
  if (server === undefined) throw new Error('PostgreSQL was not started: see test/postgres.js');
  const name = `gongkai_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: `${server}/postgres` });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  return { url: `${server}/${name}`, remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

export const engines = [
  { name: 'SQLite', place: sqlitePlace },
  { name: 'PostgreSQL', place: postgresPlace },
] as const;
