/** The table of divisions mirrors the register in memory, so that statistics can join it. */
import { allDivisions, ancestors } from '../report/divisions.js';
import type { Division } from '../report/division.js';
import type { Database } from './database.js';
import type { Value } from './insert.js';
import { sql } from './sql.js';
import { inWriting } from './writing.js';

const columns = ['code', 'name', 'full_name', 'level', 'parent', 'province', 'prefecture', 'district'] as const;

function valuesOf(division: Division): Value[] {
  const line = [division, ...ancestors(division.code)];
  const of = (level: Division['level']): string | null => line.find((one) => one.level === level)?.code ?? null;
  const { code, name, fullName, level, parent } = division;
  return [code, name, fullName, level, parent, of('PROVINCE'), of('PREFECTURE'), of('DISTRICT')];
}

/** Brings the table in line with the register of this version of the program. Nothing is written where it is already. */
export async function bringDivisionsInLine(database: Database): Promise<void> {
  const held = await database.read(sql`SELECT * FROM division`);
  const key = (values: readonly unknown[]): string => JSON.stringify(values);
  const before = new Map(held.map((row) => [String(row['code']), key(columns.map((column) => row[column]))]));
  const wrong = allDivisions()
    .map(valuesOf)
    .filter((values) => before.get(String(values[0])) !== key(values));
  if (wrong.length === 0) return;
  await inWriting(database, Date.now, async (writing) => {
    const known = wrong.filter(([code]) => before.has(String(code)));
    for (const [
      code = '',
      name = '',
      fullName = '',
      level = '',
      parent = '',
      province = '',
      prefecture = '',
      district = '',
    ] of known)
      await writing.run(sql`UPDATE division SET name = ${name}, full_name = ${fullName}, level = ${level}, parent = ${parent},
        province = ${province}, prefecture = ${prefecture}, district = ${district} WHERE code = ${code}`);
    await writing.insert(
      'division',
      columns,
      wrong.filter(([code]) => !before.has(String(code))),
    );
    // What lies in a division may be another now: the sums are made anew.
    await writing.run(sql`UPDATE state SET rolled_up = ${false} WHERE id = 1`);
    writing.changed = true;
  });
}
