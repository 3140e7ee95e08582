import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exportLines } from '../../src/store/export.js';
import { openStore } from '../../src/store/store.js';
import { held } from '../oracle/generate.js';
import type { Held, Operation } from '../oracle/held.js';
import { receiveAll } from '../oracle/stored.js';
import { engines } from '../engines.js';
import { importAll } from './import-all.js';
import { operations } from './renamed-agencies.js';
import { exported, wholeDatabase } from './whole-database.js';

/** At moments of their own: what is received at the same moment may be exported in another order. */
function apart({ operations }: Held): Held {
  return { operations: operations.map((operation, nth) => ({ ...operation, at: operation.at + nth })) };
}

/**
 * What is known of every receipt. Of the same document received three times only the first and the last time are noted:
 * here each is another. Figures without text that equal what is held are noted as that, their own title and date are
 * not: here each has a text. A text told again with other white space is not kept beside the first either: here it is
 * the same.
 */
function withOwnSource(operation: Operation): Operation[] {
  if (operation.kind === 'register') return [];
  if (operation.kind === 'withdraw') return [operation];
  const { report, at } = operation;
  const hasText = report.chapters.some(({ text }) => text.trim() !== '');
  const chapters = hasText
    ? report.chapters.map((chapter) => ({ ...chapter, text: chapter.text.trim().replace(/\s+/gu, ' ') }))
    : [{ number: 1, title: '总体情况', text: 'made up' }];
  return [{ ...operation, report: { ...report, chapters, source: { ...report.source, name: `${at}.json` } } }];
}

describe.each(engines)('an export on $name', ({ place }) => {
  test('read into an empty database makes it the same, and into its own changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(held, operations), async (of) => {
        const [here, there] = [await place(), await place()];
        const [one, other] = await Promise.all(
          [here, there].map(({ url }) => openStore({ url, statementTimeout: 5000, readers: 1 })),
        );
        if (one === undefined || other === undefined) throw new Error('two databases were opened');
        try {
          await receiveAll(one, apart(of));
          const lines = await exported(exportLines(one));
          await importAll(other, lines);
          const whole = await wholeDatabase(one);
          expect(await wholeDatabase(other)).toEqual(whole);
          expect(await exported(exportLines(other))).toEqual(lines);
          await importAll(one, lines);
          expect(await wholeDatabase(one)).toEqual(whole);
        } finally {
          await Promise.all([one.close(), other.close()]);
          await Promise.all([here.remove(), there.remove()]);
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 15) },
    );
  }, 600_000);

  test('of documents with text, without the register, may be read in any order', async () => {
    const unordered = fc.tuple(held, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(unordered, async ([of, order]) => {
        const [here, there] = [await place(), await place()];
        const [one, other] = await Promise.all(
          [here, there].map(({ url }) => openStore({ url, statementTimeout: 5000, readers: 1 })),
        );
        if (one === undefined || other === undefined) throw new Error('two databases were opened');
        try {
          const documents = apart(of).operations.flatMap(withOwnSource);
          await receiveAll(one, { operations: documents });
          const lines = await exported(exportLines(one));
          const shuffled = lines
            .map((line, at) => ({ line, place: order[at] ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ line }) => line);
          await importAll(other, shuffled);
          expect(await wholeDatabase(other)).toEqual(await wholeDatabase(one));
        } finally {
          await Promise.all([one.close(), other.close()]);
          await Promise.all([here.remove(), there.remove()]);
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 15) },
    );
  }, 600_000);
});
