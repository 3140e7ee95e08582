import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agenciesOfDivisions, findAgencies } from '../../src/store/agencies.js';
import type { Database } from '../../src/store/database.js';
import { cellTextsOf, chaptersOf, sourcesOf } from '../../src/store/documents.js';
import { findFindings, findingsOf } from '../../src/store/findings.js';
import { receive } from '../../src/store/intake.js';
import { findReports, reportsById, reportsOfAgencies } from '../../src/store/reports.js';
import { openStore } from '../../src/store/store.js';
import { cellAt, cells } from '../../src/template/figures.js';
import { checkReport } from '../../src/report/check-report.js';
import type { Report } from '../../src/report/report.js';
import { engines, type Place } from '../engines.js';
import { madeUpReport } from '../report/made-up-report.js';

const [litong, hongsibao] = ['640302', '640303'];
const made = (division: string, agency: string, year: number, total: number, other: Partial<Report> = {}): Report =>
  madeUpReport(
    { 'applications.received': { naturalPerson: 3, business: 1, total }, reviews: { upheld: 1 } },
    { agency, division, year, title: `${agency}${year}`, ...other },
  );
const texts: Report['cells'] = {
  'applications.received.naturalPerson': {
    status: 'NUMBER',
    raw: '3',
    place: { table: 2, row: 4, column: 3, page: 1 },
  },
  'applications.received.business': {
    status: 'TEXT',
    raw: '1（made up）',
    place: { table: 2, row: 4, column: 4, page: 1 },
  },
  'applications.received.researchInstitution': {
    status: 'BLANK',
    raw: '',
    place: { table: 2, row: 4, column: 5, page: 1 },
  },
  'applications.received.legalServiceAgency': {
    status: 'NOT_APPLICABLE',
    raw: '/',
    place: { table: 2, row: 5, column: 1 },
  },
  'reviews.upheld': { status: 'NUMBER', raw: '1', place: null },
  'reviews.corrected': { status: 'BLANK', raw: null, place: null },
};
const chapters = [{ number: 1, title: '总体情况', text: 'Made-up prose.' }];
const reports: Report[] = [
  made(litong, '测试区统计局', 2021, 4),
  made(litong, '测试区统计局', 2022, 5),
  made(litong, '测试区审计局', 2022, 6, { cells: texts, chapters }),
  made(hongsibao, '测试区人民政府', 2022, 7, { scope: 'CONSOLIDATED' }),
  made(hongsibao, '测试区人民政府', 2022, 4),
];

describe.each(engines)('what hangs on reports, on $name', ({ place }) => {
  let at: Place;
  let database: Database;
  beforeAll(async () => {
    at = await place();
    database = await openStore({ url: at.url, statementTimeout: 5000, readers: 2 });
    // What was superseded has no findings any more.
    await receive(database, [
      { report: made(litong, '测试区统计局', 2022, 9) },
      ...reports.map((report) => ({ report })),
    ]);
  });
  afterAll(async () => {
    await database.close();
    await at.remove();
  });

  test('findings come in the order of their reports, then of the report, page by page', async () => {
    const ordered = [2, 1, 4, 3, 0].map((nth) => reports[nth]).filter((report) => report !== undefined);
    const inOrder = ordered.flatMap((report) => checkReport(report).map((finding) => [report.title, finding]));
    const nodes = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof findFindings>> = await findFindings(database, {}, { first: 3, after });
      expect(page.totalCount).toBe(inOrder.length);
      nodes.push(...page.nodes);
      after = page.hasNextPage ? (page.cursors.at(-1) ?? null) : null;
    } while (after !== null);
    const titles = await reportsById(
      database,
      nodes.map(({ report }) => report),
      [],
    );
    expect(nodes.map(({ report: _, ...finding }, nth) => [titles[nth]?.title, finding])).toEqual(inOrder);
    const { nodes: found } = await findReports(database, {}, [], { first: 10 }, null, []);
    const hung = await findingsOf(
      database,
      found.map(({ revisionId }) => revisionId),
    );
    expect(hung).toEqual(ordered.map(checkReport));
  });

  test.each([
    [{ severity: ['ERROR' as const] }, 3],
    [{ severity: [] }, 0],
    [{ rule: ['blank-total'] }, 5],
    [{ cell: 'applications.received.total' }, 3],
    [{ cell: 'applications.received' }, 0],
    [{ cell: 'reviews.total', report: { year: { eq: 2021 } } }, 1],
    [
      { rule: ['applicants-sum-to-total'], report: { measures: [{ measure: 'APPLICATIONS_RECEIVED_TOTAL', gt: 5 }] } },
      2,
    ],
    [{ rule: ['applicants-sum-to-total'], report: { scope: 'OWN' as const, valid: false } }, 2],
  ])('of those that meet %j there are %d', async (where, count) => {
    const page = await findFindings(database, where, { first: 0 });
    expect(page).toEqual({ nodes: [], cursors: [], totalCount: count, hasNextPage: count > 0 });
  });

  test('cells, chapters and the document are those that were received', async () => {
    const { nodes } = await findReports(database, {}, [], { first: 10 }, null, cells);
    const revisions = nodes.map(({ revisionId }) => revisionId);
    expect(await cellTextsOf(database, revisions)).toEqual([texts, {}, {}, {}, {}]);
    expect(await chaptersOf(database, revisions)).toEqual([chapters, [], [], [], []]);
    expect(await sourcesOf(database, revisions)).toEqual(reports.map(({ source }) => source));
    expect(nodes[0]?.figures).toEqual(reports[2]?.figures);
    const [one] = await reportsById(database, [nodes[0]?.id ?? ''], [cellAt('reviews.upheld')]);
    expect(one?.figures).toEqual(madeUpReport({ reviews: { upheld: 1 } }).figures);
    expect(await reportsById(database, ['no such id'], [])).toEqual([null]);
  });

  test('pages of many parents take as many statements as those of one', async () => {
    const { nodes } = await findAgencies(database, {}, [], { first: 10 });
    const ids = nodes.map(({ id }) => id);
    const counted = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      const before = database.statements;
      return [await work(), database.statements - before];
    };
    const [pages, ofMany] = await counted(() =>
      reportsOfAgencies(database, [...ids, 'none'], { first: 1 }, null, cells),
    );
    const [, ofOne] = await counted(() => reportsOfAgencies(database, ids.slice(0, 1), { first: 1 }, null, cells));
    expect(ofMany).toBe(ofOne);
    expect(pages.map((page) => [page.nodes.map(({ year }) => year), page.totalCount, page.hasNextPage])).toEqual([
      [[2022], 1, false],
      [[2022], 2, true],
      [[2022], 2, true],
      [[], 0, false],
    ]);
    const after = pages[1]?.cursors[0] ?? null;
    const [, next] = await reportsOfAgencies(database, ids, { first: 1, after }, null, []);
    expect(next?.nodes.map(({ year, agency }) => [year, agency])).toEqual([[2021, ids[1]]]);
    const divisions = await agenciesOfDivisions(database, [hongsibao, litong, '000000'], {}, { first: 1 });
    expect(divisions.map((page) => [page.nodes.map(({ name }) => name), page.totalCount, page.hasNextPage])).toEqual([
      [['测试区人民政府'], 1, false],
      [['测试区审计局'], 2, true],
      [[], 0, false],
    ]);
  });

  test('a cursor holds a place, and belongs to its arguments', async () => {
    const page = await findReports(database, {}, [{ key: 'AGENCY_NAME' }], { first: 2 }, null, []);
    const after = page.cursors[1] ?? null;
    await receive(database, [{ report: made(litong, '测试区统计局', 2019, 4) }]);
    const next = await findReports(database, {}, [{ key: 'AGENCY_NAME' }], { first: 9, after }, null, []);
    expect([page.totalCount, next.totalCount]).toEqual([5, 6]);
    expect(next.nodes.map(({ year }) => year)).toEqual([2019, 2022, 2022, 2022]);
    const elsewhere = [
      findReports(database, {}, [], { first: 2, after }, null, []),
      findReports(database, { year: { eq: 2022 } }, [{ key: 'AGENCY_NAME' }], { first: 2, after }, null, []),
      findAgencies(database, {}, [], { first: 2, after }),
      findReports(database, {}, [{ key: 'AGENCY_NAME' }], { first: 2, after: 'made up' }, null, []),
    ];
    for (const answer of elsewhere) await expect(answer).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    await expect(findReports(database, {}, [{}], { first: 1 }, null, [])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
