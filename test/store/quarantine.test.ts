import { describe, expect, test } from '@jest/globals';
import { dataVersion } from '../../src/store/database.js';
import {
  mostBytesKept,
  quarantine,
  quarantineCounts,
  quarantined,
  quarantinedContent,
  release,
} from '../../src/store/quarantine.js';
import { openStore } from '../../src/store/store.js';
import { engines } from '../engines.js';

describe.each(engines)('quarantine on $name', ({ place }) => {
  test('keeps documents with their reason until they are read; the data are another when the counts are', async () => {
    const { url, remove } = await place();
    const database = await openStore({ url, statementTimeout: 5000, readers: 1 });
    try {
      const moves = async (work: Promise<void>): Promise<boolean> => {
        const before = await dataVersion(database);
        await work;
        return (await dataVersion(database)) !== before;
      };
      const content = new TextEncoder().encode('made up\0');
      const bad = { path: 'b.txt', reason: 'UNKNOWN_YEAR' as const, message: 'title: found 20222', content };
      const first = quarantine(database, [
        bad,
        { ...bad, path: 'a/b.txt' },
        { ...bad, path: 'large.pdf', reason: 'TOO_LARGE', content: new Uint8Array(mostBytesKept + 1) },
        { ...bad, path: 'larger.pdf', reason: 'TOO_LARGE', content: null, bytes: 300_000_000 },
      ]);
      expect(await moves(first)).toBe(true);
      expect(await moves(quarantine(database, [{ ...bad, reason: 'UNKNOWN_AGENCY' }]))).toBe(true);
      expect(await moves(quarantine(database, [{ ...bad, reason: 'UNKNOWN_AGENCY' }]))).toBe(false);
      const held = await quarantined(database);
      expect(held.map(({ path, reason, bytes }) => [path, reason, bytes])).toEqual([
        ['a/b.txt', 'UNKNOWN_YEAR', 8],
        ['b.txt', 'UNKNOWN_AGENCY', 8],
        ['large.pdf', 'TOO_LARGE', mostBytesKept + 1],
        ['larger.pdf', 'TOO_LARGE', 300_000_000],
      ]);
      expect(await quarantineCounts(database)).toEqual([
        { reason: 'TOO_LARGE', documents: 2 },
        { reason: 'UNKNOWN_AGENCY', documents: 1 },
        { reason: 'UNKNOWN_YEAR', documents: 1 },
      ]);
      const contents = await Promise.all(held.map(({ id }) => quarantinedContent(database, id)));
      expect(contents.map((one) => one && new Uint8Array(one))).toEqual([content, content, null, null]);
      expect(await moves(release(database, [held[0]?.sha256 ?? '']))).toBe(true);
      expect(await moves(release(database, [held[0]?.sha256 ?? '']))).toBe(false);
      expect((await quarantined(database)).map(({ path }) => path)).toEqual(['large.pdf', 'larger.pdf']);
    } finally {
      await database.close();
      await remove();
    }
  });
});
