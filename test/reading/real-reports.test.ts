/** The real reports beside the project, each read to exactly the figures that were taken from it by hand. */
import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { interpret } from '../../src/reading/interpret/interpret.js';
import type { SourceText } from '../../src/reading/document.js';
import { readHtml } from '../../src/reading/html.js';
import { readText } from '../../src/reading/text.js';
import { fenOf } from '../../src/template/amount.js';
import { cells, type CellPath } from '../../src/template/figures.js';
import { describeWithSharedData } from '../shared-data.js';

const readers: Record<string, (bytes: Uint8Array) => SourceText> = { txt: readText, md: readText, html: readHtml };

interface Stated {
  edition: string;
  figures: unknown;
}

/** What reading must give: read.json where it states figures, else figures.json. */
function statedIn(folder: URL): Stated {
  const read = new URL('read.json', folder);
  const json = (file: URL): Partial<Stated> => JSON.parse(readFileSync(file, 'utf8')) as Partial<Stated>;
  const found = existsSync(read) ? json(read) : {};
  const { edition = '', figures } = found.figures === undefined ? json(new URL('figures.json', folder)) : found;
  return { edition, figures };
}

function cellIn(figures: unknown, keys: readonly string[]): number | string | null {
  let at = figures;
  for (const key of keys) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return typeof at === 'number' || typeof at === 'string' ? at : null;
}

describeWithSharedData('the real reports', (data) => {
  const documents = existsSync(data)
    ? readdirSync(data).flatMap((name) =>
        Object.keys(readers).flatMap((format) =>
          existsSync(new URL(`${name}/source.${format}`, data)) ? [{ name, format }] : [],
        ),
      )
    : [];

  test.each(documents)('$name reads to its figures, cell by cell', ({ name, format }) => {
    const folder = new URL(`${name}/`, data);
    const read = readers[format];
    if (read === undefined) throw new Error(`no reader for ${format}`);
    const { edition, figures } = interpret(read(readFileSync(new URL(`source.${format}`, folder))));
    const stated = statedIn(folder);
    const expected: Partial<Record<CellPath, number | null>> = {};
    const actual: Partial<Record<CellPath, number | null>> = {};
    for (const cell of cells) {
      const value = cellIn(stated.figures, cell.keys);
      expected[cell.path] = typeof value === 'string' ? fenOf(value) : value;
      actual[cell.path] = cell.in(figures);
    }
    expect(edition).toBe(stated.edition);
    expect(actual).toEqual(expected);
  });
});
