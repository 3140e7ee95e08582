/**
 * Every download that a page offers, opened and held against the API: each table in each of its formats cell by cell,
 * each picture as a file, each Word file by the reader, everything as lines with their hashes.
 */
import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { read } from '../../src/reading/read.js';
import type { Held } from '../api/service.js';
import { answeredRows } from './answered-rows.js';
import { compareCoverage, compareFile, expectedOf } from './table-file.js';

type Ask = Held['ask'];

/** How many there were; a test says what it counts on. */
export interface Opened {
  /** Each as CSV, Excel, Parquet and JSON. */
  tables: number;
  /** Those of them that are offered as JSON-stat too. */
  cubes: number;
  /** Each as SVG and PNG. */
  pictures: number;
  /** Word files. */
  documents: number;
}

/**
 * @param within where the links are: the whole page, or a dialog
 * @throws where a file is not what the API says
 */
export async function openDownloads(page: Page, ask: Ask, within: 'body' | 'dialog' = 'body'): Promise<Opened> {
  const opened: Opened = { tables: 0, cubes: 0, pictures: 0, documents: 0 };
  const hrefs = await page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(`${within} a[download]`)})].map(({ href }) => href)`,
  );
  const without = `${within} :is(.data-table, figure.chart):not(:has(.question-tools))`;
  expect(await page.locator(without).allInnerTexts()).toEqual([]);
  const language = await page.evaluate<string>('document.documentElement.lang');
  const get = (href: string): Promise<Uint8Array> => bytesAt(page, href);

  const tables = new Map<string, URL[]>();
  const whole: string[] = [];
  for (const href of new Set(hrefs)) {
    const url = new URL(href);
    const { pathname, searchParams } = url;
    if (searchParams.has('query')) {
      const question = ['query', 'variables', 'rows'].map((name) => searchParams.get(name)).join('\n');
      tables.set(question, [...(tables.get(question) ?? []), url]);
    } else if (pathname.startsWith('/consolidated/')) {
      await openWord(await get(href), url, ask);
      opened.documents++;
    } else whole.push(pathname);
  }
  for (const urls of tables.values()) {
    const formats = await openTable(urls, ask, get, language);
    expect(formats.filter((format) => format !== 'jsonstat').sort()).toEqual(['csv', 'json', 'parquet', 'xlsx']);
    opened.tables++;
    if (formats.includes('jsonstat')) opened.cubes++;
  }
  opened.pictures = await openPictures(page, within);
  expect(whole).toEqual(within === 'body' ? ['/export/reports.ndjson', '/export/manifest.json'] : []);
  if (within === 'body') await openEverything((path) => get(new URL(path, page.url()).href), ask);
  return opened;
}

async function bytesAt(page: Page, href: string): Promise<Uint8Array> {
  const response = await page.request.get(href);
  const body = await response.body();
  if (response.status() !== 200) throw new Error(`${response.status()} ${href}: ${body.toString()}`);
  return new Uint8Array(body);
}

/** @returns the formats that it was opened in */
async function openTable(
  urls: readonly URL[],
  ask: Ask,
  get: (href: string) => Promise<Uint8Array>,
  language: string,
): Promise<string[]> {
  const formatOf = ({ pathname }: URL): string => pathname.replace('/export/', '');
  const json = urls.find((url) => formatOf(url) === 'json');
  if (json === undefined) throw new Error(`no JSON beside ${urls.join(' ')}`);
  const search = json.searchParams;
  const answered = await answeredRows(ask, {
    query: search.get('query') ?? '',
    variables: JSON.parse(search.get('variables') ?? '{}') as Record<string, unknown>,
    rows: search.get('rows'),
  });
  const expected = expectedOf(await get(json.href), answered);
  for (const url of urls) {
    const [format, labels] = [formatOf(url), url.searchParams.get('labels') ?? ''];
    expect(language.startsWith(labels)).toBe(true);
    if (format !== 'json') await compareFile(format, await get(url.href), expected, labels);
    if (format === 'xlsx') await compareCoverage(await get(url.href.replace(/labels=\w+/u, 'labels=name')), expected);
  }
  return urls.map(formatOf);
}

async function openWord(bytes: Uint8Array, { pathname }: URL, ask: Ask): Promise<void> {
  const [, code, year] = /^\/consolidated\/(\d+)\/(\d+)\.docx$/u.exec(pathname) ?? [];
  const limits = { documentBytes: 50_000_000, unpackedBytes: 200_000_000 };
  const [found] = await read({ name: 'download.docx', folders: [], bytes }, {}, limits);
  const { data } = await ask(
    `query ($code: ID!, $year: Int!) { division(code: $code) { reconciliation(year: $year) { agencies { figures {
      applications { received { naturalPerson total } carriedOverToNextYear { total } results { total { total } } }
      reviews { upheld corrected total } } } } } }`,
    { code, year: Number(year) },
  );
  const { figures } = (data as { division: { reconciliation: { agencies: { figures: Record<string, unknown> } } } })
    .division.reconciliation.agencies;
  expect(figures['applications']).not.toBeNull();
  expect(found).toMatchObject({ report: { report: { division: code, year: Number(year), figures } } });
}

/** A line as the manifest has it for each report, with its figures. */
async function openEverything(get: (path: string) => Promise<Uint8Array>, ask: Ask): Promise<void> {
  const bytes = await get('/export/reports.ndjson');
  const manifest = JSON.parse(Buffer.from(await get('/export/manifest.json')).toString()) as {
    whole: { sha256: string; lines: number };
  };
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.whole.sha256);
  const lines = Buffer.from(bytes).toString().trimEnd().split('\n');
  expect(lines).toHaveLength(manifest.whole.lines);
  const reports = new Map<string, Line>();
  for (const line of lines.map((text) => JSON.parse(text) as Line))
    if (line.register === undefined) reports.set([line.division, line.agency, line.year, line.scope].join(' '), line);
  const received = [...reports.values()]
    .filter(({ scope }) => scope === 'OWN')
    .map(({ figures }) => figures?.applications?.received?.total ?? 0);
  const { data } = await ask(
    '{ reports(first: 0) { totalCount } statistics { nodes { figures { applications { received { total } } } } } }',
  );
  expect(data).toEqual({
    reports: { totalCount: reports.size },
    statistics: {
      nodes: [{ figures: { applications: { received: { total: received.reduce((sum, one) => sum + one, 0) } } } }],
    },
  });
}

interface Line {
  register?: string;
  division: string;
  agency: string;
  year: number;
  scope: string;
  figures?: { applications?: { received?: { total?: number | null } } };
}

/**
 * Each picture of the page as SVG, as large as it is seen, and as PNG of twice as many dots.
 *
 * @returns how many
 */
async function openPictures(page: Page, within: string): Promise<number> {
  const pictures = page.locator(`${within} figure.chart:has([role="img"])`);
  const count = await pictures.count();
  for (let at = 0; at < count; at++) {
    const picture = pictures.nth(at);
    const drawn = picture.locator('[role="img"] svg').first();
    await drawn.waitFor();
    const [width, height] = await drawn.evaluate((svg: { getAttribute: (name: string) => string | null }) =>
      ['width', 'height'].map((name) => Number(svg.getAttribute(name))),
    );
    const svg = (await saved(page, picture, 'SVG')).toString();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).toContain(`width="${width}" height="${height}"`);
    expect(svg.match(/<(path|rect|circle|polyline)/gu)?.length).toBeGreaterThan(2);
    const png = await saved(page, picture, 'PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([(width ?? 0) * 2, (height ?? 0) * 2]);
  }
  return count;
}

async function saved(page: Page, picture: ReturnType<Page['locator']>, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    picture.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path());
}
