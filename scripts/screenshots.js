/**
 * Writes docs/screenshots: the main pages of the dashboard over the seeds, in a real browser. `npm run screenshots`, with
 * names such as `overview` those alone. Look at them: what is crowded, cut off or misaligned is a fault as any other.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from './build.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'docs', 'screenshots');
const agency = '平潭综合实验区交通与建设局';

const desktop = { width: 1280, height: 1000 };
const phone = { width: 390, height: 844 };

/** @param ids of the agency and its report, which the pages of them take */
const pictures = ({ agencyId, reportId }) => [
  { name: 'overview', path: '/?year=2024', language: 'zh-CN' },
  { name: 'overview-dark', path: '/?year=2024', language: 'en', colorScheme: 'dark' },
  { name: 'overview-phone', path: '/?year=2024', language: 'zh-CN', viewport: phone },
  { name: 'division', path: '/division/350000?year=2024', language: 'zh-CN' },
  { name: 'division-phone', path: '/division/350000?year=2024', language: 'zh-CN', viewport: phone },
  { name: 'division-agencies', path: '/division/350128?year=2024', language: 'zh-CN', at: '#agencies' },
  { name: 'division-reconciliation', path: '/division/350128?year=2024', language: 'en', at: '#reconciliation' },
  {
    name: 'explanation',
    path: '/?division=350128&year=2024&explain=RATE_REFUSAL~division~350128~2024~own',
    language: 'zh-CN',
  },
  { name: 'agency', path: `/agency/${agencyId}?year=2024`, language: 'zh-CN' },
  { name: 'agency-dark', path: `/agency/${agencyId}?year=2024`, language: 'en', colorScheme: 'dark' },
  { name: 'report', path: `/report/${reportId}`, language: 'zh-CN' },
  { name: 'report-dark', path: `/report/${reportId}`, language: 'en', colorScheme: 'dark' },
  { name: 'report-phone', path: `/report/${reportId}`, language: 'zh-CN', viewport: phone },
  {
    name: 'compare',
    path: `/compare?of=a:${agencyId},d:350128,d:310000&year=2024&since=2022&view=bars`,
    language: 'zh-CN',
  },
  { name: 'explore', path: '/explore?year=2024', language: 'zh-CN' },
  { name: 'explore-dark', path: '/explore?year=2024', language: 'en', colorScheme: 'dark' },
  { name: 'quality', path: '/quality?year=2024', language: 'zh-CN' },
  { name: 'quality-phone', path: '/quality?year=2024', language: 'zh-CN', viewport: phone },
  { name: 'measures', path: '/measures', language: 'zh-CN' },
];

/** The service on a database of its own, which holds the seeds. */
async function served() {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-screenshots-'));
  const service = spawn(process.execPath, ['bin/gongkai.js', 'serve'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'gongkai.sqlite')}`, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    };
    service.stdout.on('data', listen);
    service.stderr.on('data', listen);
    service.on('exit', () => reject(new Error(`The service ended: ${said}`)));
  });
  return {
    url,
    async stop() {
      service.removeAllListeners('exit');
      service.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function idsFrom(url) {
  const query = `{ agencies(where: { name: { eq: "${agency}" } }) { nodes { id reports(first: 10) { nodes { id year } } } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const [{ id, reports }] = (await response.json()).data.agencies.nodes;
  return { agencyId: id, reportId: reports.nodes.find(({ year }) => year === 2024).id };
}

async function take(browser, url, { name, path, language, colorScheme = 'light', viewport = desktop, at }) {
  const context = await browser.newContext({ viewport, colorScheme, locale: language, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url + path);
  await page.locator('h1').first().waitFor();
  await page.locator('.skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  if (at !== undefined) await page.locator(at).evaluate((part) => part.scrollIntoView({ block: 'start' }));
  // Pictures are drawn in the frame after what they are drawn from.
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(output, `${name}.png`) });
  await context.close();
}

const wanted = process.argv.slice(2);
await build((text) => console.error(text));
await mkdir(output, { recursive: true });
const service = await served();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const picture of pictures(await idsFrom(service.url))) {
    if (wanted.length > 0 && !wanted.some((name) => picture.name.startsWith(name))) continue;
    await take(browser, service.url, picture);
    console.log(`docs/screenshots/${picture.name}.png`);
  }
} finally {
  await browser.close();
  await service.stop();
}
