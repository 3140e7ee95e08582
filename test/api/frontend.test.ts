/** The page of docs/frontend.md, as it stands there, in a browser and from an origin of its own. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { divisionsOf } from '../../src/report/divisions.js';
import { engines } from '../engines.js';
import { consolidated, received, type Stated } from '../oracle/examples/made.js';
import { fromXlsx } from './read-table.js';
import { serviceHolding, type Held } from './service.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const found = existsSync(executablePath);
const describeWithBrowser = found ? describe : describe.skip;
const minute = 60_000;

/** Made up: more districts than the page asks for at once; the last states nothing, the one before it 0. */
const districts = divisionsOf(2023)
  .filter(({ level }) => level === 'DISTRICT')
  .slice(0, 23);
const stated = (nth: number): Stated => {
  if (nth === districts.length - 1) return {};
  const total = (districts.length - 2 - nth) * 1000;
  return { 'applications.received.total': total, 'disclosure.fees.amount': '9007199254.740991' };
};
const reports = districts.map(({ code, fullName }, nth) =>
  consolidated({ division: code, name: `${fullName}人民政府` }, 2023, stated(nth)),
);

const example = /```html\n(.*?)```/su.exec(readFileSync(new URL('../../docs/frontend.md', import.meta.url), 'utf8'));

describeWithBrowser(found ? 'the example page' : `the example page (skipped: no ${executablePath})`, () => {
  let held: Held;
  let pages: Server;
  let browser: Browser;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    pages = createServer((_request, response) => {
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(example?.[1]?.replace('http://localhost:4000', held.url));
    });
    pages.listen(0, 'localhost');
    await once(pages, 'listening');
    origin = `http://localhost:${(pages.address() as AddressInfo).port}`;
    held = await serviceHolding(engines[0], received(...reports), { corsOrigins: [origin] });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
  }, minute);
  afterAll(async () => {
    await browser?.close();
    pages?.close();
    await held?.close();
  }, minute);

  const rows = (): Promise<string[]> => page.locator('tbody tr').allInnerTexts();
  const said = (text: string): Promise<void> => page.locator('#message').getByText(text).waitFor();

  test(
    'shows the rows that the API answers, page by page, null apart from zero',
    async () => {
      await page.goto(origin);
      await said('共 23 个县区');
      expect(await rows()).toHaveLength(20);
      await page.getByRole('button', { name: '更多' }).click();
      await page.locator('tbody tr').nth(22).waitFor();
      const shown = (await rows()).map((row) => row.split('\t'));
      expect(shown[0]).toEqual([districts[0]?.fullName, '21,000', '9007199254.740991', '1/1']);
      expect(shown.slice(-2).map((row) => row.slice(1, 3))).toEqual([
        ['0', '9007199254.740991'],
        ['–', '–'],
      ]);
      expect(await page.getByRole('button', { name: '更多' }).isVisible()).toBe(false);
    },
    minute,
  );

  test(
    'asks only whether its answer still holds, when it is opened again',
    async () => {
      const before = held.database.statements;
      await page.reload();
      await said('共 23 个县区');
      expect(held.database.statements - before).toBe(1); // the version of the data
    },
    minute,
  );

  test(
    'downloads all rows, and says what is not held and what went wrong',
    async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download').click()]);
      const { rows: downloaded } = await fromXlsx(readFileSync(await download.path()), new Map());
      expect(downloaded).toHaveLength(23);
      await page.locator('#year').fill('2011');
      await page.locator('#year').blur();
      await said('2011 年未收录汇总报告。');
      await page.locator('#year').fill('');
      await page.locator('#year').blur();
      await said('Variable "$year"');
    },
    minute,
  );
});
