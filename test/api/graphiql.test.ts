/** GraphiQL as a person meets it: in a browser, with no request to anywhere else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type BrowserContext } from 'playwright-core';
import { engines } from '../engines.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

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

  test.each(['/graphiql/', '/graphql'])(
    '%s runs an example and shows its answer',
    async (path) => {
      const page = await browser.newPage();
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== held.url && !['data:', 'blob:'].includes(protocol)) elsewhere.push(request.url());
      });
      page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
      });
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));

      await page.goto(held.url + path);
      const run = page.locator('.graphiql-execute-button');
      await run.waitFor();
      expect(await page.locator('.graphiql-tab').count()).toBeGreaterThanOrEqual(8);
      await run.click();
      const shown = page.locator('.result-window .view-lines');
      await shown.getByText('"total": 143', { exact: false }).first().waitFor();
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test('a query of the address is opened before the examples, and again beside tabs of an earlier visit', async () => {
    const asked = {
      query: 'query Asked($code: ID!) { division(code: $code) { name } }',
      variables: '{"code":"640302"}',
    };
    for (let visit = 0; visit < 2; visit += 1) {
      const page = await browser.newPage();
      await page.goto(`${held.url}/graphiql/?${new URLSearchParams(asked).toString()}`);
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.result-window .view-lines').getByText('利通区', { exact: false }).first().waitFor();
      await page.close();
    }
  }, 60_000);
});
