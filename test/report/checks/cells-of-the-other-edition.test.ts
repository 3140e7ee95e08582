import { expect, test } from '@jest/globals';
import { cellsOfTheOtherEdition } from '../../../src/report/checks/cells-of-the-other-edition.js';
import { messages, violations } from '../made-up-report.js';

const found = (...cells: string[]) => ({ cells, expected: null, actual: null });

test('gives one finding per row, with the cells of the other edition alone', () => {
  const stated = {
    'disclosure.licensing': { itemsLastYear: 3, change: 0, decisions: 5 },
    'applications.results.otherHandling.undivided': { naturalPerson: 0, total: 0 },
    'applications.results.otherHandling.other': { total: 1 },
  };
  expect(violations(cellsOfTheOtherEdition, stated, { edition: 'FORM_2021' })).toEqual([
    found('disclosure.licensing.itemsLastYear', 'disclosure.licensing.change'),
    found(
      'applications.results.otherHandling.undivided.naturalPerson',
      'applications.results.otherHandling.undivided.total',
    ),
  ]);
  expect(violations(cellsOfTheOtherEdition, stated, { edition: 'FORM_2019' })).toEqual([
    found('applications.results.otherHandling.other.total'),
  ]);
  expect(messages(cellsOfTheOtherEdition, stated, { edition: 'FORM_2019' })).toEqual([
    'Anything else, such as withdrawn 「3.其他」: the report is on FORM_2019, but states here what only FORM_2021 has.',
  ]);
});

test('takes a blank cell that the document prints, not a null that JSON writes', () => {
  const place = { table: 2, row: 4, column: 5 };
  const cell = 'disclosure.procurement.items';
  const printed = { [cell]: { status: 'BLANK', raw: '', place } } as const;
  const written = { [cell]: { status: 'BLANK', raw: null, place: null } } as const;
  expect(violations(cellsOfTheOtherEdition, {}, { cells: printed })).toEqual([found(cell)]);
  expect(violations(cellsOfTheOtherEdition, {}, { cells: written })).toEqual([]);
});
