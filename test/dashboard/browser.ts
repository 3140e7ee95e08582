/**
 * The dashboard as a person meets it: built, served with the seeds, in a real browser. What a page must never do (log
 * an error, ask another host, fail a request, be unusable without eyes or mouse) is looked at on every visit.
 */
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { loadLines, loadSeeds, serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const found = existsSync(executablePath);
if (!found && process.env['CI'] === 'true')
  throw new Error(`There is no browser at ${executablePath}: install chromium.`);

export interface Dashboard {
  /** Asks the API what a page asks it. */
  ask: Held['ask'];
  visit: (path: string, options?: VisitOptions) => Promise<Visit>;
}

export interface VisitOptions {
  language?: 'zh-CN' | 'en';
  /** Of the system, as a page that has no choice of its own sees it. */
  colours?: 'light' | 'dark';
  width?: number;
}

export interface Visit {
  page: Page;
  /** Ends the visit: no error, nothing from elsewhere, nothing that axe calls serious. */
  leave: () => Promise<void>;
  /** What axe finds serious now, such as while a dialog is open. */
  seriousViolations: () => Promise<string[]>;
}

/**
 * Tests in a browser, with the seeds behind it; skipped where there is none, save on CI.
 *
 * @param more lines of the register and of reports that a page needs beside the seeds
 */
export function inBrowser(name: string, tests: (dashboard: Dashboard) => void, more: readonly object[] = []): void {
  const run = found ? describe : describe.skip;
  run(found ? name : `${name} (skipped: no Chromium at ${executablePath})`, () => {
    let held: Held;
    let profile: string;
    let browser: BrowserContext;

    beforeAll(async () => {
      await buildDashboard();
      held = await serviceHolding(engines[0], []);
      await loadSeeds(held.database);
      await loadLines(held.database, more);
      profile = await mkdtemp(join(tmpdir(), 'gongkai-browser-'));
      browser = await chromium.launchPersistentContext(profile, {
        executablePath,
        headless: true,
        // The language is the page's to choose: no test depends on that of the machine.
        locale: 'en-GB',
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
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      await held?.close();
      if (profile !== undefined) await rm(profile, { recursive: true, force: true });
    }, 60_000);

    tests({
      ask: (query, variables) => held.ask(query, variables),
      visit: (path, options) => visit(browser, held.url, path, options),
    });
  });
}

async function visit(
  browser: BrowserContext,
  origin: string,
  path: string,
  { language = 'zh-CN', colours = 'light', width = 1280 }: VisitOptions = {},
): Promise<Visit> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol))
      complaints.push(`asked elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // What a page no longer wants to know, it gives up.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
  const url = new URL(path, origin);
  if (!url.searchParams.has('lang')) url.searchParams.set('lang', language);
  await page.goto(url.href);
  await settled(page);
  const seriousViolations = (): Promise<string[]> => violations(page);
  return {
    page,
    seriousViolations,
    async leave() {
      await settled(page);
      expect(await seriousViolations()).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  };
}

/** Nothing is on its way any more: no skeleton, no answer of before. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Every number that the elements show, as the exact value that stands in them. */
export function valuesIn(page: Page, selector: string): Promise<number[]> {
  const data = JSON.stringify(`${selector} data`);
  return page.evaluate(`[...document.querySelectorAll(${data})].map(({ value }) => Number(value))`);
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  const { violations: found } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const lock = join(root, 'dist', '.dashboard-is-built');

/** Test files run beside each other: one builds, the others wait and find it built. */
export async function buildDashboard(): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true });
  while (!(await taken())) await wait(100);
  try {
    await promisify(execFile)(process.execPath, ['scripts/build.js', 'dashboard'], { cwd: root });
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function taken(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    // Of a run that was broken off.
    const since = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (since > 120_000) await rm(lock, { recursive: true, force: true });
    return false;
  }
}
