/**
 * Keeps the rows of sums, in the transaction that changes the reports. Whatever writes says which agencies it touched;
 * at the end, what counts of these is held against what stands in the rows, and the difference is added. Each revision
 * notes the division and type under which it stands in them, so nothing is added twice, and all can be taken out again.
 */
import { scopes, type Scope } from '../../report/report.js';
import { logChanges, passOn } from '../change-log.js';
import type { Row } from '../database.js';
import { numberOrNull, textOrNull } from '../nullable.js';
import { join, list, raw, sql, type Sql } from '../sql.js';
import { counts } from '../statistics/held.js';
import type { Writing } from '../writing.js';
import { cellValuesOf } from './cell-values.js';
import { shareOf, type CellValues, type Vector } from './columns.js';
import { placesOf } from './places.js';
import { bringPublishedInLine } from './published.js';
import { missingIn, ofScopes, sameSpan, spanOf, type AgencyYears, type Span } from './spans.js';
import { dropMissingAfter, Sums } from './sums.js';

/** Where a report is added up: by what its agency is today. */
export interface Rolled {
  division: string;
  type: string;
}

/** A revision as far as sums go. */
export interface RolledRevision {
  id: number;
  agency: string;
  year: number;
  scope: Scope;
  edition: string;
  synthetic: boolean;
}

interface HeldRevision extends RolledRevision {
  /** Null: it stands in no row. */
  rolled: Rolled | null;
  /** Null: it should stand in none. */
  counts: Rolled | null;
}

const samePlace = (one: Rolled | null, other: Rolled | null): boolean =>
  one === other || (one !== null && other !== null && one.division === other.division && one.type === other.type);

export class RollupChanges {
  private readonly touched = new Set<string>();
  private readonly sums = new Sums();
  /** Revisions that this transaction has added up: nothing of them stood in the rows before. */
  private readonly fresh = new Map<number, CellValues>();
  /** Revisions that are no more, and stood in the rows before. */
  private readonly dropped: HeldRevision[] = [];
  /** Where revisions that are no more counted before this transaction, by those that have taken their place. */
  private readonly inherited = new Map<number, Rolled>();
  private readonly published = new Map<number, Set<string>>();

  /** Something of the agency changes: its reports, or what it is. */
  touch(agency: string): void {
    this.touched.add(agency);
  }

  /** A new revision, stored as standing in the rows already. */
  add(revision: RolledRevision, rolled: Rolled, values: CellValues): void {
    this.touch(revision.agency);
    this.fresh.set(revision.id, values);
    this.count(revision, rolled, values, 1);
  }

  /** Before revisions are removed from the database. successors: of each the one that says the same. */
  async drop(writing: Writing, successors: ReadonlyMap<number, number>): Promise<void> {
    const ids = [...successors.keys()];
    const rows = await writing.read(
      sql`${heldRevisions} WHERE r.id IN (${list(ids)}) AND r.rolled_division IS NOT NULL`,
    );
    const held = rows.map(heldOf);
    for (const [id, successor] of successors) {
      const before = this.before(id, held.find((one) => one.id === id)?.rolled ?? null);
      if (before !== null) this.inherited.set(successor, before);
      this.inherited.delete(id);
      await passOn(writing, id, successor);
    }
    const figures = await cellValuesOf(
      writing,
      held.map(({ id }) => id),
    );
    for (const one of held) {
      this.touch(one.agency);
      if (one.rolled !== null) this.count(one, one.rolled, figures(one.id), -1);
      if (!this.fresh.delete(one.id)) this.dropped.push({ ...one, counts: null });
    }
  }

  /** The last of a transaction. */
  async keep(writing: Writing): Promise<void> {
    if (this.touched.size === 0) return;
    const agencies = [...this.touched];
    const rows = await writing.read(
      sql`${heldRevisions} WHERE r.agency IN (${list(agencies)}) AND (r.rolled_division IS NOT NULL OR r.superseded_at IS NULL)`,
    );
    const held = rows.map(heldOf);
    await this.logMoves(writing, held);
    await this.moveRevisions(writing, held);
    await this.keepMissing(writing, agencies, [...held, ...this.dropped]);
    await this.sums.store(writing);
    await bringPublishedInLine(writing, this.published, this.fresh);
  }

  /** Where the revision counted before this transaction. */
  private before(id: number, rolled: Rolled | null): Rolled | null {
    return this.inherited.get(id) ?? (this.fresh.has(id) ? null : rolled);
  }

  private async logMoves(writing: Writing, held: readonly HeldRevision[]): Promise<void> {
    const found = new Set(held.map(({ id }) => id));
    const gone = [...this.inherited].filter(([id]) => !found.has(id));
    const moves = [
      ...held.map(({ id, rolled, counts }) => ({ revision: id, before: this.before(id, rolled), after: counts })),
      ...gone.map(([revision, before]) => ({ revision, before, after: null })),
    ];
    await logChanges(
      writing,
      moves.filter(({ before, after }) => !samePlace(before, after)),
    );
  }

  private async moveRevisions(writing: Writing, held: readonly HeldRevision[]): Promise<void> {
    const moved = held.filter(({ rolled, counts }) => !samePlace(rolled, counts));
    if (moved.length === 0) return;
    const stored = await cellValuesOf(
      writing,
      moved.map(({ id }) => id).filter((id) => !this.fresh.has(id)),
    );
    for (const one of moved) {
      const values = this.fresh.get(one.id) ?? stored(one.id);
      if (one.rolled !== null) this.count(one, one.rolled, values, -1);
      if (one.counts !== null) this.count(one, one.counts, values, 1);
    }
    const places = moved.map(
      ({ id, counts }) =>
        sql`(${raw(String(id))}, CAST(${counts?.division ?? null} AS varchar), CAST(${counts?.type ?? null} AS varchar))`,
    );
    for (const some of inParts(places))
      await writing.run(sql`UPDATE report_revision SET rolled_division = v.column2, rolled_type = v.column3
        FROM (VALUES ${join(some, ', ')}) AS v WHERE report_revision.id = v.column1`);
  }

  private count(revision: RolledRevision, { division, type }: Rolled, values: CellValues, sign: 1 | -1): void {
    const { scope, year, edition, synthetic } = revision;
    if (scope === 'CONSOLIDATED') {
      const divisions = this.published.get(year) ?? new Set();
      this.published.set(year, divisions.add(division));
      return;
    }
    const share = shareOf(values, synthetic);
    const largest = largestOf(share);
    for (const place of placesOf(division, type))
      this.sums.add({ ...place, scope, year, edition }, share, sign, largest);
  }

  private async keepMissing(
    writing: Writing,
    agencies: readonly string[],
    revisions: readonly HeldRevision[],
  ): Promise<void> {
    const before = await readNewest(writing, raw('SELECT newest_year AS newest FROM state WHERE id = 1'));
    const after = await readNewest(
      writing,
      raw('SELECT MAX(year) AS newest FROM report_revision WHERE superseded_at IS NULL'),
    );
    const wereHeld = yearsOf(revisions.filter(({ id, rolled }) => rolled !== null && !this.fresh.has(id)));
    const areHeld = yearsOf(revisions.filter(({ counts }) => counts !== null));
    const states = await statesOf(writing, agencies);
    const spansBefore = await spansOf(writing, agencies);
    const settled = before === null || after === null ? Number.NEGATIVE_INFINITY : Math.min(before, after);
    const changed: { agency: string; scope: Scope; span: Span | null }[] = [];
    for (const agency of agencies) {
      const state = states.get(agency);
      const years = ofScopes((scope) => areHeld.get(`${agency} ${scope}`) ?? new Set<number>());
      for (const scope of scopes) {
        const was = spansBefore.get(`${agency} ${scope}`) ?? null;
        const is = state === undefined ? null : spanOf({ ...state, years }, scope);
        if (!sameSpan(was, is)) changed.push({ agency, scope, span: is });
        this.countMissing(scope, was, missingIn(was, wereHeld.get(`${agency} ${scope}`) ?? new Set(), settled), -1);
        this.countMissing(scope, is, missingIn(is, years[scope], settled), 1);
      }
    }
    await storeSpans(writing, changed);
    if (after !== before) await this.newestIs(writing, before, after);
  }

  private countMissing(scope: Scope, span: Span | null, years: readonly number[], change: number): void {
    if (span === null) return;
    for (const place of placesOf(span.division, span.type))
      for (const year of years) this.sums.addMissing({ ...place, scope, year }, change);
  }

  /** Of all agencies something is expected in the new years, or nothing any more in those that are gone. */
  private async newestIs(writing: Writing, before: number | null, after: number | null): Promise<void> {
    await writing.run(sql`UPDATE state SET newest_year = ${after} WHERE id = 1`);
    if (after === null || (before !== null && after < before)) {
      await dropMissingAfter(writing, after);
      return;
    }
    const first =
      before === null ? await readNewest(writing, raw('SELECT MIN(year_from) AS newest FROM agency_span')) : before + 1;
    for (let year = first ?? after + 1; year <= after; year++) {
      const rows =
        await writing.read(sql`SELECT s.scope AS scope, s.division AS division, s.type AS type, COUNT(*) AS missing
        FROM agency_span s WHERE s.year_from <= ${year} AND (s.year_to IS NULL OR s.year_to >= ${year})
          AND NOT EXISTS (SELECT 1 FROM report_revision r WHERE r.agency = s.agency AND r.year = ${year}
            AND r.scope = s.scope AND ${counts(null, '+r')})
        GROUP BY s.scope, s.division, s.type`);
      for (const row of rows) {
        const scope = row['scope'] as Scope; // written by storeSpans alone
        for (const place of placesOf(String(row['division']), String(row['type'])))
          this.sums.addMissing({ ...place, scope, year }, Number(row['missing']));
      }
    }
  }
}

const heldRevisions =
  raw(`SELECT r.id AS id, r.agency AS agency, r.year AS year, r.scope AS scope, r.edition AS edition,
    r.synthetic AS synthetic, r.superseded_at AS superseded_at, r.rolled_division AS rolled_division,
    r.rolled_type AS rolled_type, a.division AS division, a.type AS type
  FROM report_revision r LEFT JOIN agency a ON a.id = r.agency`);

function heldOf(row: Row): HeldRevision {
  const place = (division: unknown, type: unknown): Rolled | null =>
    typeof division === 'string' && typeof type === 'string' ? { division, type } : null;
  return {
    id: Number(row['id']),
    agency: String(row['agency']),
    year: Number(row['year']),
    scope: row['scope'] as Scope, // the intake writes no other
    edition: String(row['edition']),
    synthetic: Boolean(row['synthetic']),
    rolled: place(row['rolled_division'], row['rolled_type']),
    counts: row['superseded_at'] === null ? place(row['division'], row['type']) : null,
  };
}

function largestOf(share: Vector): number {
  let largest = 0;
  for (const value of share) largest = Math.max(largest, Math.abs(value));
  return largest;
}

function* inParts<T>(all: readonly T[]): Iterable<readonly T[]> {
  const most = 5_000;
  for (let start = 0; start < all.length; start += most) yield all.slice(start, start + most);
}

function yearsOf(revisions: readonly HeldRevision[]): Map<string, Set<number>> {
  const years = new Map<string, Set<number>>();
  for (const { agency, scope, year } of revisions) {
    const key = `${agency} ${scope}`;
    years.set(key, (years.get(key) ?? new Set()).add(year));
  }
  return years;
}

async function readNewest(writing: Writing, statement: Sql): Promise<number | null> {
  const [row] = await writing.read(statement);
  return numberOrNull(row?.['newest']);
}

async function statesOf(
  writing: Writing,
  agencies: readonly string[],
): Promise<Map<string, Omit<AgencyYears, 'years'>>> {
  const rows = await writing.read(
    sql`SELECT id, division, type, exists_from, exists_to FROM agency WHERE id IN (${list(agencies)})`,
  );
  return new Map(
    rows.map((row) => [
      String(row['id']),
      {
        division: String(row['division']),
        type: String(row['type']),
        existsFrom: numberOrNull(row['exists_from']),
        existsTo: numberOrNull(row['exists_to']),
      },
    ]),
  );
}

async function spansOf(writing: Writing, agencies: readonly string[]): Promise<Map<string, Span>> {
  const rows = await writing.read(sql`SELECT * FROM agency_span WHERE agency IN (${list(agencies)})`);
  return new Map(
    rows.map((row) => [
      `${textOrNull(row['agency'])} ${textOrNull(row['scope'])}`,
      {
        division: String(row['division']),
        type: String(row['type']),
        from: Number(row['year_from']),
        to: numberOrNull(row['year_to']),
      },
    ]),
  );
}

async function storeSpans(
  writing: Writing,
  changed: readonly { agency: string; scope: Scope; span: Span | null }[],
): Promise<void> {
  const gone = changed.filter(({ span }) => span === null).map(({ agency, scope }) => sql`(${agency}, ${scope})`);
  for (const some of inParts(gone))
    await writing.run(sql`DELETE FROM agency_span WHERE (agency, scope) IN (VALUES ${join(some, ', ')})`);
  await writing.insert(
    'agency_span',
    ['agency', 'scope', 'division', 'type', 'year_from', 'year_to'],
    changed.flatMap(({ agency, scope, span }) =>
      span === null ? [] : [[agency, scope, span.division, span.type, span.from, span.to]],
    ),
    `ON CONFLICT (agency, scope) DO UPDATE SET division = excluded.division, type = excluded.type,
      year_from = excluded.year_from, year_to = excluded.year_to`,
  );
}
