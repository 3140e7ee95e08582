import { editionOf } from '../../template/form.js';
import type { Check } from '../check.js';

/** The form of 2019 is for 2019 and 2020, the form of 2021 for all later years; neither is for earlier ones. */
export const editionMatchesYear: Check = {
  id: 'edition-matches-year',
  severity: 'WARNING',
  *find(_, { edition, year }) {
    const prescribed = editionOf(year);
    if (prescribed === edition) return;
    yield {
      message: `The report for ${year} uses ${edition}; ${prescribed ?? 'neither edition'} is prescribed for that year.`,
      cells: [],
    };
  },
};
