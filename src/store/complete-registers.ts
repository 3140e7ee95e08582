/** For which years all agencies of a division, and of every division below it, are registered: as the lines say. */
import { allDivisions, existsIn, isWithin } from '../report/divisions.js';
import type { Division } from '../report/division.js';
import type { CompleteLine } from '../report/register-json.js';
import type { Reader } from './database.js';
import { list, raw, sql } from './sql.js';

export interface CompleteYears {
  from: number;
  /** null: open. */
  to: number | null;
}

/** Of each division that has any, those that the lines received until then state; of one `from` the last line counts. */
export async function completeYears(
  reader: Reader,
  divisions: readonly string[],
  asOf: Date | null,
): Promise<Map<string, CompleteYears[]>> {
  if (divisions.length === 0) return new Map();
  const until = asOf === null ? raw('') : sql`AND received_at <= ${asOf.getTime()}`;
  const rows = await reader.read(sql`SELECT division, line FROM register_line
    WHERE name IS NULL AND division IN (${list([...new Set(divisions)])}) ${until} ORDER BY received_at, id`);
  const last = new Map<string, Map<number, CompleteYears>>();
  for (const row of rows) {
    const { division, from, to } = JSON.parse(String(row['line'])) as CompleteLine; // as the register wrote it
    last.set(division, (last.get(division) ?? new Map<number, CompleteYears>()).set(from, { from, to }));
  }
  return new Map([...last].map(([division, years]) => [division, [...years.values()]]));
}

/** The division itself and all below it, those abolished since with them. */
export function divisionsWithin(code: string): Division[] {
  return allDivisions().filter((division) => isWithin(division.code, code));
}

/**
 * Whether the lines cover the division itself, and every one below it that stood in the year.
 *
 * @param divisions the division and those below
 */
export function isComplete(
  own: string,
  divisions: readonly Division[],
  year: number,
  stated: ReadonlyMap<string, readonly CompleteYears[]>,
): boolean {
  const covered = (code: string): boolean =>
    (stated.get(code) ?? []).some(({ from, to }) => from <= year && (to === null || year <= to));
  return divisions.every((division) => (division.code !== own && !existsIn(division, year)) || covered(division.code));
}
