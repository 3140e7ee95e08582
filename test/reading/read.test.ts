/** From the bytes of a document to its reports: whose each is, its figures, what the checks find. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { QuarantineReason } from '../../src/report/bad-input.js';
import { checkReport } from '../../src/report/check-report.js';
import { reportOfJson } from '../../src/report/report-json.js';
import { rules } from '../../src/report/rules.js';
import { usualLimits } from '../../src/reading/limits.js';
import { read } from '../../src/reading/read.js';
import { describeWithSharedData } from '../shared-data.js';
import { asJson, asText, water } from '../cli/documents.js';

const readings = (name: string, bytes: Uint8Array, folders: string[] = []) =>
  read({ name, folders, bytes }, {}, usualLimits);

describe('JSON', () => {
  const file = (name: string, ...texts: string[]) => readings(name, Buffer.from(texts.join('\n')));

  test.each([
    ['one object', 'a.json', [asJson(water)]],
    [
      'one object over several lines, behind a byte order mark',
      'a.json',
      [`\ufeff${JSON.stringify(JSON.parse(asJson(water)), null, 2)}`],
    ],
    ['a list', 'a.json', [`[${asJson(water)}]`]],
    ['a line each under another name', 'a.txt', [asJson(water)]],
  ])('%s', async (_, name, texts) => {
    expect(await file(name, ...texts)).toMatchObject([{ report: { report: { agency: '金湖县水务局' } } }]);
  });

  test('what it came in is its source, where it states none', async () => {
    const [reading] = await file('a.json', asJson(water));
    const source = reading !== undefined && 'report' in reading ? reading.report.report.source : null;
    expect(source).toMatchObject({
      name: 'a.json',
      mediaType: 'application/json',
      bytes: Buffer.byteLength(asJson(water)),
    });
  });

  test('lines with reports, the register and an error between', async () => {
    const register = '{"register":"complete","division":"320831","from":2019}';
    const found = await file('a.json', asJson(water), '{"agency":1}', '', register);
    expect(found).toMatchObject([
      { report: { report: { year: 2022 } } },
      { error: { reason: 'INVALID_JSON', message: expect.stringMatching(/^line 2: agency/) } },
      { register: { register: 'complete' } },
    ]);
  });

  test.each([
    ['a.json', ''],
    ['a.json', '{agency: 1}'],
    ['a.json', '[]'],
    ['a.json', '{"agency":'],
  ])('%s that says %j is one error', async (name, text) => {
    expect(await file(name, text)).toMatchObject([
      { error: { reason: text === '' ? 'NOT_A_REPORT' : 'INVALID_JSON' } },
    ]);
  });
});

describe('a form without a figure', () => {
  const blank = asText(water).replaceAll(/\t0(?=\t|\n|$)/gu, '\t');

  test('is a report that states nothing, where it says whose it is', async () => {
    expect(await readings('a.txt', Buffer.from(blank))).toMatchObject([
      { report: { report: { agency: '金湖县水务局' } } },
    ]);
  });
  test('is the empty form, where it does not', async () => {
    const form = blank.replace('金湖县水务局2022年政府信息公开工作年度报告', '政府信息公开工作年度报告格式');
    expect(await readings('a.txt', Buffer.from(form))).toMatchObject([{ error: { reason: 'NOT_A_REPORT' } }]);
  });
});

interface Expected {
  agency: string;
  error?: { reason: QuarantineReason };
}

describeWithSharedData('the real reports', (data) => {
  const inside = (folder: URL): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const cases = inside(data)
    .filter((name) => /^f20/u.test(name))
    .flatMap((name) => {
      const document = inside(new URL(`${name}/`, data)).find((file) => file.startsWith('source.'));
      return document === undefined ? [] : [{ name, document }];
    });
  const json = (name: string, file: string): unknown => {
    const path = new URL(`${name}/${file}`, data);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  };
  const arithmetic = rules
    .filter(({ id }) => /-to-total$|^applications-balance$|^blank-total$/u.test(id))
    .map(({ id }) => id);

  test('have their documents', () => expect(cases.length).toBeGreaterThan(8));

  test.each(cases)(
    '$name: whose it is, every figure, its arithmetic findings and no other',
    async ({ name, document }) => {
      const stated = (json(name, 'read.json') ?? json(name, 'figures.json')) as Expected;
      const found = await readings(document, Uint8Array.from(readFileSync(new URL(`${name}/${document}`, data))));
      if (stated.error !== undefined) {
        expect(found).toMatchObject([{ error: { reason: stated.error.reason } }]);
        return;
      }
      const [reading, ...more] = found;
      expect(more).toEqual([]);
      if (reading === undefined || !('report' in reading)) throw new Error(`not read: ${JSON.stringify(reading)}`);
      const { report } = reading.report;
      const expected = reportOfJson(stated, report.source, () => true);
      const { agency, division, year, edition, scope, figures } = expected;
      expect(report).toMatchObject({ agency, division, year, edition, scope });
      expect(report.figures).toEqual(figures);
      if (expected.publishedOn !== null) expect(report.publishedOn).toBe(expected.publishedOn);
      // Of figures that reading cannot tell apart, the checks say less than of the true ones.
      if (json(name, 'read.json') !== undefined) return;
      const bare = checkReport(report)
        .filter(({ rule }) => arithmetic.some((id) => id === rule))
        .map(({ rule, severity, cells, expected: sum, actual }) => ({ rule, severity, cells, expected: sum, actual }));
      const sorted = (findings: unknown): string[] => (findings as unknown[]).map((one) => JSON.stringify(one)).sort();
      expect(sorted(bare)).toEqual(sorted(json(name, 'findings.json')));
    },
  );
});
