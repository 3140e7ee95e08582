/** How soon a page of the dashboard can be used, in a real browser that has never seen it, with 100,000 reports behind it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { generate } from './answering.js';
import { servingGongkai, timed } from './program.js';

const reports = 100_000;
const visits = 5;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const pages = { Overview: '/', 'Division of a province': '/division/320000' };

const middle = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/** In milliseconds since the visit began. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'zh-CN' });
  const page = await context.newPage();
  // What keeps the page from answering a click: tasks of more than 50 ms.
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({
      type: 'longtask',
      buffered: true,
    });
  });
  await page.goto(url);
  await page.locator('main h1, main h2').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
  await page.waitForLoadState('networkidle');
  const found = await page.evaluate(() => {
    const requests = performance.getEntriesByType('resource');
    const tasks = window.longTasks;
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const ends = [...requests.map((one) => one.responseEnd), ...tasks.map((one) => one.startTime + one.duration)];
    return {
      painted,
      usable: Math.max(painted, ...ends),
      blocked: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
    };
  });
  await context.close();
  return found;
}

export async function measurePages({ folder, row }) {
  if (!existsSync(executablePath)) {
    row('pages', `not measured: no browser at ${executablePath}`);
    return;
  }
  const file = join(folder, 'pages.ndjson');
  await generate(file, reports);
  const database = { DATABASE_URL: `sqlite:${join(folder, 'pages.sqlite')}` };
  await timed(['import', file, '--json'], database);
  const server = await servingGongkai({ ...database, SEED: 'never' });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const [name, path] of Object.entries(pages)) {
      const found = [];
      for (let at = 0; at < visits; at++) found.push(await visit(browser, new URL(path, server.url).href));
      const of = (key) => middle(found.map((one) => one[key]));
      row(
        `${name} with ${reports} reports: usable`,
        `${seconds(of('usable'))}, first paint ${seconds(of('painted'))}, blocked ${Math.round(of('blocked'))} ms`,
        '≤ 2 s',
      );
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}
