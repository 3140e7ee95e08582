import { expect, test } from '@jest/globals';
import { nameOfGovernment } from '../../src/consolidated/consolidation.js';
import { noSurroundings } from '../../src/reading/document.js';
import { gridOf } from '../../src/reading/grid.js';
import { identify } from '../../src/reading/identify.js';
import { divisionsOf } from '../../src/report/divisions.js';
import { rows } from '../../src/template/figures.js';
import { wordings } from '../../src/template/form.js';

test('of every division the government is named so that its report is found to be its consolidated one', () => {
  const form = gridOf(rows.map(({ row }) => [wordings(row)[0] ?? '', '0', '0']));
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
  const year = 2024;
  const divisions = divisionsOf(year).filter(({ level }) => level !== 'COUNTRY');
  expect(divisions.length).toBeGreaterThan(3_000);
  const found = divisions.map((division) => {
    const agency = nameOfGovernment(division, year);
    const blocks = [paragraph(`${agency}\n${year}年政府信息公开工作年度报告`), paragraph('一、总体情况'), form];
    const read = identify({ blocks, surroundings: noSurroundings() }, { name: '年报.docx', folders: [] });
    return { agency: read.agency, division: read.division, scope: read.scope, year: read.year };
  });
  expect(found).toEqual(
    divisions.map((division) => ({
      agency: nameOfGovernment(division, year),
      division: division.code,
      scope: 'CONSOLIDATED',
      year,
    })),
  );
});
