/** Whether made-up reports are among those that count, of either scope: whoever is given figures is told. */
import { country } from '../report/divisions.js';
import { scopes } from '../report/report.js';
import type { Reader } from './reader.js';
import { everyType } from './rollup/places.js';
import { list, sql } from './sql.js';

export async function holdsSynthetic(reader: Reader): Promise<boolean> {
  const rows = await reader.read(sql`SELECT year FROM rollup WHERE scope IN (${list(scopes)}) AND kind = 'TREE'
    AND division = ${country().code} AND type = ${everyType} AND synthetic > 0 LIMIT 1`);
  return rows.length > 0;
}
