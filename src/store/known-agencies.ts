/** The agencies that documents and register lines name: found by division and name, and made where they are new. */
import { agencyTypeOf } from '../report/agency-type-of.js';
import { addBigrams } from './agency-bigrams.js';
import { agencyId } from './ids.js';
import { join, sql } from './sql.js';
import type { Value } from './insert.js';
import type { Rolled } from './rollup/changes.js';
import type { Writing } from './writing.js';

export interface Named {
  division: string;
  name: string;
}

/** What an agency is at some time. */
export interface AgencyState extends Named {
  type: string;
  parent: string | null;
  existsFrom: number | null;
  existsTo: number | null;
}

export const keyOf = ({ division, name }: Named): string => `${division} ${name}`;

export const stateColumns = ['division', 'name', 'type', 'parent', 'exists_from', 'exists_to'] as const;
export const stateValues = (state: AgencyState): Value[] => [
  state.division,
  state.name,
  state.type,
  state.parent,
  state.existsFrom,
  state.existsTo,
];

/** What an agency is of which nothing but its name is known. */
export function stateByName({ division, name }: Named): AgencyState {
  return { division, name, type: agencyTypeOf(name), parent: null, existsFrom: null, existsTo: null };
}

export class KnownAgencies {
  private readonly ids = new Map<string, string>();
  private readonly since = new Map<string, number>();
  private readonly places = new Map<string, Rolled>();
  private readonly made: { id: string; state: AgencyState; at: number }[] = [];

  constructor(private readonly writing: Writing) {}

  async find(names: readonly Named[]): Promise<void> {
    const asked = new Map(names.map((named) => [keyOf(named), named]));
    const missing = [...asked].filter(([key]) => !this.ids.has(key)).map(([, named]) => named);
    if (missing.length === 0) return;
    const pairs = join(
      missing.map(({ division, name }) => sql`(${division}, ${name})`),
      ', ',
    );
    const found = await this.writing.read(
      sql`SELECT n.division, n.name, n.agency, a.division AS agency_division, a.type AS agency_type,
          (SELECT MIN(v.received_at) FROM agency_version v WHERE v.agency = n.agency) AS since
        FROM agency_name n JOIN agency a ON a.id = n.agency WHERE (n.division, n.name) IN (VALUES ${pairs})`,
    );
    for (const row of found) {
      const id = String(row['agency']);
      this.ids.set(keyOf({ division: String(row['division']), name: String(row['name']) }), id);
      this.since.set(id, Number(row['since']));
      this.places.set(id, { division: String(row['agency_division']), type: String(row['agency_type']) });
    }
  }

  /** Whether nothing was known of the agency then. */
  isNewerThan(id: string, at: number): boolean {
    return at < (this.since.get(id) ?? Number.MIN_SAFE_INTEGER);
  }

  /** Where its reports are added up. */
  placeOf(id: string): Rolled {
    const place = this.places.get(id);
    if (place === undefined) throw new Error(`the agency ${id} was not looked for`);
    return place;
  }

  /** Of the names asked for. */
  idOf(named: Named): string | undefined {
    return this.ids.get(keyOf(named));
  }

  /** The agency of that name, made if it is new. */
  idOrNew(named: Named, at: number): string {
    const known = this.idOf(named);
    if (known !== undefined) return known;
    return this.make(stateByName(named), at);
  }

  /** An agency that is new under this name. */
  make(state: AgencyState, at: number): string {
    const id = agencyId(state.division, state.name);
    this.ids.set(keyOf(state), id);
    this.since.set(id, at);
    this.places.set(id, { division: state.division, type: state.type });
    this.made.push({ id, state, at });
    return id;
  }

  /** From now on the names are another agency's, and so are all of the agencies that it takes the place of. */
  point(names: readonly Named[], id: string, inPlaceOf: ReadonlySet<string>): void {
    for (const [key, of] of this.ids) if (inPlaceOf.has(of)) this.ids.set(key, id);
    for (const named of names) this.ids.set(keyOf(named), id);
  }

  /** Stores the new ones. */
  async store(): Promise<void> {
    const { writing } = this;
    const made = this.made.splice(0);
    if (made.length === 0) return;
    writing.changed = true;
    for (const { id } of made) writing.rollup.touch(id);
    await writing.startNumbering('agency_version');
    await writing.insert(
      'agency',
      ['id', ...stateColumns],
      made.map(({ id, state }) => [id, ...stateValues(state)]),
    );
    await addBigrams(
      writing,
      made.map(({ id, state }) => ({ id, ...state })),
    );
    await writing.insert(
      'agency_version',
      ['id', 'agency', 'received_at', 'superseded_at', ...stateColumns],
      made.map(({ id, state, at }) => [writing.nextNumber('agency_version'), id, at, null, ...stateValues(state)]),
    );
    await writing.insert(
      'agency_name',
      ['division', 'name', 'agency', 'until'],
      made.map(({ id, state }) => [state.division, state.name, id, null]),
    );
  }
}

/** An agency that is named by something received earlier than all before was an agency already then. */
export async function knownSince(writing: Writing, agency: string, at: number): Promise<void> {
  const [first] = await writing.read(
    sql`SELECT id, received_at FROM agency_version WHERE agency = ${agency} ORDER BY received_at, id LIMIT 1`,
  );
  if (first === undefined || Number(first['received_at']) <= at) return;
  await writing.run(sql`UPDATE agency_version SET received_at = ${at} WHERE id = ${Number(first['id'])}`);
  writing.changed = true;
}
