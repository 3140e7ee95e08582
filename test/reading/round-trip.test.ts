/** A report of a real agency's name with figures made up: whatever it is written as, the same is read. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkReport } from '../../src/report/check-report.js';
import { jsonOfReport } from '../../src/report/report-json.js';
import { editionOf } from '../../src/template/form.js';
import { read } from '../../src/reading/read.js';
import type { Report } from '../../src/report/report.js';
import { cells, type Figures } from '../../src/template/figures.js';
import { editions, type Edition } from '../../src/template/form.js';
import { madeUpReport } from '../report/made-up-report.js';
import { anyFigures } from './layouts/any-figures.js';
import { formReport, plainStyle } from './layouts/form-tables.js';
import { wordDocument } from './layouts/print-docx.js';
import { htmlPage } from './layouts/print-html.js';
import { markdown, tabText } from './layouts/print-text.js';
import { paragraph, type Printed } from './layouts/printed.js';

const agency = '金湖县水务局';
const yearOf = (edition: Edition): number => (edition === 'FORM_2019' ? 2020 : 2023);

function printed(figures: Figures, edition: Edition): Printed[] {
  const [, ...rest] = formReport(figures, edition, plainStyle);
  return [paragraph(`${agency}${yearOf(edition)}年政府信息公开工作年度报告`), ...rest];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const written: Record<string, (figures: Figures, edition: Edition) => Promise<Uint8Array>> = {
  txt: async (figures, edition) => utf8(tabText(printed(figures, edition))),
  md: async (figures, edition) => utf8(markdown(printed(figures, edition))),
  html: async (figures, edition) => utf8(htmlPage(printed(figures, edition))),
  docx: (figures, edition) => wordDocument(printed(figures, edition)),
  json: async (figures, edition) => {
    const year = yearOf(edition);
    const report = madeUpReport({}, { agency, year, edition, division: '320831', figures });
    return utf8(JSON.stringify(jsonOfReport(report)));
  },
};

const limits = { documentBytes: 50e6, unpackedBytes: 200e6 };

async function readOne(name: string, bytes: Uint8Array): Promise<Report> {
  const [reading, ...others] = await read({ name, folders: [], bytes }, {}, limits);
  expect(others).toEqual([]);
  if (reading === undefined || !('report' in reading)) throw new Error(`no report: ${JSON.stringify(reading)}`);
  return reading.report.report;
}

describe.each(editions)('%s', (edition) => {
  test.each(Object.keys(written))('%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyFigures(edition), async (figures) => {
        const bytes = await written[format]?.(figures, edition);
        if (bytes === undefined) throw new Error('no such format');
        const report = await readOne(`report.${format}`, bytes);
        expect([report.agency, report.division, report.year, report.edition, report.scope]).toEqual([
          agency,
          '320831',
          yearOf(edition),
          edition,
          'OWN',
        ]);
        expect(editionOf(report.year)).toBe(edition);
        expect(Object.fromEntries(cells.map((cell) => [cell.path, cell.in(report.figures)]))).toEqual(
          Object.fromEntries(cells.map((cell) => [cell.path, cell.in(figures)])),
        );
        expect(checkReport(report).filter(({ rule }) => rule === 'incomplete-row')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
