/** What a browser loads before the first page is there. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import { buildDashboard } from './browser.js';

const built = new URL('../../dist/dashboard/', import.meta.url);

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}
let chunks: Record<string, Chunk>;

beforeAll(async () => {
  await buildDashboard();
  chunks = JSON.parse(await readFile(new URL('manifest.json', built), 'utf8')) as Record<string, Chunk>;
}, 180_000);

/** Of the chunks and all that they import without being asked, once each. */
function filesOf(names: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (chunk === undefined) throw new Error(`The manifest has no ${name}.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

async function gzipped(files: ReadonlySet<string>): Promise<number> {
  const contents = await Promise.all([...files].map((file) => readFile(new URL(file, built))));
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
}

test.each(['overview', 'division', 'agency', 'report', 'compare', 'explore', 'quality', 'measures'])(
  '%s takes less than 250 KB of packed JavaScript before charts',
  async (page) => {
    const files = filesOf(['index.html', `pages/${page}/${page}.tsx`]);
    expect([...files].filter((file) => file.includes('echarts'))).toEqual([]);
    expect(await gzipped(files)).toBeLessThan(250_000);
  },
);

test('what draws charts is loaded apart', () => {
  const drawing = Object.values(chunks).filter(({ dynamicImports }) => dynamicImports?.includes('charts/echarts.ts'));
  expect(drawing.length).toBeGreaterThan(0);
});
