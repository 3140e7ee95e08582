/** The page for exploring: chosen by hand, sent on by its address, answered as the API answers. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

interface Row {
  reports: number;
  coverage: { missing: number };
  received: { sum: number | null; share: number | null };
  rate: { average: number | null };
}

inBrowser('the page for exploring', ({ ask, visit }) => {
  async function rowsOf(args: string): Promise<Row[]> {
    const { data, errors } = await ask(
      `{ statistics(${args}) { nodes { reports coverage { missing }
        received: measure(of: APPLICATIONS_RECEIVED_TOTAL) { sum share } rate: measure(of: RATE_DISCLOSURE) { average } } } }`,
    );
    expect(errors).toBeUndefined();
    return (data as { statistics: { nodes: Row[] } }).statistics.nodes;
  }
  const stated = (numbers: (number | null)[]): number[] => numbers.filter((number) => number !== null);
  const table = 'section .data-table';
  /** Of the address, as GraphiQL and the table have it. */
  const shownQuery = (page: Page): Promise<string> => page.locator('.query-text pre').first().innerText();

  test.each([
    ['zh-CN', '自助查询', 'light'],
    ['en', 'Explore', 'dark'],
  ] as const)('in %s it answers at once, year by year', async (language, heading, colours) => {
    const { page, leave } = await visit('/explore', { language, colours });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    const rows = await rowsOf('groupBy: [YEAR]');
    expect(await valuesIn(page, table)).toEqual(
      rows.flatMap((row) => stated([row.received.sum, row.rate.average, row.reports, row.coverage.missing])),
    );
    expect(await openDownloads(page, ask)).toEqual({ tables: 1, cubes: 1, pictures: 1, documents: 0 });
    await leave();
  });

  test('what is chosen is asked, stands in the address, and is the query that is shown', async () => {
    const { page, seriousViolations, leave } = await visit('/explore', { language: 'en' });
    await page.getByLabel('Type of agency', { exact: true }).check();
    await page.getByLabel('Year', { exact: true }).uncheck();
    await page.getByLabel('Share of all rows').check();
    await page.getByLabel('From year').selectOption('2024');
    await page.getByLabel('To year').selectOption('2024');
    await page.getByRole('combobox', { name: 'Division, with all below' }).fill('平潭县');
    await page.getByRole('option', { name: /平潭县/ }).click();
    await page.getByLabel('Order by').selectOption('APPLICATIONS_RECEIVED_TOTAL VALUE');
    await settled(page);

    await page.getByText('Conditions on measures').click();
    await page.getByRole('button', { name: 'Add a condition …' }).click();
    await page.getByLabel('Search in Chinese or English').fill('新收 总计');
    // The dialog is over with it.
    await page.getByRole('radio', { name: 'Total' }).click();
    await page.getByLabel('Value').fill('2');
    await page.getByLabel('Value').press('Enter');
    await page.waitForURL(/if=APPLICATIONS_RECEIVED_TOTAL\.gte\.2/);
    await settled(page);

    const asked =
      'where: { year: { eq: 2024 }, division: { within: "350128" }, measures: [{ measure: APPLICATIONS_RECEIVED_TOTAL, gte: 2 }] }, groupBy: [AGENCY_TYPE], orderBy: [{ measure: APPLICATIONS_RECEIVED_TOTAL }]';
    const expected = (await rowsOf(asked)).flatMap((row) =>
      stated([row.received.sum, row.received.share, row.rate.average, row.reports, row.coverage.missing]),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(await valuesIn(page, table)).toEqual(expected);
    expect(await seriousViolations()).toEqual([]);

    // Sent on, it is the same; and the query that is shown gives the same.
    await page.goto(page.url());
    await settled(page);
    expect(await valuesIn(page, table)).toEqual(expected);
    const variables = JSON.parse(await page.locator('.query-text pre').nth(1).innerText()) as Record<string, unknown>;
    const { data } = await ask(await shownQuery(page), variables);
    const { nodes } = (
      data as { statistics: { nodes: { applicationsReceivedTotal: { sum: number }; reports: number }[] } }
    ).statistics;
    expect(nodes.map((node) => node.applicationsReceivedTotal.sum)).toEqual(
      (await rowsOf(asked)).map((row) => row.received.sum),
    );
    const graphiql = new URL(
      (await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href')) ?? '',
      page.url(),
    );
    expect(graphiql.searchParams.get('query')).toBe(await shownQuery(page));

    // And so do the files.
    expect(await openDownloads(page, ask)).toEqual({ tables: 1, cubes: 1, pictures: 1, documents: 0 });

    await page.getByRole('button', { name: 'Start anew' }).click();
    await page.waitForURL((url) => !url.search.includes('by='));
    await settled(page);
    await leave();
  });

  test('measures are found in both languages, by keyboard, and no more than twelve are chosen', async () => {
    const { page, seriousViolations, leave } = await visit('/explore', { width: 360, colours: 'dark' });
    await page.getByRole('button', { name: '选择指标' }).press('Enter');
    const search = page.getByLabel('按中文或英文查找');
    await search.fill('state secrets 商业');
    // The only one of its row that is left has its whole name.
    const secrets = page.getByRole('checkbox', { name: /国家秘密·商业企业/ });
    await secrets.press('Space');
    expect(await seriousViolations()).toEqual([]);
    await search.fill('rate');
    await secrets.waitFor({ state: 'detached' });
    for (let chosen = 3; chosen < 12; chosen += 1)
      await page.locator('.pick input:not(:checked):not(:disabled)').first().check();
    await page.getByText('最多同时选择 12 项').waitFor();
    expect(await page.locator('.pick input:not(:checked):not(:disabled)').count()).toBe(0);
    await page.getByRole('button', { name: '完成' }).click();
    await settled(page);
    expect((await shownQuery(page)).match(/: measure\(of: /g)).toHaveLength(12);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await leave();
  });

  test('a figure is explained where it is a plain total', async () => {
    const { page, leave } = await visit('/explore?by=YEAR,DISTRICT&from=2024&m=APPLICATIONS_RECEIVED_TOTAL');
    const figure = page.locator(`${table} tbody tr`, { hasText: '平潭县' }).first().locator('a.explained');
    const shown = await figure.locator('data').getAttribute('value');
    await figure.click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.contributions > li').first().waitFor();
    expect(await dialog.locator('.value data').getAttribute('value')).toBe(shown);
    await page.keyboard.press('Escape');
    await leave();
  });

  test('what leaves nothing says so, and what the API refuses is a sentence', async () => {
    const { page, leave } = await visit('/explore?from=2019&to=2019&division=350128', { language: 'en' });
    await page.getByText('No report that is held is like that.').waitFor();
    // Made up: the seeds have no 10,000 agencies.
    const message = 'groupBy: [AGENCY] here makes 12000 groups, and at most 10000 are answered. Narrow it.';
    await page.route('**/graphql?*', (route) =>
      route.fulfill({ json: { errors: [{ message, extensions: { code: 'TOO_MANY_GROUPS' } }] } }),
    );
    await page.getByLabel('Agency', { exact: true }).check();
    const note = page.getByRole('alert');
    await note.getByText('The service did not take this question.').waitFor();
    expect(await note.innerText()).toContain(message);
    await page.unroute('**/graphql?*');
    await page.getByLabel('From year').selectOption('2024');
    await page.getByLabel('To year').selectOption('2024');
    await note.waitFor({ state: 'detached' });
    await page.locator(`${table} tbody tr`).first().waitFor();
    await leave();
  });
});
