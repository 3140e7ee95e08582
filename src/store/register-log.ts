/** The lines of the register as they were received, and what follows from them for the names of an agency. */
import type { AgencyLine, CompleteLine } from '../report/register-json.js';
import { keyOf, type Named } from './known-agencies.js';
import { join, sql } from './sql.js';
import type { Writing } from './writing.js';

export interface LoggedLine {
  receivedAt: number;
  line: AgencyLine;
}

/** The line without its moment, the same text for the same content. */
export function textOfLine(line: AgencyLine | CompleteLine): string {
  if (line.register === 'complete') {
    const { division, from, to } = line;
    return JSON.stringify({ register: 'complete', division, from, to });
  }
  const { division, name, type, existsFrom, existsTo, parent, formerNames } = line;
  return JSON.stringify({
    register: 'agency',
    division,
    name,
    type,
    existsFrom,
    existsTo,
    parent: parent === null ? null : { division: parent.division, name: parent.name },
    formerNames: formerNames.map((former) => ({ name: former.name, division: former.division, until: former.until })),
  });
}

/** The lines for any of the names, in the order of their receipt. */
export async function linesFor(writing: Writing, names: readonly Named[]): Promise<LoggedLine[]> {
  if (names.length === 0) return [];
  const pairs = join(
    names.map(({ division, name }) => sql`(${division}, ${name})`),
    ', ',
  );
  const rows = await writing.read(sql`SELECT received_at, line FROM register_line
    WHERE (division, name) IN (VALUES ${pairs}) ORDER BY received_at, id`);
  return rows.map((row) => ({
    receivedAt: Number(row['received_at']),
    line: JSON.parse(String(row['line'])) as AgencyLine, // as textOfLine wrote it
  }));
}

/** The lines that call the division complete, in the order of their receipt. */
export async function completeLines(writing: Writing, division: string): Promise<{ at: number; line: CompleteLine }[]> {
  const rows = await writing.read(sql`SELECT received_at, line FROM register_line
    WHERE division = ${division} AND name IS NULL ORDER BY received_at, id`);
  return rows.map((row) => ({
    at: Number(row['received_at']),
    line: JSON.parse(String(row['line'])) as CompleteLine, // as textOfLine wrote it
  }));
}

/** The name that the agency had first, by the register: of a name's lines the first that knows an earlier one counts. */
export function firstName(name: Named, lines: readonly AgencyLine[]): Named {
  const seen = new Set<string>();
  let first = name;
  for (;;) {
    seen.add(keyOf(first));
    const earlier = lines
      .filter((line) => keyOf(line) === keyOf(first))
      .flatMap(({ formerNames }) => formerNames)
      .find((former) => !seen.has(keyOf(former)));
    if (earlier === undefined) return first;
    first = { division: earlier.division, name: earlier.name };
  }
}
