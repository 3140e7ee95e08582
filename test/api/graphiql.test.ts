/** GraphiQL as a person meets it: in a browser, with no request to anywhere else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { answeredRows } from '../dashboard/answered-rows.js';
import { compareFile, expectedOf } from '../dashboard/table-file.js';
import { engines } from '../engines.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

const minute = 60_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const found = existsSync(executablePath);
if (!found && process.env['CI'] === 'true')
  throw new Error(`There is no browser at ${executablePath}: install chromium.`);

const describeWithBrowser = found ? describe : describe.skip;

describeWithBrowser(found ? 'in a browser' : `in a browser (skipped: no Chromium at ${executablePath})`, () => {
  let held: Held;
  let profile: string;
  let browser: BrowserContext;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['scripts/build.js', 'graphiql'], { cwd: root });
    held = await serviceHolding(engines[0], []);
    await loadSeeds(held.database);
    profile = await mkdtemp(join(tmpdir(), 'gongkai-browser-'));
    browser = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await held?.close();
    await rm(profile, { recursive: true, force: true });
  }, 60_000);

  /** A page, and what it should not do: ask elsewhere, or complain. */
  async function opened(path: string): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== held.url && !['data:', 'blob:'].includes(protocol)) wrong.push(`asked ${request.url()}`);
    });
    page.on('requestfailed', (request) => wrong.push(`${request.url()} failed`));
    page.on('response', (response) => {
      if (response.status() >= 400) wrong.push(`${response.url()}: ${response.status()}`);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    // Tabs are kept from page to page: each test begins with none.
    await page.addInitScript('localStorage.clear()');
    await page.goto(held.url + path);
    await page.locator('.graphiql-execute-button').waitFor();
    return { page, wrong };
  }
  const shown = (page: Page, text: string): Promise<void> =>
    page.locator('.result-window .view-lines').getByText(text, { exact: false }).first().waitFor();

  test.each(['/graphiql/', '/graphql'])(
    '%s runs an example with its variables and shows its answer',
    async (path) => {
      const { page, wrong } = await opened(path);
      expect(await page.locator('.graphiql-tab').count()).toBeGreaterThanOrEqual(4);
      await page.locator('.graphiql-execute-button').click();
      await shown(page, '"total": 143');
      expect(wrong).toEqual([]);
      await page.close();
    },
    minute,
  );

  test(
    'a click while the editors still load is not lost',
    async () => {
      await browser.route(/\/assets\//u, async (route) => {
        await new Promise((resume) => setTimeout(resume, 1_500));
        await route.continue();
      });
      const { page, wrong } = await opened('/graphiql/');
      await page.locator('.graphiql-execute-button').click();
      await shown(page, '"total": 143');
      expect(wrong).toEqual([]);
      await page.close();
      await browser.unrouteAll();
    },
    minute,
  );

  test(
    'a link opens it on its query and variables, and the menu gives all rows as a file of each kind',
    async () => {
      const query =
        'query Named($first: Int) { reports(first: $first) { nodes { id year agency { name } figures { reviews { total } disclosure { fees { amount } } } } } }';
      const search = new URLSearchParams({ query, variables: '{ "first": 1 }' });
      const { page, wrong } = await opened(`/graphiql/?${search.toString()}`);
      await page.locator('.graphiql-execute-button').click();
      await shown(page, '"name"');
      const json = await page.request.get(`${held.url}/export/json?${search.toString()}`);
      const answered = await answeredRows(held.ask, { query, variables: {}, rows: null });
      const expected = expectedOf(new Uint8Array(await json.body()), answered);
      expect(expected.rows).toHaveLength(107);
      const saved = async (name: string): Promise<{ file: string; bytes: Uint8Array }> => {
        await page.getByRole('button', { name: 'Download all rows' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name, exact: true }).click(),
        ]);
        return { file: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
      };
      for (const [name, format, labels] of [
        ['Excel（中文表头）', 'xlsx', 'zh'],
        ['Excel', 'xlsx', 'name'],
        ['CSV', 'csv', 'name'],
        ['CSV for Excel（中文表头）', 'csv', 'zh'],
        ['Parquet', 'parquet', 'name'],
        ['JSON-stat', 'jsonstat', 'name'],
      ] as const) {
        const { file, bytes } = await saved(name);
        expect(file).toMatch(new RegExp(`^gongkai-Named-\\d+\\.${format}`, 'u'));
        await compareFile(format, bytes, expected, labels);
      }
      expect(wrong).toEqual([]);
      await page.close();
    },
    minute,
  );

  test(
    'what cannot be a table is told beside the menu',
    async () => {
      const query = '{ reports { nodes { id findings { rule } } } }';
      const { page } = await opened(`/graphiql/?${new URLSearchParams({ query }).toString()}`);
      await page.getByRole('button', { name: 'Download all rows' }).click();
      await page.getByRole('menuitem', { name: 'Parquet' }).click();
      await page.getByText('findings is a list within each row').waitFor();
      await page.close();
    },
    minute,
  );

  test(
    'the examples of oversight open from beside the editor, and the fields can be picked',
    async () => {
      const { page, wrong } = await opened('/graphiql/?for=analyst');
      await page.getByRole('tab', { name: 'RefusalRatesByAgencyType' }).waitFor();
      await page.getByRole('button', { name: 'Show 示例 Examples' }).click();
      await page.getByRole('button', { name: '年度报告是否按时公开' }).click();
      await page.getByRole('tab', { name: 'PublishedInTime' }).waitFor();
      await page.locator('.graphiql-execute-button').click();
      await shown(page, '"daysLate"');
      await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await page.locator('.graphiql-explorer-root').getByText('timeliness', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Headers' }).click();
      expect(wrong).toEqual([]);
      await page.close();
    },
    minute,
  );
});
