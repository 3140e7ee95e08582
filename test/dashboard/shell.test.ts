/** What every page has: language, colours, an explanation of each figure, the query behind it. */
import { expect, test } from '@jest/globals';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

inBrowser('the frame of the dashboard', ({ ask, visit }) => {
  test('a language is chosen by address, by button, and kept', async () => {
    const { page, leave } = await visit('/?year=2024', { language: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain('lang=en');
    await page.goto(new URL('/', page.url()).href);
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await leave();
  });

  test('a division is found by its name, by keyboard alone', async () => {
    const { page, leave } = await visit('/?year=2024');
    await page.getByRole('combobox', { name: '行政区划' }).fill('平潭');
    await page.getByRole('option', { name: /平潭县/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /平潭县/ }).waitFor();
    expect(page.url()).toContain('350128');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /全国/ }).waitFor();
    await leave();
  });

  test('a key figure is explained down to the document, and the explanation has an address', async () => {
    const { page, seriousViolations, leave } = await visit('/?division=350128&year=2024');
    const figure = page.locator('[data-measure="REVIEWS_TOTAL"]');
    await figure.getByRole('link').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.contributions > li').first().waitFor();
    const { data } = await ask(
      '{ division(code: "350128") { statistics(year: 2024) { contributions(of: REVIEWS_TOTAL, first: 10) { figure nodes { figure } } } } }',
    );
    const { figure: sum, nodes } = (
      data as { division: { statistics: { contributions: { figure: number; nodes: { figure: number }[] } } } }
    ).division.statistics.contributions;
    expect(await figure.locator('.value data').getAttribute('value')).toBe(String(sum));
    const shown = await valuesIn(page, 'dialog .contribution-head .number');
    expect(shown).toEqual(nodes.map((one) => one.figure));
    expect(await seriousViolations()).toEqual([]);
    expect(await openDownloads(page, ask, 'dialog')).toEqual({ tables: 1, cubes: 1, pictures: 0, documents: 0 });
    await page.reload();
    await dialog.locator('.contributions > li').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('explain');
    await leave();
  });

  test('a view is one request, beside that for the years held: once a visit', async () => {
    const { data } = await ask(
      '{ reports(where: { year: { eq: 2024 }, division: { within: "350128" } }, first: 1) { nodes { id agency { id } } } }',
    );
    const [report] = (data as { reports: { nodes: { id: string; agency: { id: string } }[] } }).reports.nodes;
    const requests: Record<string, number> = {};
    const pages = {
      // Of its own: what stands out, which must not hold up the figures.
      overview: '/?year=2024',
      division: '/division/350128?year=2024',
      agency: `/agency/${report?.agency.id}?year=2024`,
      // Of its own: the year beside it, which the report tells.
      report: `/report/${report?.id}`,
      compare: '/compare?of=d:350128,d:310000&year=2024',
      explore: '/explore',
      quality: '/quality?year=2024',
      measures: '/measures',
    };
    for (const [name, path] of Object.entries(pages)) {
      const { page, leave } = await visit(path);
      requests[name] = await page.evaluate<number>(
        `performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname === '/graphql').length`,
      );
      await leave();
    }
    expect(requests).toEqual({
      overview: 3,
      division: 2,
      agency: 2,
      report: 3,
      compare: 2,
      explore: 2,
      quality: 2,
      measures: 2,
    });
  });

  test('a phone and the dark show nothing beyond the edge', async () => {
    const { page, leave } = await visit('/?year=2024', { width: 360, colours: 'dark', language: 'en' });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await leave();
  });

  test('an address that is no page says so', async () => {
    const { page, leave } = await visit('/nothing-here', { language: 'en' });
    await page.getByRole('heading', { name: 'There is no such page.' }).waitFor();
    await page.getByRole('link', { name: 'To the overview' }).click();
    await page.locator('.key-figure').first().waitFor();
    await leave();
  });
});
