/** The page that compares: any agencies and divisions, measures and years, from the address and by the search fields. */
import { expect, test } from '@jest/globals';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

const measures = ['APPLICATIONS_RECEIVED_TOTAL', 'RATE_DISCLOSURE', 'REVIEWS_TOTAL'] as const;
const agencies = ['平潭综合实验区交通与建设局', '平潭综合实验区自然资源与生态环境局'];
const divisions = ['350128', '310000'];
const years = [2024, 2025];

interface Summary {
  sum: number | null;
  average: number | null;
}
interface Year {
  reports: number;
  measures: Summary[];
}

inBrowser('the page that compares', ({ ask, visit }) => {
  async function idOf(name: string): Promise<string> {
    const { data } = await ask('query ($name: String!) { agencies(where: { name: { eq: $name } }) { nodes { id } } }', {
      name,
    });
    return (data as { agencies: { nodes: { id: string }[] } }).agencies.nodes[0]?.id ?? '';
  }
  const ids = () => Promise.all(agencies.map(idOf));
  const address = (of: readonly string[], more = ''): string =>
    `/compare?of=${of.join(',')}&year=2025&since=2024&measures=${measures.join(',')}${more}`;

  /** Row by row what the table should show; of a year that is not held nothing. */
  async function stated(kind: 'agency' | 'division', of: readonly string[]): Promise<number[]> {
    const values: number[] = [];
    for (const id of of)
      for (const year of years) {
        const { data } = await ask(
          `query ($id: ID!, $year: Int!, $of: [Measure!]!) {
            one: ${kind === 'agency' ? 'agency(id: $id)' : 'division(code: $id)'} {
              statistics(year: $year) { reports measures(of: $of) { sum average } } } }`,
          { id, year, of: measures },
        );
        const { reports, measures: summaries } = (data as { one: { statistics: Year } }).one.statistics;
        if (reports > 0)
          summaries.forEach(({ sum, average }, at) =>
            values.push(...[(measures[at]?.startsWith('RATE') ? average : sum) ?? []].flat()),
          );
      }
    return values;
  }

  test.each(['zh-CN', 'en'] as const)('every number of the tables is that of the API (%s)', async (language) => {
    const chosen = await ids();
    const of = [...chosen.map((id) => `a:${id}`), ...divisions.map((code) => `d:${code}`)];
    const { page, leave } = await visit(address(of), { language });
    // Agencies, districts and provinces each have a table of their own, in the order chosen.
    const tables = page.locator('.compared');
    expect(await tables.count()).toBe(3);
    const shown = await valuesIn(page, '.compared .explained');
    const [district, province] = divisions as [string, string];
    expect(shown).toEqual([
      ...(await stated('agency', chosen)),
      ...(await stated('division', [district])),
      ...(await stated('division', [province])),
    ]);
    expect(shown.length).toBeGreaterThan(10);
    // 自然资源 has no report for 2025 here.
    const notHeld = language === 'en' ? 'not held' : '未收录';
    expect(await tables.first().locator('tbody tr').nth(3).innerText()).toContain(notHeld);
    expect(await openDownloads(page, ask)).toEqual({ tables: 3, cubes: 3, pictures: 0, documents: 0 });
    await tables.first().locator('.explained').first().click();
    await page.getByRole('dialog').locator('.contributions > li').first().waitFor();
    await leave();
  });

  test('one request asks for all of them', async () => {
    const { page, leave } = await visit('/compare?year=2025');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/graphql')) asked.push(request.url());
    });
    await page.getByRole('link', { name: '三个县区' }).click();
    await page.locator('.compared tbody tr').nth(2).waitFor();
    expect(asked).toHaveLength(1);
    await leave();
  });

  test('chosen by the search fields, by keyboard, and kept in the address', async () => {
    const { page, seriousViolations, leave } = await visit('/compare?year=2024', { language: 'en' });
    await page.getByText('Nothing is chosen yet.').waitFor();
    await page.getByRole('combobox', { name: 'Add a division' }).fill('平潭');
    await page.getByRole('option', { name: /平潭县/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.compared').first().waitFor();
    await page.getByRole('combobox', { name: 'Add an agency' }).fill('交通与建设');
    await page.getByRole('option', { name: /交通与建设局/ }).waitFor();
    expect(await seriousViolations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.compared').nth(1).waitFor();
    await page.getByRole('combobox', { name: 'Add a measure' }).fill('state secrets: total');
    await page.keyboard.press('Enter');
    await page
      .getByRole('columnheader', { name: /State secrets/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Remove Received this year' }).click();
    await settled(page);
    const url = new URL(page.url());
    expect(url.searchParams.get('of')).toMatch(/^d:350128,a:/);
    expect(url.searchParams.get('measures')).toContain('STATE_SECRET_TOTAL');
    expect(url.searchParams.get('measures')).not.toContain('APPLICATIONS_RECEIVED_TOTAL');
    await page.reload();
    await settled(page);
    expect(await page.locator('.compared').count()).toBe(2);
    await page.getByRole('button', { name: /^Remove 福建/ }).click();
    await settled(page);
    expect(await page.locator('.compared').count()).toBe(1);
    await page.goBack();
    await settled(page);
    expect(await page.locator('.compared').count()).toBe(2);
    await leave();
  });

  test.each([
    ['bars', 'zh-CN', 'dark'],
    ['scatter', 'en', 'light'],
  ] as const)('%s say in words what they draw, and turn into a table', async (view, language, colours) => {
    const chosen = await ids();
    const of = chosen.map((id) => `a:${id}`);
    const { page, leave } = await visit(address(of, `&view=${view}`), { language, colours, width: 360 });
    await page.locator(`#${view} svg`).waitFor();
    const label = await page.locator(`#${view} [role="img"]`).getAttribute('aria-label');
    const [received] = await stated('agency', chosen);
    expect(label).toContain(String(received));
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await openDownloads(page, ask)).toEqual({ tables: 1, cubes: 1, pictures: 1, documents: 0 });
    await page.getByRole('button', { name: language === 'en' ? 'As table' : '看表格' }).click();
    expect(await valuesIn(page, `#${view} .explained`)).toContain(received);
    await leave();
  });

  test('what the address names and is not here is said, and the rest is shown', async () => {
    const { page, leave } = await visit('/compare?of=d:350128,d:999999,a:aNothing,x:1&year=2024');
    await page.getByText('网址中有 2 个对象不存在').waitFor();
    expect(await page.locator('.compared').count()).toBe(1);
    await leave();
  });

  test('a download asks for the numbers of the table', async () => {
    const chosen = await ids();
    const { page, leave } = await visit(address(chosen.map((id) => `a:${id}`)));
    const href = await page.locator('.compared .menu a[href^="/export/csv"]').first().getAttribute('href');
    const search = new URL(href ?? '', page.url()).searchParams;
    const variables = JSON.parse(search.get('variables') ?? '{}') as Record<string, unknown>;
    const { data } = await ask(search.get('query') ?? '', variables);
    const { nodes } = (data as { statistics: { nodes: Record<string, Partial<Summary>>[] } }).statistics;
    const downloaded = nodes.flatMap((row) =>
      measures.flatMap((measure) => row[measure]?.sum ?? row[measure]?.average ?? []),
    );
    const shown = await stated('agency', chosen);
    expect(downloaded.toSorted()).toEqual(shown.toSorted());
    await leave();
  });
});
