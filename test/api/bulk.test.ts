/** Everything as files: as the manifest says, and importable elsewhere. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { linesOfPart, type Hashed, type Manifest } from '../../src/api/download/bulk.js';
import { exportLines } from '../../src/store/export.js';
import { engines } from '../engines.js';
import { applications, litong, moment, own } from '../oracle/examples/made.js';
import { exported } from '../store/whole-database.js';
import { load, loadSeeds, serviceHolding, type Held } from './service.js';

let held: Held;
beforeAll(async () => {
  held = await serviceHolding(engines[0], []);
  await loadSeeds(held.database);
}, 60_000);
afterAll(() => held.close());

const get = (name: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${held.url}/export/${name}`, { headers });

function hashedOf(name: string, text: string): Hashed {
  return {
    name,
    bytes: Buffer.byteLength(text),
    lines: text.split('\n').length - 1,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

test('the manifest tells of the whole and its parts, which are the lines of an export in their order', async () => {
  const response = await get('manifest.json');
  const manifest = (await response.json()) as Manifest;
  const whole = await (await get('reports.ndjson')).text();
  expect(manifest.whole).toEqual(hashedOf('reports.ndjson', whole));
  expect(whole.trimEnd().split('\n')).toEqual(await exported(exportLines(held.database)));
  let parts = '';
  for (const part of manifest.parts) {
    const text = await (await get(part.name)).text();
    expect(part).toEqual(hashedOf(part.name, text));
    parts += text;
  }
  expect(parts).toBe(whole);
  expect(manifest.parts).toHaveLength(Math.ceil(manifest.whole.lines / linesOfPart));
  expect(response.headers.get('x-gongkai-data-version')).toBe(manifest.dataVersion);
  expect(manifest.citation).toContain(`数据版本 ${manifest.dataVersion}`);
});

test('who holds a file is told so, and a transfer that broke off goes on', async () => {
  const [part] = ((await (await get('manifest.json')).json()) as Manifest).parts;
  const name = part?.name ?? '';
  const etag = `"${part?.sha256}"`;
  expect((await get(name, { 'if-none-match': etag })).status).toBe(304);
  const rest = await get(name, { range: 'bytes=100-', 'if-range': etag });
  const bytes = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
  const whole = await bytes(await get(name));
  expect([rest.status, whole.subarray(100).equals(await bytes(rest))]).toEqual([206, true]);
  const none = await get('reports-00099.ndjson');
  expect([none.status, await none.json()]).toEqual([
    404,
    { message: 'There is no reports-00099.ndjson: manifest.json lists the parts.' },
  ]);
});

test('they are made anew when the data have changed, once for all who ask', async () => {
  const before = (await (await get('manifest.json')).json()) as Manifest;
  await load(held.database, [
    { at: moment(9).getTime(), kind: 'report', report: own(litong.police, 2022, applications(4)) },
  ]);
  // The parts are those of the manifest that was given.
  expect(hashedOf(before.parts[0]?.name ?? '', await (await get(before.parts[0]?.name ?? '')).text())).toEqual(
    before.parts[0],
  );
  let snapshots = 0;
  const snapshot = held.database.snapshot.bind(held.database);
  held.database.snapshot = () => {
    snapshots++;
    return snapshot();
  };
  const [one, other] = await Promise.all([get('manifest.json'), get('manifest.json')]);
  const after = (await one?.json()) as Manifest;
  expect(await other?.json()).toEqual(after);
  expect([after.whole.lines, after.dataVersion === before.dataVersion, snapshots]).toEqual([
    before.whole.lines + 1,
    false,
    1,
  ]);
  held.database.snapshot = snapshot;
});
