/** How questions are read: one moment for all statements of a snapshot, and connections that outlive what fails on them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataVersion, type Database } from '../../src/store/database.js';
import { raw, sql } from '../../src/store/sql.js';
import { openStore } from '../../src/store/store.js';
import { load } from '../api/service.js';
import { engines, type Place } from '../engines.js';
import { applications, litong, own, received } from '../oracle/examples/made.js';

describe.each(engines)('on $name', ({ place }) => {
  let at: Place;
  let database: Database;
  beforeAll(async () => {
    at = await place();
    database = await openStore({ url: at.url, readers: 1, statementTimeout: 2000 });
  });
  afterAll(async () => {
    await database.close();
    await at.remove();
  });

  test('a snapshot stays at its moment, whatever is written beside it', async () => {
    await load(database, received(own(litong.education, 2021, applications(1))));
    // One connection reads; another database object is beside it, as another process would be.
    const beside = await openStore({ url: at.url, readers: 1, statementTimeout: 2000 });
    const reports = sql`SELECT id FROM report_revision`;
    const snapshot = await database.snapshot();
    const version = await snapshot.dataVersion();
    await load(beside, received(own(litong.education, 2022, applications(2))));
    expect(await snapshot.read(reports)).toHaveLength(1);
    await load(beside, received(own(litong.education, 2023, applications(3))));
    expect([(await snapshot.read(reports)).length, await snapshot.dataVersion()]).toEqual([1, version]);
    await snapshot.release();

    const after = await database.snapshot();
    expect(await after.read(reports)).toHaveLength(3);
    expect(await after.dataVersion()).toBe(await dataVersion(beside));
    expect(await after.dataVersion()).not.toBe(version);
    await after.release();
    await beside.close();
  });

  test('a statement that fails says which it was, and the connection reads on', async () => {
    const snapshot = await database.snapshot();
    await expect(snapshot.read(sql`SELECT nothing FROM report`)).rejects.toThrow('nothing');
    await snapshot.release();
    await expect(database.read(sql`SELECT * FROM nowhere`)).rejects.toThrow('nowhere');
    expect(await database.read(sql`SELECT ${1} + 1 AS two`)).toEqual([{ two: 2 }]);
  });

  test('the same statement again, and more statements than any connection keeps', async () => {
    for (let round = 0; round < 3; round++)
      for (let one = 0; one < 350; one++)
        expect(await database.read(sql`SELECT ${one} + ${raw(String(one))} AS twice`)).toEqual([{ twice: 2 * one }]);
  });
});
