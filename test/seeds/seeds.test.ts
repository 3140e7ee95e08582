/** The reports that an empty database begins with: real ones, as facts and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { divisionAt } from '../../src/report/divisions.js';
import { reportOfJson } from '../../src/report/report-json.js';
import type { Report } from '../../src/report/report.js';
import { cells } from '../../src/template/figures.js';
import { gongkai, inFolder, jsonLines } from '../cli/terminal.js';
import { describeWithSharedData } from '../shared-data.js';

const seed = (name: string): string => fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url));
const text = readFileSync(seed('reports.ndjson'), 'utf8');
const file = { name: 'reports.ndjson', mediaType: 'application/x-ndjson', bytes: text.length, sha256: '0'.repeat(64) };
const reportOf = (json: unknown): Report => reportOfJson(json, file, (code) => divisionAt(code) !== undefined);
const reports = jsonLines(text).map(reportOf);
const keyOf = ({ agency, year, scope }: Pick<Report, 'agency' | 'year' | 'scope'>): string =>
  [agency, year, scope].join(' ');

describe('the seeds', () => {
  test('are reports of real agencies, each once', () => {
    expect(new Set(reports.map(keyOf)).size).toBe(reports.length);
    expect(reports.filter(({ agency, synthetic }) => agency.includes('测试') || synthetic)).toEqual([]);
    expect(reports.map(keyOf)).toContain('吴忠市利通区统计局 2020 OWN');
  });

  test('hold no prose: no chapter, and of cells a few words where they are a part of the figure', () => {
    expect(reports.filter(({ chapters }) => chapters.length > 0)).toEqual([]);
    const words = reports.flatMap((report) => Object.values(report.cells).flatMap(({ raw }) => raw ?? []));
    expect(words).toContain('22（其中修订16件）');
    expect(words.filter((raw) => raw.length > 20 || !/\d/u.test(raw))).toEqual([]);
  });

  test('say where they can be checked, but for two found in no public place', () => {
    const without = reports.filter(({ source }) => source.url === null).map(keyOf);
    expect(without).toEqual(['上海市人民政府办公厅 2019 OWN', '吴忠市利通区统计局 2020 OWN']);
  });

  test('have figures above 0, all but the one report that says 0 throughout and those of agencies that did nothing', () => {
    const zeros = reports.filter(({ figures }) => !cells.some((cell) => (cell.in(figures) ?? 0) > 0));
    expect(zeros.map(keyOf)).toContain('吴忠市利通区统计局 2020 OWN');
    expect(zeros.length).toBeLessThan(reports.length / 10);
  });

  test('load as any file; a second time changes nothing; the renamed agency is one', () =>
    inFolder(async (folder) => {
      const given = { database: `sqlite:${folder}/seeds.sqlite` };
      const load = () => gongkai(['import', seed('register.ndjson'), seed('reports.ndjson'), '--json'], given);
      const ask = async (query: string): Promise<unknown> =>
        JSON.parse((await gongkai(['query'], { ...given, stdin: query })).stdout);
      expect(await load()).toMatchObject({ status: 0 });
      const version = '{ statistics { nodes { reports dataVersion } } }';
      const before = await ask(version);
      expect(JSON.parse((await load()).stdout)).toMatchObject({
        read: reports.length,
        unchanged: reports.length,
        quarantined: [],
      });
      expect(await ask(version)).toEqual(before);
      const renamed = '{ agencies(where: { name: { contains: "投资促进局" } }) { nodes { name reports { totalCount } } } }';
      expect(await ask(renamed)).toEqual({
        data: { agencies: { nodes: [{ name: '平潭综合实验区投资促进局', reports: { totalCount: 6 } }] } },
      });
      expect(await ask('{ agencies(where: { name: { contains: "国有资产" } }) { totalCount } }')).toEqual({
        data: { agencies: { totalCount: 0 } },
      });
    }));
});

describeWithSharedData('the seeds and the reports that they were taken from', (data) => {
  const folders = existsSync(data) ? readdirSync(data).filter((name) => /^f20/u.test(name)) : [];
  const seeded = new Map(reports.map((report) => [keyOf(report), report]));
  const masked = folders.filter((name) => name.includes('ceshi'));

  test('are as many, but for the masked one', () => expect(reports.length).toBe(folders.length - masked.length));

  test.each(folders.filter((name) => !masked.includes(name)))('%s: every figure', (name) => {
    const original = reportOf(JSON.parse(readFileSync(new URL(`${name}/figures.json`, data), 'utf8')));
    const report = seeded.get(keyOf(original));
    expect(report?.figures).toEqual(original.figures);
    expect(report).toMatchObject({
      division: original.division,
      edition: original.edition,
      publishedOn: original.publishedOn,
    });
  });
});
