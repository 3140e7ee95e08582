import { start } from './postgres.js';

export default async function startPostgres() {
  const server = await start();
  globalThis.gongkaiTestPostgres = server;
  process.env.GONGKAI_TEST_POSTGRES = server.url;
}
