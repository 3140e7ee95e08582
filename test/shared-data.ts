/** The real reports beside the project: there in every CI run, perhaps not in a clone of one's own. */
import { describe, test } from '@jest/globals';
import { existsSync } from 'node:fs';

const folder = new URL('../../shared/data/', import.meta.url);

/** The folder's URL, with a slash at its end; null in a clone without it. */
export const sharedData: URL | null = existsSync(folder) ? folder : null;

if (sharedData === null && process.env['CI'] === 'true') {
  throw new Error(`The real reports are missing: expected them in ${folder.pathname}.`);
}

/** A `describe` that runs on the real reports, and says that it is skipped where they are not there. */
export function describeWithSharedData(name: string, body: (data: URL) => void): void {
  describeWith(sharedData, name, body);
}

/** The body is not run without the data: it may read them to tell which tests there are. */
export function describeWith(data: URL | null, name: string, body: (data: URL) => void): void {
  if (data !== null) describe(name, () => body(data));
  else test.skip(`${name} (skipped: ../shared/data is not here)`, () => undefined);
}
