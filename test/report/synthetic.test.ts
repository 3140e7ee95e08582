import { describe, expect, test } from '@jest/globals';
import { cellAt, cells } from '../../src/template/figures.js';
import { sum } from '../../src/template/sum.js';
import { agencyTypeOf } from '../../src/report/agency-type-of.js';
import { checkReport } from '../../src/report/check-report.js';
import { divisionAt, existsIn, isWithin } from '../../src/report/divisions.js';
import { registerLineOfJson, type AgencyLine } from '../../src/report/register-json.js';
import { reportLineOfJson } from '../../src/report/report-json.js';
import type { Report } from '../../src/report/report.js';
import { generate, type GenerateOptions } from '../../src/cli/generate.js';
import { WrongUsage, type Output, type Terminal } from '../../src/cli/terminal.js';
import { Readable } from 'node:stream';

const usual: GenerateOptions = { reports: 2000, seed: 1, from: 2019, to: 2025, register: false };

/** What the command writes. */
async function written(options: Partial<GenerateOptions> = {}): Promise<string> {
  let text = '';
  const output = (write: (more: string) => void): Output => ({
    isTerminal: false,
    write: async (more) => write(String(more)),
  });
  const terminal: Terminal = {
    stdin: Readable.from([]),
    stdout: output((more) => (text += more)),
    stderr: output(() => undefined),
    environment: {},
    stop: new AbortController().signal,
  };
  expect(await generate({ ...usual, ...options }, terminal)).toBe(0);
  return text;
}

const isDivision = (code: string): boolean => divisionAt(code) !== undefined;
const file = { name: 'synthetic.ndjson', mediaType: 'application/x-ndjson', bytes: 0, sha256: '0'.repeat(64) };
const valuesOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
const reportsOf = (text: string): Report[] =>
  valuesOf(text).map((value) => reportLineOfJson(value, file, isDivision).report);

const text = await written();
const reports = reportsOf(text);
const received = cellAt('applications.received.total');
const share = (of: readonly Report[], holds: (report: Report) => boolean): number =>
  of.filter(holds).length / of.length;
const isZero = ({ figures }: Report): boolean => cells.every((cell) => (cell.in(figures) ?? 0) === 0);

test('the same seed and numbers give the same bytes, another seed or number others', async () => {
  expect(await written()).toBe(text);
  expect(await written({ seed: 2 })).not.toBe(text);
  const fewer = await written({ reports: 1999 });
  expect(fewer.split('\n')).toHaveLength(2000);
});

test('as many reports as are asked for, each of another agency, year and scope, all marked as synthetic', () => {
  expect(reports).toHaveLength(2000);
  expect(new Set(reports.map(({ division, agency, year, scope }) => [division, agency, year, scope].join())).size).toBe(
    2000,
  );
  expect(reports.every(({ synthetic }) => synthetic)).toBe(true);
});

test('every division stood in the year of its report, and all levels and years are there', () => {
  const levels = new Map<string, number>();
  for (const { division, year } of reports) {
    const found = divisionAt(division);
    if (found === undefined) throw new Error(`no division ${division}`);
    expect(existsIn(found, year)).toBe(true);
    levels.set(found.level, (levels.get(found.level) ?? 0) + 1);
  }
  expect([...levels.keys()].sort()).toEqual(['DISTRICT', 'PREFECTURE', 'PROVINCE']);
  expect([...new Set(reports.map(({ year }) => year))].sort()).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025]);
});

describe('what real reports have', () => {
  test('mostly the form of the year, and a few of the other', () => {
    const wrong = share(reports, ({ edition, year }) => (edition === 'FORM_2019') !== year < 2021);
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(0.03);
  });

  test('errors in a tenth or so, blank totals in a few', () => {
    const findings = reports.map((report) => checkReport(report));
    const having = (holds: (finding: { rule: string; severity: string }) => boolean): number =>
      findings.filter((of) => of.some(holds)).length / findings.length;
    const errors = having(({ severity }) => severity === 'ERROR');
    expect(errors).toBeGreaterThan(0.04);
    expect(errors).toBeLessThan(0.25);
    const blankTotals = having(({ rule }) => rule === 'blank-total');
    expect(blankTotals).toBeGreaterThan(0);
    expect(blankTotals).toBeLessThan(0.08);
  });

  test('most towns report nothing but zeros, and few departments do', () => {
    const own = reports.filter(({ scope }) => scope === 'OWN');
    const towns = own.filter(({ agency }) => agencyTypeOf(agency) === 'TOWNSHIP');
    expect(towns.length).toBeGreaterThan(50);
    expect(share(towns, isZero)).toBeGreaterThan(0.4);
    expect(
      share(
        own.filter((report) => !towns.includes(report)),
        isZero,
      ),
    ).toBeLessThan(0.2);
  });

  test('natural persons send nine of ten applications, and a tenth of the agencies receives half of them', () => {
    const own = reports.filter(({ scope }) => scope === 'OWN');
    const inAll = sum(own.map(({ figures }) => received.in(figures))) ?? 0;
    const natural = sum(own.map(({ figures }) => cellAt('applications.received.naturalPerson').in(figures))) ?? 0;
    expect(natural / inAll).toBeGreaterThan(0.9);
    const largest = own.map(({ figures }) => received.in(figures) ?? 0).sort((one, other) => other - one);
    expect((sum(largest.slice(0, own.length / 10)) ?? 0) / inAll).toBeGreaterThan(0.5);
  });

  test('what one year leaves over the next takes over, but for a few', () => {
    const byAgency = new Map<string, Map<number, Report>>();
    for (const report of reports.filter(({ scope }) => scope === 'OWN')) {
      const key = report.division + report.agency;
      byAgency.set(key, (byAgency.get(key) ?? new Map<number, Report>()).set(report.year, report));
    }
    let held = 0;
    let compared = 0;
    for (const years of byAgency.values()) {
      for (const [year, { figures }] of years) {
        const left = cellAt('applications.carriedOverToNextYear.naturalPerson').in(figures);
        const next = years.get(year + 1);
        if (next === undefined || left === null || left === 0) continue;
        compared++;
        if (cellAt('applications.carriedOverFromLastYear.naturalPerson').in(next.figures) === left) held++;
      }
    }
    expect(compared).toBeGreaterThan(50);
    expect(held / compared).toBeGreaterThan(0.85);
    expect(held).toBeLessThan(compared);
  });
});

test("a government's report has about what the agencies in its division and below it add up to", () => {
  const ratios = reports
    .filter(({ scope, figures }) => scope === 'CONSOLIDATED' && (received.in(figures) ?? 0) > 20)
    .map((published) => {
      const of = reports.filter(
        ({ scope, year, division }) =>
          scope === 'OWN' && year === published.year && isWithin(division, published.division),
      );
      const added = sum(of.map(({ figures }) => received.in(figures))) ?? 0;
      return added / (received.in(published.figures) ?? 0);
    })
    .sort((one, other) => one - other);
  expect(ratios.length).toBeGreaterThan(100);
  // Some agencies' own reports are missing, so that the sum is mostly equal or a little less.
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 0;
  expect(middle).toBeGreaterThan(0.9);
  expect(middle).toBeLessThanOrEqual(1);
  expect(ratios.filter((ratio) => ratio > 0.8 && ratio <= 1.02).length / ratios.length).toBeGreaterThan(0.7);
  expect(ratios.filter((ratio) => ratio !== 1).length).toBeGreaterThan(0);
});

test('the register names every agency of the reports, each before what hangs on it, under its names of the time', async () => {
  const values = valuesOf(await written({ register: true }));
  const lines = values.slice(0, -2000).map((value) => registerLineOfJson(value, isDivision));
  const agencies = lines.filter((line): line is AgencyLine => line.register === 'agency');
  expect(lines.length).toBeGreaterThan(agencies.length);
  const known = new Set<string>();
  for (const { division, name, type, parent, formerNames } of agencies) {
    expect(type).not.toBe('OTHER');
    if (parent !== null) expect(known).toContain(parent.division + parent.name);
    for (const one of [name, ...formerNames.map((former) => former.name)]) {
      expect(known).not.toContain(division + one);
      known.add(division + one);
    }
  }
  for (const { division, agency } of reports) expect(known).toContain(division + agency);
});

test.each([
  ['more than there are agencies and years', { reports: 1_000_000, from: 2024, to: 2024 }, /at most 1\d{5} reports/u],
  ['a year before the form', { from: 2018 }, /the first is for 2019/u],
  ['a last year before the first', { from: 2024, to: 2023 }, /the first is after the last/u],
])('%s: wrong usage, and why', async (_, options, why) => {
  const made = written(options);
  await expect(made).rejects.toThrow(WrongUsage);
  await expect(made).rejects.toThrow(why);
});
