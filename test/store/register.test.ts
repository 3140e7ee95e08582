import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AgencyLine } from '../../src/report/register-json.js';
import { agenciesById, findAgencies } from '../../src/store/agencies.js';
import { dataVersion, type Database } from '../../src/store/database.js';
import { agencyId } from '../../src/store/ids.js';
import { receive } from '../../src/store/intake.js';
import { register } from '../../src/store/register.js';
import { findReports, revisionsOf } from '../../src/store/reports.js';
import { openStore } from '../../src/store/store.js';
import { cellAt } from '../../src/template/figures.js';
import { reportsOracle } from '../oracle/reports.js';
import { receiveAll, storedWorld } from '../oracle/stored.js';
import { engines } from '../engines.js';
import { division, first, line, operations, report, second, third } from './renamed-agencies.js';

const total = cellAt('applications.received.total');

async function names(database: Database): Promise<string[]> {
  const { nodes } = await findAgencies(database, {}, [], { first: 100 });
  return nodes.map(({ name }) => name);
}

async function reports(database: Database, asOf: Date | null = null): Promise<unknown[]> {
  const { nodes } = await findReports(database, {}, [], { first: 100 }, asOf, [total]);
  const agencies = await agenciesById(
    database,
    nodes.map(({ agency }) => agency),
    asOf,
  );
  return nodes.map(({ agency, revision, figures }, at) => [agency, agencies[at]?.name, revision, total.in(figures)]);
}

describe.each(engines)('the register on $name', ({ place }) => {
  const withDatabase = async (work: (database: Database) => Promise<void>): Promise<void> => {
    const { url, remove } = await place();
    const database = await openStore({ url, statementTimeout: 5000, readers: 1 });
    try {
      await work(database);
    } finally {
      await database.close();
      await remove();
    }
  };

  test('makes one agency of two names, of the id of the first, and one report of theirs of a year', () =>
    withDatabase(async (database) => {
      await receive(database, [{ report: report(second, 2) }], () => 1000);
      await receive(database, [{ report: report(first, 1) }], () => 2000);
      await receive(database, [{ report: report(second, 2) }], () => 3000);
      const before = await reports(database);
      expect(before).toEqual([
        [agencyId(division, first), first, 1, 1],
        [agencyId(division, second), second, 1, 2],
      ]);
      expect(await register(database, [line(second, first)], () => 4000)).toEqual([{ status: 'stored' }]);
      const id = agencyId(division, first);
      // The document that came last came at 3000: 2, 1, 2 are three.
      expect(await reports(database)).toEqual([[id, second, 3, 2]]);
      const { nodes } = await findReports(database, {}, [], { first: 1 }, null, []);
      const [revisions] = await revisionsOf(database, [nodes[0]?.id ?? ''], [total]);
      expect(revisions?.map(({ receivedAt, figures }) => [receivedAt, total.in(figures)])).toEqual([
        [1000, 2],
        [2000, 1],
        [3000, 2],
      ]);
      expect(await reports(database, new Date(3999))).toEqual(before);
      // A document under either name is the agency's from now on.
      await receive(database, [{ report: report(first, 5) }], () => 5000);
      expect(await reports(database)).toEqual([[id, second, 4, 5]]);
    }));

  test('follows a chain of names, and back again', () =>
    withDatabase(async (database) => {
      await receive(database, [{ report: report(first, 1) }]);
      for (const [said, now] of [
        [line(third, second), [third, first]],
        [line(second, first), [third]],
        [line(second, third, first), [second]],
        [line(first), [second]],
      ] as const) {
        await register(database, [said]);
        expect((await names(database)).sort()).toEqual([...now].sort());
      }
      expect(await reports(database)).toEqual([[agencyId(division, first), second, 1, 1]]);
    }));

  test('a line again changes nothing; one that contradicts it is refused, and the others are taken', () =>
    withDatabase(async (database) => {
      const parent = { division, name: '测试区人民政府' };
      const lines: AgencyLine[] = [{ ...line(second, first), existsFrom: 2019, parent }, line(third)];
      expect(await register(database, lines)).toEqual([{ status: 'stored' }, { status: 'stored' }]);
      const version = await dataVersion(database);
      expect(await register(database, lines)).toEqual([{ status: 'unchanged' }, { status: 'unchanged' }]);
      expect(await dataVersion(database)).toBe(version);
      const outcomes = await register(database, [line(third, first), { ...line(third), existsFrom: 2020 }]);
      expect(outcomes).toMatchObject([{ status: 'failed', error: { reason: 'INVALID_JSON' } }, { status: 'stored' }]);
      expect(await dataVersion(database)).not.toBe(version);
      const { nodes } = await findAgencies(database, {}, [], { first: 100 });
      const government = nodes.find(({ name }) => name === parent.name);
      expect(government?.type).toBe('GOVERNMENT');
      expect(nodes.map(({ name, parent: above }) => [name, above === government?.id])).toEqual(
        nodes.map(({ name }) => [name, name === second]),
      );
    }));

  test('files reports of a year anew as the oracle does, at every moment of receipt', async () => {
    await fc.assert(
      fc.asyncProperty(operations, ({ operations: all }) =>
        withDatabase(async (database) => {
          const held = await receiveAll(database, { operations: all });
          for (const { at } of all) {
            const asOf = new Date(at);
            const expected = reportsOracle(held, { asOf }, storedWorld);
            expect(await reports(database, asOf)).toEqual(
              expected.map(({ agency, revision, document }) => [
                ...[agency.id, agency.name, revision, total.in(document.figures)],
              ]),
            );
          }
        }),
      ),
      { numRuns: Number(process.env['RUNS'] ?? 15) },
    );
  }, 600_000);
});
