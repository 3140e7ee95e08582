import { rows } from '../../template/figures.js';
import { disclosure } from '../../template/disclosure.js';
import { agencyTypeOf } from '../agency-type-of.js';
import { cellName } from '../cell-name.js';
import type { Check } from '../check.js';

const regulations = rows.flatMap((place) => (place.row === disclosure.parts.regulations ? place.cells : []));

/** GB/T 2260: the codes of the country, of provinces and of prefectures end in 00, those of the county level do not. */
const isCountyLevel = (division: string): boolean => !division.endsWith('00');

/**
 * 规章 above 0 of a body that cannot make rules (立法法: 国务院部门, provinces, 设区的市 and 自治州 can): every body at
 * the county level, and towns and subdistricts wherever they are. Departments further up are passed: what they state
 * may be the rules of their government.
 */
export const regulationsByBodyWithoutPower: Check = {
  id: 'regulations-by-body-without-power',
  severity: 'NOTE',
  *find(figures, { agency, division, edition }) {
    const stated = regulations.filter((cell) => (cell.in(figures) ?? 0) > 0);
    const [first] = stated;
    if (first === undefined) return;
    if (!isCountyLevel(division) && agencyTypeOf(agency) !== 'TOWNSHIP') return;
    yield {
      message: `${cellName(first, edition)}: ${first.in(figures)}, but ${agency} is no body that can make rules.`,
      cells: stated.map((cell) => cell.path),
    };
  },
};
