/**
 * The register of agencies into the database. What an agency is follows from the last line for any of its names; a line
 * that names former names makes one agency of all that were held under them, under the id of its first name, and takes
 * its reports along. Until that moment `asOf` sees what was known before.
 *
 * A line that states an earlier moment of receipt than what is held of its agencies changes them from there on, not before.
 */
import { BadInput } from '../report/bad-input.js';
import type { AgencyLine, CompleteLine, RegisterLine } from '../report/register-json.js';
import type { Scope } from '../report/report.js';
import type { Database, Row } from './database.js';
import { addBigrams, dropBigrams } from './agency-bigrams.js';
import { fileAnew } from './history.js';
import { agencyId, reportId } from './ids.js';
import { keyOf, KnownAgencies, stateColumns, stateValues, type AgencyState, type Named } from './known-agencies.js';
import { numberOrNull, textOrNull } from './nullable.js';
import { completeLines, firstName, linesFor, textOfLine } from './register-log.js';
import { list, raw, sql } from './sql.js';
import { inWriting, type Clock, type Writing } from './writing.js';

export type RegisterOutcome = { status: 'stored' | 'unchanged' } | { status: 'failed'; error: BadInput };

/** Lines in a transaction. */
const batchSize = 500;

/** An outcome for each line, in the same order: a line that contradicts the register takes none of the others with it. */
export async function register(
  database: Database,
  lines: readonly RegisterLine[],
  clock: Clock = Date.now,
): Promise<RegisterOutcome[]> {
  const outcomes: RegisterOutcome[] = [];
  for (let start = 0; start < lines.length; start += batchSize) {
    const batch = lines.slice(start, start + batchSize);
    outcomes.push(...(await inWriting(database, clock, (writing) => new Batch(writing).register(batch))));
  }
  return outcomes;
}

interface Logged {
  line: RegisterLine;
  at: number;
}

class Batch {
  private readonly agencies: KnownAgencies;
  private readonly logged: Logged[] = [];

  constructor(private readonly writing: Writing) {
    this.agencies = new KnownAgencies(writing);
  }

  async register(lines: readonly RegisterLine[]): Promise<RegisterOutcome[]> {
    const { writing } = this;
    await this.agencies.find(
      lines.flatMap((line) =>
        line.register === 'agency' ? [...namesIn(line), ...(line.parent === null ? [] : [line.parent])] : [],
      ),
    );
    await writing.startNumbering('register_line');
    await writing.startNumbering('agency_version');
    const outcomes: RegisterOutcome[] = [];
    for (const line of lines) {
      const at = line.receivedAt?.getTime() ?? writing.now();
      try {
        const changed = await (line.register === 'agency' ? this.agency(line, at) : this.complete(line, at));
        outcomes.push({ status: changed ? 'stored' : 'unchanged' });
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        outcomes.push({ status: 'failed', error });
      }
      writing.received(at);
    }
    await this.flush();
    return outcomes;
  }

  private async flush(): Promise<void> {
    const { writing } = this;
    await this.agencies.store();
    await writing.insert(
      'register_line',
      ['id', 'received_at', 'division', 'name', 'line'],
      this.logged
        .splice(0)
        .map(({ line, at }) => [
          writing.nextNumber('register_line'),
          at,
          line.division,
          line.register === 'agency' ? line.name : null,
          textOfLine(line),
        ]),
    );
  }

  /** Of the lines of a division with one first year, the one received last counts. */
  private async complete(line: CompleteLine, at: number): Promise<boolean> {
    const { writing } = this;
    const { division, from, to } = line;
    const waiting = this.logged.flatMap((one) =>
      one.line.register === 'complete' ? [{ ...one, line: one.line }] : [],
    );
    const logged = [...(await completeLines(writing, division)), ...waiting]
      .filter((one) => one.line.division === division && one.line.from === from)
      .sort((one, other) => one.at - other.at);
    if (logged.findLast((one) => one.at <= at)?.line.to === to) return false;
    this.logged.push({ line, at });
    writing.registered.add(division);
    if (logged.some((one) => one.at > at)) return true;
    await writing.run(sql`INSERT INTO register_complete (division, year_from, year_to, received_at)
      VALUES (${division}, ${raw(String(from))}, ${raw(String(to ?? 'NULL'))}, ${raw(String(at))})
      ON CONFLICT (division, year_from) DO UPDATE SET year_to = excluded.year_to, received_at = excluded.received_at`);
    return true;
  }

  private async agency(line: AgencyLine, at: number): Promise<boolean> {
    const { agencies } = this;
    const names = namesIn(line);
    const involved = [...new Set(names.map((name) => agencies.idOf(name)).filter((id) => id !== undefined))];
    if (involved.length === 0 && names.length === 1) {
      const parent = line.parent === null ? null : agencies.idOrNew(line.parent, at);
      agencies.make(stateOf(line, line, parent), at);
      this.writing.registered.add(line.division);
      this.logged.push({ line, at });
      return true;
    }
    await this.flush();
    return this.known(line, names, involved, at);
  }

  /** A line for agencies that are held, or with names that they had. */
  private async known(line: AgencyLine, names: Named[], involved: string[], at: number): Promise<boolean> {
    const { writing, agencies } = this;
    const states = await statesOf(writing, involved);
    const present = presentName(line, agencies.idOf(line), states, (name) => agencies.idOf(name));
    const allNames = await namesOf(writing, involved, names);
    const logged = await linesFor(writing, allNames);
    const text = textOfLine(line);
    const isLogged = logged.some((one) => one.receivedAt === at && textOfLine(one.line) === text);
    const newest = logged.at(-1);
    if (isLogged || (newest !== undefined && newest.receivedAt <= at && textOfLine(newest.line) === text)) return false;
    this.logged.push({ line, at });

    const lines = [...logged.filter((one) => one.receivedAt <= at).map((one) => one.line), line].concat(
      logged.filter((one) => one.receivedAt > at).map((one) => one.line),
    );
    const says = lines.at(-1) ?? line;
    const first = firstName(present, lines);
    const id = agencyId(first.division, first.name);
    const moment = Math.max(at, await newestMoment(writing, at, [...involved, id]));
    const parent = says.parent === null ? null : await this.parentId(says.parent, moment);
    const state = stateOf(present, says, parent === id || involved.includes(parent ?? '') ? null : parent);

    const merged = new Set(involved.filter((one) => one !== id));
    const before = states.get(id);
    if (before === undefined) await insertAgency(writing, id, state);
    await this.name(id, present, line, merged);
    if (merged.size > 0) await takeReports(writing, id, [...merged], moment);
    if (merged.size > 0) await takeChildren(writing, id, [...merged], moment);
    for (const one of merged) await endAgency(writing, one, moment);
    for (const one of [...states.values(), state]) writing.registered.add(one.division);
    await becomes(writing, id, before ?? null, state, moment);
    return true;
  }

  private async parentId(parent: Named, at: number): Promise<string> {
    await this.agencies.find([parent]);
    const id = this.agencies.idOrNew(parent, at);
    await this.agencies.store();
    return id;
  }

  /** All names find the agency from now on. */
  private async name(id: string, present: Named, line: AgencyLine, merged: ReadonlySet<string>): Promise<void> {
    const { writing, agencies } = this;
    if (merged.size > 0)
      await writing.run(sql`UPDATE agency_name SET agency = ${id} WHERE agency IN (${list([...merged])})`);
    const names = [{ division: line.division, name: line.name, until: null }, ...line.formerNames];
    for (const { division, name, until } of names) {
      const last = keyOf({ division, name }) === keyOf(present) ? null : until;
      await writing.run(sql`INSERT INTO agency_name (division, name, agency, until)
        VALUES (${division}, ${name}, ${id}, ${raw(String(last ?? 'NULL'))})
        ON CONFLICT (division, name) DO UPDATE SET agency = excluded.agency, until = excluded.until`);
    }
    agencies.point(names, id, merged);
  }
}

function namesIn(line: AgencyLine): Named[] {
  const names = [line, ...line.formerNames].map(({ division, name }) => ({ division, name }));
  return names.filter((name, at) => names.findIndex((other) => keyOf(other) === keyOf(name)) === at);
}

function stateOf({ division, name }: Named, line: AgencyLine, parent: string | null): AgencyState {
  return { division, name, type: line.type, parent, existsFrom: line.existsFrom, existsTo: line.existsTo };
}

async function statesOf(writing: Writing, ids: readonly string[]): Promise<Map<string, AgencyState>> {
  if (ids.length === 0) return new Map();
  const rows = await writing.read(sql`SELECT * FROM agency WHERE id IN (${list(ids)})`);
  return new Map(rows.map((row) => [String(row['id']), stateIn(row)]));
}

function stateIn(row: Row): AgencyState {
  return {
    division: String(row['division']),
    name: String(row['name']),
    type: String(row['type']),
    parent: textOrNull(row['parent']),
    existsFrom: numberOrNull(row['exists_from']),
    existsTo: numberOrNull(row['exists_to']),
  };
}

/**
 * The name of the agency from now on: the line's, unless that is a name which the agency has left behind already.
 *
 * @throws BadInput where a former name belongs to an agency that goes by another name today
 */
function presentName(
  line: AgencyLine,
  own: string | undefined,
  states: ReadonlyMap<string, AgencyState>,
  idOf: (name: Named) => string | undefined,
): Named {
  const named = new Set(namesIn(line).map(keyOf));
  for (const former of line.formerNames) {
    const id = idOf(former);
    const today = id === undefined || id === own ? undefined : states.get(id);
    if (today !== undefined && !named.has(keyOf(today)))
      throw new BadInput(
        'INVALID_JSON',
        `formerNames: "${former.name}" (${former.division}) is a former name of "${today.name}" (${today.division}) already. ` +
          'Name that one in formerNames too if it has become this agency, or leave the name out.',
      );
  }
  const today = own === undefined ? undefined : states.get(own);
  const leftBehind = today !== undefined && keyOf(today) !== keyOf(line) && !namesOfFormer(line).has(keyOf(today));
  const { division, name } = leftBehind ? today : line;
  return { division, name };
}

const namesOfFormer = (line: AgencyLine): Set<string> => new Set(line.formerNames.map(keyOf));

/** Every name of the agencies, and those of the line. */
async function namesOf(writing: Writing, ids: readonly string[], more: readonly Named[]): Promise<Named[]> {
  const names = new Map(more.map((name) => [keyOf(name), name]));
  if (ids.length > 0) {
    const rows = await writing.read(sql`SELECT division, name FROM agency_name WHERE agency IN (${list(ids)})`);
    for (const row of rows) {
      const name = { division: String(row['division']), name: String(row['name']) };
      names.set(keyOf(name), name);
    }
  }
  return [...names.values()];
}

/** A state follows the states before it: when the newest of the agencies began, or `at` if that is later. */
async function newestMoment(writing: Writing, at: number, ids: readonly string[]): Promise<number> {
  if (at >= writing.receivedAt) return at;
  const [row] = await writing.read(
    sql`SELECT MAX(received_at) AS newest FROM agency_version WHERE agency IN (${list(ids)})`,
  );
  return Math.max(at, Number(row?.['newest'] ?? at));
}

async function insertAgency(writing: Writing, id: string, state: AgencyState): Promise<void> {
  await writing.insert('agency', ['id', ...stateColumns], [[id, ...stateValues(state)]]);
  await addBigrams(writing, [{ id, ...state }]);
}

/** The reports of the agencies are this one's; those of one year and scope are one. */
async function takeReports(writing: Writing, id: string, merged: readonly string[], at: number): Promise<void> {
  const rows = await writing.read(sql`SELECT id, agency, year, scope FROM report
    WHERE agency IN (${list([id, ...merged])})
      AND EXISTS (SELECT 1 FROM report_revision r WHERE r.report = report.id AND r.replaced_at IS NULL)
    ORDER BY year, scope, id`);
  const groups = new Map<string, { year: number; scope: Scope; reports: string[]; moves: boolean }>();
  for (const row of rows) {
    const [year, scope] = [Number(row['year']), row['scope'] as Scope]; // the intake writes no other
    const key = `${year} ${scope}`;
    const group = groups.get(key) ?? { year, scope, reports: [], moves: false };
    group.reports.push(String(row['id']));
    group.moves ||= row['agency'] !== id;
    groups.set(key, group);
  }
  for (const { year, scope, reports, moves } of groups.values()) {
    if (!moves) continue;
    const report = reportId(id, year, scope);
    await writing.run(sql`INSERT INTO report (id, agency, year, scope)
      VALUES (${report}, ${id}, ${raw(String(year))}, ${scope}) ON CONFLICT (id) DO NOTHING`);
    await fileAnew(writing, reports, { report, agency: id, at });
    for (const agency of [id, ...merged]) writing.touched.push({ agency, year, scope });
  }
}

async function takeChildren(writing: Writing, id: string, merged: readonly string[], at: number): Promise<void> {
  const rows = await writing.read(sql`SELECT * FROM agency WHERE parent IN (${list(merged)})`);
  for (const row of rows) {
    const state = stateIn(row);
    await becomes(writing, String(row['id']), state, { ...state, parent: id }, at);
  }
}

/** From that moment on the agency is part of another. */
async function endAgency(writing: Writing, id: string, at: number): Promise<void> {
  await writing.run(
    sql`UPDATE agency_version SET superseded_at = ${at} WHERE agency = ${id} AND superseded_at IS NULL`,
  );
  const state = (await statesOf(writing, [id])).get(id);
  if (state !== undefined) await dropBigrams(writing, { id, ...state });
  await writing.run(sql`DELETE FROM agency WHERE id = ${id}`);
  writing.rollup.touch(id);
  writing.changed = true;
}

/** before: null of an agency that is new; its row is there already. */
async function becomes(
  writing: Writing,
  id: string,
  before: AgencyState | null,
  state: AgencyState,
  at: number,
): Promise<void> {
  if (before !== null && JSON.stringify(stateValues(before)) === JSON.stringify(stateValues(state))) return;
  writing.rollup.touch(id);
  const { division, name, type, parent, existsFrom, existsTo } = state;
  if (before !== null) {
    await writing.run(sql`UPDATE agency SET division = ${division}, name = ${name}, type = ${type}, parent = ${parent},
      exists_from = ${existsFrom}, exists_to = ${existsTo} WHERE id = ${id}`);
    if (keyOf(before) !== keyOf(state)) {
      await dropBigrams(writing, { id, ...before });
      await addBigrams(writing, [{ id, ...state }]);
    }
    await writing.run(
      sql`UPDATE agency_version SET superseded_at = ${at} WHERE agency = ${id} AND superseded_at IS NULL`,
    );
  }
  await writing.insert(
    'agency_version',
    ['id', 'agency', 'received_at', 'superseded_at', ...stateColumns],
    [[writing.nextNumber('agency_version'), id, at, null, ...stateValues(state)]],
  );
  writing.changed = true;
}
