import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dataVersion, type Database } from '../../src/store/database.js';
import { receive } from '../../src/store/intake.js';
import { isEmpty, openStore } from '../../src/store/store.js';
import { withdraw } from '../../src/store/withdraw.js';
import { sql } from '../../src/store/sql.js';
import { engines, type Place } from '../engines.js';
import { madeUpReport } from '../report/made-up-report.js';

/** A made-up report that received so many applications. */
const received = (total: number, other: Parameters<typeof madeUpReport>[1] = {}) => ({
  report: madeUpReport({ 'applications.received': { naturalPerson: total, total } }, other),
});

describe.each(engines)('intake on $name', ({ place }) => {
  let at: Place;
  let database: Database;
  beforeEach(async () => {
    at = await place();
    database = await openStore({ url: at.url, statementTimeout: 2000, readers: 1 });
  });
  afterEach(async () => {
    await database.close();
    await at.remove();
  });

  test.each([
    ['in one batch', (lines: Parameters<typeof receive>[1]) => receive(database, lines)],
    [
      'one by one',
      async (lines: Parameters<typeof receive>[1]) => {
        const outcomes = [];
        for (const line of lines) outcomes.push(...(await receive(database, [line])));
        return outcomes;
      },
    ],
  ])('A, A, B, A %s are three revisions; the same again changes nothing', async (_, take) => {
    const outcomes = await take([received(1), received(1), received(2), received(1)]);
    expect(outcomes.map((one) => (one.status === 'failed' ? one : [one.status, one.revision]))).toEqual([
      ['stored', 1],
      ['unchanged', 1],
      ['revised', 2],
      ['revised', 3],
    ]);
    const version = await dataVersion(database);
    const text = { chapters: [{ number: 1, title: '总体情况', text: 'Made-up prose.' }] };
    const withText = await take([received(1), received(1, text), received(1), received(1, { title: 'Another title' })]);
    expect(withText.map(({ status }) => status)).toEqual(['unchanged', 'revised', 'unchanged', 'unchanged']);
    expect(await dataVersion(database)).not.toBe(version);
  });

  test('the version of the data moves with every change of what can be asked, and with nothing else', async () => {
    expect(await isEmpty(database)).toBe(true);
    const versions = [await dataVersion(database)];
    for (const line of [received(1), received(1), received(2), received(2, { agency: '测试县财政局' })]) {
      await receive(database, [line]);
      versions.push(await dataVersion(database));
    }
    expect(versions.map(Number)).toEqual([1, 2, 2, 3, 4]);
    expect(await isEmpty(database)).toBe(false);
  });

  test('a line that cannot be taken leaves the others of its batch', async () => {
    const broken = received(3);
    broken.report.figures.applications.received.total = 0.5;
    const outcomes = await receive(database, [
      received(1),
      received(2, { division: '999999' }),
      broken,
      received(4, { year: 2023, title: 'with a NUL: \0' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['stored', 'failed', 'failed', 'stored']);
    expect(outcomes[1]).toMatchObject({ error: { reason: 'UNKNOWN_AGENCY' } });
    expect(await database.read(sql`SELECT year FROM report ORDER BY year`)).toEqual([{ year: 2022 }, { year: 2023 }]);
  });

  test('a withdrawn report counts no more; the same document is its next revision', async () => {
    const { division, agency, year, scope } = received(1).report;
    const which = { division, agency, year, scope };
    await expect(withdraw(database, which)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await receive(database, [received(1)]);
    await withdraw(database, which);
    await expect(withdraw(database, which)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await receive(database, [received(1)])).toMatchObject([{ status: 'revised', revision: 2 }]);
  });
});
