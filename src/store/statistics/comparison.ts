/**
 * Agencies and divisions among their peers, many at once: what all of them are compared with is read together, in a
 * number of statements that does not grow with them.
 */
import { allDivisions, divisionAt } from '../../report/divisions.js';
import type { DivisionLevel } from '../../report/division.js';
import { leafAt } from '../../template/figures.js';
import { measureNamed, type Measure } from '../../template/measures.js';
import { agenciesById, type AgencyNode } from '../agencies.js';
import { BadQuestion } from '../bad-question.js';
import type { Reader } from '../database.js';
import { oneOf } from '../filter.js';
import type { Basis, Quality, ReportFilter } from '../question.js';
import { all, raw, sql, type Sql } from '../sql.js';
import { aggregate, sumOf, type Aggregate, type Group } from './aggregate.js';
import { keys } from './answer.js';
import type { AgencyAsk, DivisionAsk } from './batched.js';
import { within } from './within.js';
import { compare, ordered, type Compared, type Measured, type Ordered } from './compare.js';
import type { Key } from './groups.js';
import { needOf, type Need } from './need.js';
import { rawValue } from './rows.js';
import type { SummaryPart } from './row.js';

/** In the order of the enums. */
export const agencyPeers = ['SAME_TYPE', 'SAME_LEVEL', 'SAME_PARENT', 'SIMILAR_VOLUME'] as const;
export type AgencyPeers = (typeof agencyPeers)[number];
export const divisionPeers = ['SAME_LEVEL', 'SAME_PARENT', 'SIMILAR_VOLUME'] as const;
export type DivisionPeers = (typeof divisionPeers)[number];

export interface ComparisonQuestion<Peers> {
  basis: Basis;
  asOf: Date | null;
  /** AS_REPORTED where it is left out. */
  quality?: Quality;
  /** All of them hold of a peer. */
  peers: readonly Peers[];
  /** Names of the contract, in the order of the answer. */
  measures: readonly string[];
  /** The smallest denominator of a reliable rate. */
  floor: number;
}

export interface Comparison {
  /** How many peers have a report that counts, the subject not among them. */
  peers: number;
  measures: Compared[];
}

/** So many agencies or divisions are compared at once. */
export const mostPeers = 10_000;

const volumeLeaf = leafAt('applications.received.total');
const volumeMeasure = 'APPLICATIONS_RECEIVED_TOTAL';

function tooMany(peers: number, limit: number): BadQuestion {
  return new BadQuestion(
    'TOO_MANY_GROUPS',
    `comparison here is with ${peers} peers, and at most ${limit} are read at once. ` +
      'Narrow it, as in peers: [SAME_TYPE, SAME_LEVEL, SIMILAR_VOLUME], or compare fewer at once.',
    { groups: peers, limit },
  );
}

function assertPeers(peers: readonly string[]): void {
  if (peers.length === 0)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      'peers is empty: name whom to compare with, as in peers: [SAME_LEVEL]; all that is named holds of each peer.',
    );
}

function needFor(measures: readonly string[]): Need {
  const summaries = new Map(measures.map((name) => [name, new Set<SummaryPart>(['sum'])]));
  return needOf({ leaves: new Set([volumeLeaf.path]), rates: new Set(), coverage: false, repaired: false, summaries });
}

/** One that a report of the year counts of. */
interface Peer {
  id: string;
  year: number;
  /** Applications received. */
  volume: number | null;
  /** The other keys of its group. */
  marks: readonly (string | number)[];
  measured: (measure: Measure) => Measured;
}

/** Of groups whose first two keys are the id and the year. */
function peersIn({ groups, names }: Aggregate): Peer[] {
  return [...groups.values()]
    .filter(({ sums }) => sums !== null && Number(sums['reports']) > 0)
    .map(({ keys: [id = '', year, ...marks], sums }: Group) => ({
      id: String(id),
      year: Number(year),
      volume: sumOf(sums, names.leaves.get(volumeLeaf)),
      marks,
      measured: (measure) => ({
        id: String(id),
        value: rawValue(measure, sums, names),
        denominator: measure.kind === 'rate' ? sumOf(sums, names.rates.get(measure.rate)?.denominator) : null,
      }),
    }));
}

/** Within a factor of two; of 0 there is 0 alone. */
const similar = (one: number | null, other: number | null): boolean =>
  one !== null && other !== null && 2 * one >= other && one <= 2 * other;

/** Where peers were put in order for one, they are for all that have the same ones. */
class OrderedSets {
  private readonly sets = new Map<string, { members: Peer[]; ordered: Ordered[] }>();
  private readonly measures: Measure[];

  constructor(private readonly question: Pick<ComparisonQuestion<unknown>, 'measures' | 'floor'>) {
    this.measures = question.measures.map(measureNamed);
  }

  /**
   * @param subject null where no report of it counts: then it is not among the ranked
   * @param key the same for all that have the same peers
   */
  compare(id: string, subject: Peer | null, key: string, find: () => Peer[]): Comparison {
    const { floor } = this.question;
    let set = this.sets.get(key);
    if (set === undefined) {
      const members = find();
      const made = this.measures.map((measure) =>
        ordered(
          measure,
          floor,
          members.map((one) => one.measured(measure)),
        ),
      );
      set = { members, ordered: made };
      this.sets.set(key, set);
    }
    const { members, ordered: orders } = set;
    const nothing: Ordered = { ranked: [], apart: [], withoutValue: [] };
    return {
      peers: members.length - (subject === null ? 0 : 1),
      measures: this.measures.map((measure, at) =>
        compare(
          measure,
          floor,
          subject?.measured(measure) ?? { id, value: null, denominator: null },
          orders[at] ?? nothing,
        ),
      ),
    };
  }
}

/** The agency above where one is registered, else the division. */
const parentKey = raw('COALESCE(a.parent, a.division)');
const marksOfAgencies = [raw('a.type'), raw('d.level'), parentKey].map((one): Key => ({
  of: 'AGENCY',
  sql: () => one,
}));
const levelOf = (code: string): DivisionLevel => divisionAt(code)?.level ?? 'DISTRICT';
const marksOf = (agency: AgencyNode): string[] => [
  agency.type,
  levelOf(agency.division),
  agency.parent ?? agency.division,
];
/** Which of the marks each of the peers is about. */
const markAt = { SAME_TYPE: 0, SAME_LEVEL: 1, SAME_PARENT: 2 } as const;

/** Bands of volume that overlap are one. */
function bandsOf(volumes: readonly number[]): [number, number][] {
  const bands: [number, number][] = [];
  for (const volume of [...new Set(volumes)].sort((a, b) => a - b)) {
    const last = bands.at(-1);
    if (last !== undefined && volume / 2 <= last[1]) last[1] = 2 * volume;
    else bands.push([volume / 2, 2 * volume]);
  }
  return bands;
}

/** Of each agency's own report of the year and of the basis's scope. An agency that was not known then has no peers. */
export async function agencyComparisons(
  reader: Reader,
  asks: readonly AgencyAsk[],
  question: ComparisonQuestion<AgencyPeers>,
): Promise<Comparison[]> {
  const { basis, asOf, quality = 'AS_REPORTED', peers } = question;
  assertPeers(peers);
  const years = [...new Set(asks.map(({ year }) => year))];
  const ids = [...new Set(asks.map(({ agency }) => agency))];
  const agencies = new Map<string, AgencyNode>();
  for (const agency of await agenciesById(reader, ids, asOf)) if (agency !== null) agencies.set(agency.id, agency);
  const need = needFor(question.measures);
  const readPeers = async (where: ReportFilter, only: Sql): Promise<Peer[]> => {
    const keysOf = [keys.AGENCY, keys.YEAR, ...marksOfAgencies];
    const single = { sql: only, divisions: null };
    const selection = { basis, asOf, quality, where, keys: keysOf, only: single, yearShift: 0 };
    return peersIn(await aggregate(reader, selection, need, { limit: mostPeers, byEdition: false, refuse: tooMany }));
  };
  const subjects = new Map(
    (await readPeers({ year: { in: years } }, oneOf(raw('a.id'), ids))).map((one) => [`${one.id} ${one.year}`, one]),
  );
  const marks = [...agencies.values()].map(marksOf);
  const marked = (at: number): string[] => [...new Set(marks.map((one) => one[at] ?? ''))];
  const only: Sql[] = [sql`NOT ${oneOf(raw('a.id'), ids)}`];
  if (peers.includes('SAME_TYPE')) only.push(oneOf(raw('a.type'), marked(markAt.SAME_TYPE)));
  if (peers.includes('SAME_LEVEL')) only.push(oneOf(raw('d.level'), marked(markAt.SAME_LEVEL)));
  if (peers.includes('SAME_PARENT')) only.push(oneOf(parentKey, marked(markAt.SAME_PARENT)));
  const byVolume = peers.includes('SIMILAR_VOLUME');
  const volumes = [...subjects.values()].flatMap(({ volume }) => volume ?? []);
  const others = await readPeers(
    {
      year: { in: years },
      ...(byVolume && {
        or: bandsOf(volumes).map(([gte, lte]) => ({ measures: [{ measure: volumeMeasure, gte, lte }] })),
      }),
    },
    all(only),
  );
  const everybody = [...subjects.values(), ...others];
  const sets = new OrderedSets(question);
  return asks.map(({ agency: id, year }) => {
    const agency = agencies.get(id);
    const subject = subjects.get(`${id} ${year}`) ?? null;
    if (agency === undefined) return sets.compare(id, null, 'unknown', () => []);
    const asked = marksOf(agency);
    const same = peers.flatMap((one) => (one === 'SIMILAR_VOLUME' ? [] : [markAt[one]]));
    const volume = subject?.volume ?? null;
    const alone = byVolume && volume === null;
    const key = [year, ...same.map((at) => asked[at]), byVolume && (volume ?? `of ${id}`)].join(' ');
    return sets.compare(id, subject, key, () =>
      everybody.filter(
        (one) =>
          one === subject ||
          (!alone &&
            one.year === year &&
            same.every((at) => one.marks[at] === asked[at]) &&
            (!byVolume || similar(one.volume, volume))),
      ),
    );
  });
}

/** Of each division and all below it, as Division.statistics; its peers are of its level. */
export async function divisionComparisons(
  reader: Reader,
  asks: readonly DivisionAsk[],
  question: ComparisonQuestion<DivisionPeers>,
): Promise<Comparison[]> {
  const { basis, asOf, quality = 'AS_REPORTED', peers } = question;
  assertPeers(peers);
  const years = [...new Set(asks.map(({ year }) => year))];
  const need = needFor(question.measures);
  const byParent = peers.includes('SAME_PARENT');
  const byVolume = peers.includes('SIMILAR_VOLUME');
  const parentOf = (code: string): string | null => divisionAt(code)?.parent ?? null;
  const parents = new Set(asks.map(({ division }) => parentOf(division)));
  const held = new Map<DivisionLevel, Peer[]>();
  for (const level of new Set(asks.map(({ division }) => levelOf(division)))) {
    const of = within[level];
    const siblings = allDivisions().filter((one) => one.level === level && parents.has(one.parent));
    const codes = siblings.map(({ code }) => code);
    const among = level !== 'COUNTRY' && byParent;
    const divisions = { level, orOwn: false, ...(among && { codes }) };
    const only = { sql: among ? oneOf(of, codes) : sql`${of} IS NOT NULL`, divisions };
    const selection = {
      basis,
      asOf,
      quality,
      where: { year: { in: years } },
      keys: [{ of: divisions, sql: () => of }, keys.YEAR],
      only,
      yearShift: 0,
    };
    const made = await aggregate(reader, selection, need, { limit: mostPeers, byEdition: false, refuse: tooMany });
    held.set(level, peersIn(made));
  }
  const sets = new OrderedSets(question);
  return asks.map(({ division, year }) => {
    const ofLevel = (held.get(levelOf(division)) ?? []).filter((one) => one.year === year);
    const subject = ofLevel.find(({ id }) => id === division) ?? null;
    const volume = subject?.volume ?? null;
    const alone = byVolume && volume === null;
    const parent = parentOf(division);
    const key = [year, levelOf(division), byParent && parent, byVolume && (volume ?? `of ${division}`)].join(' ');
    return sets.compare(division, subject, key, () =>
      ofLevel.filter(
        (one) =>
          one === subject ||
          (!alone && (!byParent || parentOf(one.id) === parent) && (!byVolume || similar(one.volume, volume))),
      ),
    );
  });
}
