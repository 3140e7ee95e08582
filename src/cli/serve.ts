/** `gongkai serve`: what npm start runs. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Settings } from '../api/settings.js';
import type { Database } from '../store/database.js';
import { usualLimits } from '../reading/limits.js';
import { importInto } from './import.js';
import { openedStore } from './opened-store.js';
import { status, type Terminal } from './terminal.js';
import { counted } from './counted.js';

/** The register first: it says which agencies have been renamed. The same place as seen from src/cli and dist/cli. */
const seeds = ['register.ndjson', 'reports.ndjson'].map((file) =>
  fileURLToPath(new URL(`../../seeds/${file}`, import.meta.url)),
);

/** Loads the seeds by the same intake as any file, if nothing was ever received. */
export async function loadSeeds(database: Database, terminal: Terminal): Promise<void> {
  const { isEmpty } = await import('../store/store.js');
  if (!(await isEmpty(database))) return;
  const there = seeds.filter((path) => existsSync(path));
  const { stored, quarantined } = await importInto(database, there, { stated: {}, limits: usualLimits }, terminal);
  await terminal.stderr.write(`${counted(stored, 'report')} of seeds/ loaded into the empty database.\n`);
  for (const { file, message } of quarantined) await terminal.stderr.write(`${file}: ${message}\n`);
}

/** In percent of what is in use after a collection: V8 would let garbage grow to several times that before the next. */
const heapGrowth = 50;

export async function serve(settings: Settings, terminal: Terminal): Promise<number> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
  const database = await openedStore(settings);
  try {
    if (settings.seed === 'auto') await loadSeeds(database, terminal);
    const { createService } = await import('../api/service.js');
    const service = await createService({ settings, database });
    const { url } = await service.start();
    await terminal.stdout.write(
      `Gongkai answers at ${url}/graphql; its pages are at ${url}, GraphiQL is at ${url}/graphiql/.\n`,
    );
    await stopped(terminal.stop);
    await terminal.stderr.write('Stopping: what was accepted is answered.\n');
    await service.stop();
  } finally {
    await database.close();
  }
  return status.well;
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
