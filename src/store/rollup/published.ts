/**
 * Sums of consolidated reports: of a division its government's own, where it published one, else those of the divisions
 * below. They follow from each other upwards, so those of a changed division and of all above it are made anew.
 */
import { allDivisions, ancestors, divisionAt } from '../../report/divisions.js';
import { divisionLevels } from '../../report/division.js';
import { oneOf } from '../filter.js';
import { join, list, raw, sql, type Sql } from '../sql.js';
import type { Writing } from '../writing.js';
import { cellValuesOf } from './cell-values.js';
import { shareOf, sumColumns, type CellValues, type Vector } from './columns.js';
import { everyEdition, everyType, hasBelow, type Kind } from './places.js';
import { replaceSums, type SumKey } from './sums.js';

/** By year, the divisions of which a consolidated report came, went or changed its place. */
export type Changed = ReadonlyMap<number, ReadonlySet<string>>;

interface Own {
  revision: number;
  held: number;
  synthetic: boolean;
}

/** @param known the cells of revisions that need not be read */
export async function bringPublishedInLine(
  writing: Writing,
  changed: Changed,
  known: ReadonlyMap<number, CellValues>,
): Promise<void> {
  if (changed.size === 0) return;
  const pairs = [...changed].flatMap(([year, divisions]) => {
    const all = [...divisions].flatMap((code) => [code, ...ancestors(code).map((above) => above.code)]);
    return [...new Set(all)].map((division): Pair => ({ division, year }));
  });
  const own = await ownReports(writing, pairs);
  const stored = await cellValuesOf(
    writing,
    [...own.values()].map(({ revision }) => revision).filter((revision) => !known.has(revision)),
  );
  for (const level of [...divisionLevels].reverse()) {
    const ofLevel = pairs.filter(({ division }) => divisionAt(division)?.level === level);
    if (ofLevel.length === 0) continue;
    const higher = ofLevel.filter(({ division }) => hasBelow(division));
    const isOwn = (pair: Pair): boolean => own.has(textOf(pair));
    // What is below a report of its own does not add to it: how much is held there is all that is told of it.
    const below = new Map([
      ...(await sumsBelow(
        writing,
        higher.filter((pair) => !isOwn(pair)),
        sumColumns,
      )),
      ...(await sumsBelow(writing, higher.filter(isOwn), ['held'])),
    ]);
    await replaceSums(
      writing,
      ofLevel.flatMap((pair) => {
        const mine = own.get(textOf(pair));
        const alone =
          mine === undefined ? noSums() : shareOf(known.get(mine.revision) ?? stored(mine.revision), mine.synthetic);
        alone[heldPlace] = mine?.held ?? 0;
        if (!hasBelow(pair.division)) return [{ key: keyOf('TREE', pair), vector: alone }];
        const lower = below.get(textOf(pair)) ?? noSums();
        const tree = mine === undefined ? lower : alone.slice();
        tree[heldPlace] = (alone[heldPlace] ?? 0) + (lower[heldPlace] ?? 0);
        return [
          { key: keyOf('SELF', pair), vector: alone },
          { key: keyOf('TREE', pair), vector: tree },
        ];
      }),
    );
  }
}

interface Pair {
  division: string;
  year: number;
}

const textOf = ({ division, year }: Pair): string => `${division} ${year}`;
const keyOf = (kind: Kind, pair: Pair): SumKey => ({
  ...{ scope: 'CONSOLIDATED', kind, ...pair, type: everyType, edition: everyEdition },
});
const heldPlace = sumColumns.indexOf('held');
const noSums = (): Vector => new Float64Array(sumColumns.length);

/** More of them than are asked for may be read, as every year stands with every division. */
const among = (division: string, year: string, pairs: readonly Pair[]): Sql =>
  sql`${oneOf(raw(division), [...new Set(pairs.map((pair) => pair.division))])}
    AND ${oneOf(raw(year), [...new Set(pairs.map((pair) => pair.year))])}`;

/** The report that counts for each division: the government's, else the first by agency id; and how many are held. */
async function ownReports(writing: Writing, pairs: readonly Pair[]): Promise<Map<string, Own>> {
  const rows = await writing.read(sql`SELECT a.division AS division, r.year AS year, r.id AS revision,
      r.synthetic AS synthetic
    FROM report_revision r JOIN agency a ON a.id = r.agency
    WHERE r.superseded_at IS NULL AND r.scope = 'CONSOLIDATED' AND ${among('a.division', 'r.year', pairs)}
    ORDER BY a.division, r.year, CASE WHEN a.type = 'GOVERNMENT' THEN 0 ELSE 1 END, a.id`);
  const asked = new Set(pairs.map(textOf));
  const own = new Map<string, Own>();
  for (const row of rows) {
    const text = textOf({ division: String(row['division']), year: Number(row['year']) });
    const first = own.get(text);
    if (!asked.has(text)) continue;
    if (first === undefined)
      own.set(text, { revision: Number(row['revision']), held: 1, synthetic: Boolean(row['synthetic']) });
    else first.held++;
  }
  return own;
}

/** Of the columns named; the others are 0. */
async function sumsBelow(
  writing: Writing,
  pairs: readonly Pair[],
  columns: readonly string[],
): Promise<Map<string, Vector>> {
  const of = new Set(pairs.map(({ division }) => division));
  const children = allDivisions().filter(({ parent }) => parent !== null && of.has(parent));
  if (children.length === 0) return new Map();
  const asked = new Set(pairs.map(textOf));
  const sums = join(
    columns.map((name) => raw(`SUM(u.${name}) AS ${name}`)),
    ', ',
  );
  const years = [...new Set(pairs.map(({ year }) => year))];
  const rows = await writing.read(sql`SELECT d.parent AS division, u.year AS year, ${sums}
    FROM rollup u JOIN division d ON d.code = u.division
    WHERE u.scope = 'CONSOLIDATED' AND u.kind = 'TREE' AND u.division IN (${list(children.map(({ code }) => code))})
      AND ${oneOf(raw('u.year'), years)} AND u.type = ${everyType} AND u.edition = ${everyEdition}
    GROUP BY d.parent, u.year`);
  const found = new Map<string, Vector>();
  for (const row of rows) {
    // Every year stands with every division: more is read than was asked for.
    const text = textOf({ division: String(row['division']), year: Number(row['year']) });
    if (asked.has(text))
      found.set(
        text,
        Float64Array.from(sumColumns, (name) => Number(row[name] ?? 0)),
      );
  }
  return found;
}
