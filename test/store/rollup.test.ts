import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { BadInput } from '../../src/report/bad-input.js';
import type { Database } from '../../src/store/database.js';
import { exportLines } from '../../src/store/export.js';
import { checkRollups, rebuildRollups } from '../../src/store/rollup/recompute.js';
import { raw, sql } from '../../src/store/sql.js';
import { openStore } from '../../src/store/store.js';
import { engines } from '../engines.js';
import { held } from '../oracle/generate.js';
import { receiveOne } from '../oracle/stored.js';
import { importAll } from './import-all.js';
import { operations } from './renamed-agencies.js';
import { exported } from './whole-database.js';

/** The database, but that one statement of its writes fails. */
function failingAt(database: Database, statement: number): Database {
  let run = 0;
  return Object.assign(Object.create(database) as Database, {
    write: <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
      database.write((manager) =>
        work(
          Object.assign(Object.create(manager) as EntityManager, {
            query: (text: string, parameters?: unknown[]): Promise<unknown> =>
              ++run === statement ? Promise.reject(new Error('made to fail')) : manager.query(text, parameters),
          }),
        ),
      ),
  });
}

const numRuns = Number(process.env['RUNS'] ?? 6);

describe.each(engines)('the rows of sums on $name', ({ place }) => {
  test('are those of the reports after whatever is received, in any order, and where a statement fails', async () => {
    const received = fc.oneof(held, operations);
    const statements = fc.array(fc.nat(40), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(received, statements, fc.array(fc.nat()), async (of, failing, order) => {
        const [here, there] = [await place(), await place()];
        const [one, other] = await Promise.all(
          [here, there].map(({ url }) => openStore({ url, statementTimeout: 20_000, readers: 1 })),
        );
        if (one === undefined || other === undefined) throw new Error('two databases were opened');
        try {
          for (const [nth, operation] of of.operations.entries()) {
            await receiveOne(failingAt(one, failing[nth % failing.length] ?? 0), operation).catch(() => undefined);
            await receiveOne(one, operation);
            const isLast = nth === of.operations.length - 1;
            // Wrong sums stay wrong: not every operation has to be looked after.
            if (isLast || nth % 4 === 3) expect((await checkRollups(one)).differences).toEqual([]);
          }
          const lines = await exported(exportLines(one));
          const shuffled = lines
            .map((line, at) => ({ line, place: order[at % Math.max(1, order.length)] ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ line }) => line);
          // In such an order a line of the register may contradict what stands by then: such a one alone is refused.
          for (const line of shuffled)
            await importAll(other, [line]).catch((error: unknown) => {
              if (!(error instanceof BadInput)) throw error;
            });
          expect((await checkRollups(other)).differences).toEqual([]);
          const rows = () => other.read(raw('SELECT * FROM rollup_missing WHERE missing <> 0 ORDER BY 1, 2, 3, 4, 5'));
          const kept = await rows();
          await rebuildRollups(other);
          expect(await checkRollups(other)).toMatchObject({ differences: [] });
          expect(await rows()).toEqual(kept);
        } finally {
          await Promise.all([one.close(), other.close()]);
          await Promise.all([here.remove(), there.remove()]);
        }
      }),
      { numRuns },
    );
  }, 600_000);

  test('that are wrong are found, and made anew', async () => {
    const { url, remove } = await place();
    const database = await openStore({ url, statementTimeout: 20_000, readers: 1 });
    try {
      const [of] = fc.sample(held, { numRuns: 1, seed: 7 });
      for (const operation of of?.operations ?? []) await receiveOne(database, operation);
      await database.source.query(`UPDATE rollup SET reports = reports + 1 WHERE division = '000000'`);
      await database.source.query(`UPDATE rollup_missing SET missing = missing + 2 WHERE division = '000000'`);
      await database.source.query(`DELETE FROM agency_span`);
      const { differences } = await checkRollups(database, 1_000);
      for (const words of ['reports is', 'missing, and the register', 'expected years'])
        expect(differences).toContainEqual(expect.stringContaining(words));
      await rebuildRollups(database);
      expect((await checkRollups(database)).differences).toEqual([]);
      expect(await database.read(sql`SELECT COUNT(*) > 0 AS "any" FROM agency_span`)).not.toEqual([{ any: 0 }]);
    } finally {
      await database.close();
      await remove();
    }
  });
});
