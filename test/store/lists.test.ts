import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Moment } from '../../src/api/moment.js';
import { ancestors } from '../../src/report/divisions.js';
import { findAgencies, agenciesById } from '../../src/store/agencies.js';
import type { Database } from '../../src/store/database.js';
import type { Page } from '../../src/store/page.js';
import type { Paging } from '../../src/store/question.js';
import type { Reader } from '../../src/store/reader.js';
import { findReports } from '../../src/store/reports.js';
import { BadQuestion } from '../../src/store/bad-question.js';
import { sql } from '../../src/store/sql.js';
import { openStore } from '../../src/store/store.js';
import { cells } from '../../src/template/figures.js';
import { withIds, type Ask } from '../oracle/ask.js';
import { heldAndAsked } from '../oracle/generate.js';
import { Refusal } from '../oracle/refuse.js';
import { agenciesOracle, reportsOracle } from '../oracle/reports.js';
import { receiveAll, storedWorld } from '../oracle/stored.js';
import type { Held } from '../oracle/held.js';
import { engines } from '../engines.js';

/** Every page after the other, of so many. */
async function allPages<Node>(first: number, page: (paging: Paging) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const found: Page<Node> = await page({ first, after });
    nodes.push(...found.nodes);
    if (!found.hasNextPage) {
      expect(found.totalCount).toBe(nodes.length);
      return nodes;
    }
    after = found.cursors.at(-1) ?? null;
  }
}

async function listed(database: Reader, ask: Ask, first: number): Promise<unknown> {
  if (ask.kind === 'agencies') {
    const { where, orderBy } = ask.question;
    const found = await allPages(first, (paging) => findAgencies(database, where ?? {}, orderBy ?? [], paging));
    return found.map(({ id, division, name, type }) => ({ id, division, name, type }));
  }
  if (ask.kind !== 'reports') return null;
  const { where, orderBy, asOf } = ask.question;
  try {
    const found = await allPages(first, (paging) =>
      findReports(database, where ?? {}, orderBy ?? [], paging, asOf ?? null, cells),
    );
    const agencies = await agenciesById(
      database,
      found.map(({ agency }) => agency),
      asOf ?? null,
    );
    return found.map(({ year, scope, revision, edition, publishedOn, synthetic, figures }, at) => ({
      agency: agencies[at]?.id,
      name: agencies[at]?.name,
      type: agencies[at]?.type,
      ...{ year, scope, revision, edition, publishedOn, synthetic, figures },
    }));
  } catch (error) {
    if (error instanceof BadQuestion) return error.code;
    throw error;
  }
}

function expected(held: Held, ask: Ask): unknown {
  if (ask.kind === 'agencies')
    return agenciesOracle(held, ask.question, storedWorld).map(({ id, division, name, type }) => ({
      ...{ id, division, name, type },
    }));
  if (ask.kind !== 'reports') return null;
  try {
    return reportsOracle(held, ask.question, storedWorld).map(({ agency, year, scope, revision, document }) => ({
      agency: agency.id,
      name: agency.name,
      type: agency.type,
      ...{ year, scope, revision },
      edition: document.edition,
      publishedOn: document.publishedOn,
      synthetic: document.synthetic,
      figures: document.figures,
    }));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Some parts of the names that were received, of one character up to five. */
function partsOf({ operations }: Held): string[] {
  return operations.flatMap((operation, at) => {
    if (operation.kind !== 'report') return [];
    const name = operation.report.agency;
    const start = at % Math.max(1, [...name].length);
    const part = [...name].slice(start, start + 1 + (at % 5)).join('');
    return part === '' ? [] : [part];
  });
}

/** Of every division that anything was said of and all above it, with and without those below, in all years and in some. */
function listsOfDivisions({ operations }: Held): Ask[] {
  const named = operations.map((operation) =>
    operation.kind === 'report'
      ? operation.report.division
      : operation.kind === 'register'
        ? operation.line.division
        : operation.division,
  );
  const divisions = new Set(named.flatMap((code) => [code, ...ancestors(code).map((above) => above.code)]));
  const years = operations.flatMap((operation) => (operation.kind === 'report' ? [operation.report.year] : []));
  return [...divisions].flatMap((code) =>
    [{ within: code }, { eq: code }].flatMap((division) =>
      [null, { eq: years[0] ?? 2022 }, { lte: years.at(-1) ?? 2022 }].map((year): Ask => ({
        kind: 'reports',
        question: { where: { division, year } },
      })),
    ),
  );
}

/** The pairs of characters that stand beside the agencies are those of their names. */
async function expectPairsOf(database: Database): Promise<void> {
  const held = await database.read(sql`SELECT bigram, division, name, agency FROM agency_bigram`);
  const agencies = await database.read(sql`SELECT id, division, name FROM agency`);
  const pairs = agencies.flatMap(({ id, division, name }) => {
    const characters = [...String(name)];
    const found = new Set(characters.slice(1).map((second, at) => `${characters[at]}${second}`));
    return [...found].map((bigram) => ({ bigram, division, name, agency: id }));
  });
  const inOrder = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  expect(inOrder(held)).toEqual(inOrder(pairs));
}

describe.each(engines)('lists on $name', ({ place }) => {
  test('are those of the oracle, page by page, whatever was received and is asked', async () => {
    await fc.assert(
      fc.asyncProperty(heldAndAsked, fc.integer({ min: 1, max: 7 }), async ({ held, asked }, first) => {
        const { url, remove } = await place();
        const database = await openStore({ url, statementTimeout: 5000, readers: 1 });
        try {
          await receiveAll(database, held);
          await expectPairsOf(database);
          const everything: Ask[] = [
            { kind: 'agencies', question: {} },
            ...[null, ...held.operations.map(({ at }) => new Date(at))].map((asOf): Ask => ({
              kind: 'reports',
              question: { asOf },
            })),
            ...asked.map(({ ask }) => ask),
            ...partsOf(held).map((contains): Ask => ({
              kind: 'agencies',
              question: { where: { name: { contains } } },
            })),
          ];
          for (const one of everything) {
            const ask = withIds(one, storedWorld);
            expect(await listed(database, ask, first)).toEqual(expected(held, ask));
          }
        } finally {
          await database.close();
          await remove();
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 15) },
    );
  }, 600_000);

  test('are the same where their order is kept in memory, also after something changed', async () => {
    await fc.assert(
      fc.asyncProperty(heldAndAsked, fc.integer({ min: 1, max: 7 }), async ({ held: { operations } }, first) => {
        const { url, remove } = await place();
        const database = await openStore({ url, statementTimeout: 5000, readers: 1 });
        const askAll = async (held: Held): Promise<void> => {
          // Without a transaction, as requests are answered where nothing is written meanwhile.
          const moment = new Moment(database, 60_000, true);
          try {
            // The second time the order is read and kept, then it is asked.
            for (let time = 0; time < 3; time++)
              for (const ask of listsOfDivisions(held))
                expect(await listed(moment, ask, first)).toEqual(expected(held, withIds(ask, storedWorld)));
          } finally {
            await moment.end();
          }
        };
        try {
          const some = await receiveAll(database, { operations: operations.slice(0, -2) });
          await askAll(some);
          const more = await receiveAll(database, { operations: operations.slice(-2) });
          await askAll({ operations: [...some.operations, ...more.operations] });
        } finally {
          await database.close();
          await remove();
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 10) },
    );
  }, 600_000);
});
