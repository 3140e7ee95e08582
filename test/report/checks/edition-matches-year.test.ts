import { expect, test } from '@jest/globals';
import { editionMatchesYear } from '../../../src/report/checks/edition-matches-year.js';
import { messages } from '../made-up-report.js';

test.each([
  [2018, 'FORM_2019', 'neither edition'],
  [2019, 'FORM_2019', null],
  [2020, 'FORM_2019', null],
  [2021, 'FORM_2019', 'FORM_2021'],
  [2020, 'FORM_2021', 'FORM_2019'],
  [2021, 'FORM_2021', null],
  [2100, 'FORM_2021', null],
] as const)('%s on %s: prescribed otherwise: %s', (year, edition, prescribed) => {
  expect(messages(editionMatchesYear, {}, { year, edition })).toEqual(
    prescribed === null ? [] : [`The report for ${year} uses ${edition}; ${prescribed} is prescribed for that year.`],
  );
});
