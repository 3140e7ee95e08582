import type { DivisionLevel } from '../../report/division.js';
import { raw, type Sql } from '../sql.js';

/** The division of that level that a report's agency lies in. Strictly: what lies in none of the level has null. */
export const within: Record<DivisionLevel, Sql> = {
  COUNTRY: raw("'000000'"),
  PROVINCE: raw('d.province'),
  PREFECTURE: raw('d.prefecture'),
  DISTRICT: raw('d.district'),
};
