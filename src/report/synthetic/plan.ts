/** Which divisions and which of their agencies a number of reports is spread over. */
import type { Division } from '../division.js';
import { allDivisions, existsIn } from '../divisions.js';
import { editionOf, firstYears } from '../../template/form.js';
import { agenciesOf, type Agency } from './agencies.js';
import { Random } from './random.js';

export interface Wanted {
  /** How many reports. */
  reports: number;
  /** The same seed and numbers make the same reports. */
  seed: number;
  /** The first and last report year. */
  from: number;
  to: number;
}

/** An agency in the plan, with the years for which it publishes reports, as far as it has not lost some. */
export interface Publishing {
  agency: Agency;
  /** All years of its existence within those wanted. */
  years: readonly number[];
  /** It publishes from this year on. */
  publishesFrom: number;
}

/** Of the reports that could be there, how many are; the others are gaps. */
const filled = 0.96;
/** At least so many agencies of each chosen division, its government and its general office included. */
const fewest = 5;

const yearsOf = ({ from, to }: Wanted, { division, existsFrom, existsTo }: Agency): number[] => {
  const years: number[] = [];
  for (let year = from; year <= to; year++) {
    if (existsIn(division, year) && (existsFrom ?? year) <= year && year <= (existsTo ?? year)) years.push(year);
  }
  return years;
};

export class Plan {
  private readonly children = new Map<string, Division[]>();
  /** How many agencies of a division; only divisions with some are in it. */
  private readonly quota = new Map<string, number>();
  /** How many reports the planned agencies could publish. */
  readonly slots: number;

  /** @throws RangeError where the form is not of those years, or there are not so many agencies and years */
  constructor(readonly wanted: Wanted) {
    const { from, to, reports } = wanted;
    if (editionOf(from) === null)
      throw new RangeError(
        `There is no form of the report for ${from}; the first is for ${Math.min(...Object.values(firstYears))}.`,
      );
    if (from > to) throw new RangeError(`${from} to ${to} is no span of years: the first is after the last.`);
    const standing = allDivisions().filter((division) => {
      for (let year = from; year <= to; year++) if (existsIn(division, year)) return division.parent !== null;
      return false;
    });
    for (const division of standing) {
      const { parent } = division;
      if (parent !== null) this.children.set(parent, [...(this.children.get(parent) ?? []), division]);
    }
    const needed = Math.ceil(reports / filled);
    let slots = this.few(standing, needed);
    const all = slots < needed ? this.count(standing, 1) : 0;
    if (all > 0 && all < reports) {
      throw new RangeError(`For ${from} to ${to} at most ${all} reports can be made; ${reports} were asked for.`);
    }
    for (let share = needed / all; slots < needed; share *= 1.03) {
      slots = this.count(standing, Math.min(1, share));
      if (share >= 1) break;
    }
    this.slots = slots;
  }

  /** A few agencies of as many divisions as are needed: counties in random order, with what is above them. */
  private few(standing: readonly Division[], needed: number): number {
    const byCode = new Map(standing.map((division) => [division.code, division]));
    const random = new Random(`${this.wanted.seed} order`);
    const lowestFirst = [
      ...random.shuffled(standing.filter(({ level }) => level === 'DISTRICT')),
      ...standing.filter(({ level }) => level !== 'DISTRICT'),
    ];
    let slots = 0;
    for (const lowest of lowestFirst) {
      if (slots >= needed) break;
      // All that is above, too: a division is reached from there, and its reports are in the sums there.
      for (let at: Division | undefined = lowest; at !== undefined; at = byCode.get(at.parent ?? '')) {
        if (this.quota.has(at.code)) continue;
        this.quota.set(at.code, fewest);
        slots += this.slotsOf(at);
      }
    }
    return slots;
  }

  /** The same share of the agencies of every division. */
  private count(standing: readonly Division[], share: number): number {
    let slots = 0;
    for (const division of standing) {
      this.quota.set(division.code, Math.max(fewest, Math.ceil(share * this.agenciesOf(division).length)));
      slots += this.slotsOf(division);
    }
    return slots;
  }

  private slotsOf(division: Division): number {
    let slots = 0;
    for (const { years, publishesFrom } of this.publishing(division)) {
      for (const year of years) if (year >= publishesFrom) slots++;
    }
    return slots;
  }

  private agenciesOf(division: Division): Agency[] {
    const { seed } = this.wanted;
    const hasTowns = division.level === 'DISTRICT' || !this.children.has(division.code);
    return agenciesOf(division, hasTowns, new Random(`${seed} ${division.code} agencies`));
  }

  /** The divisions in the plan right below one. */
  below(code: string): Division[] {
    return (this.children.get(code) ?? []).filter((division) => this.quota.has(division.code));
  }

  /** The planned agencies of a division, the government first. */
  publishing(division: Division): Publishing[] {
    const { seed, from, to } = this.wanted;
    const quota = this.quota.get(division.code) ?? 0;
    const [government, office, ...others] = this.agenciesOf(division);
    if (government === undefined || office === undefined || quota === 0) return [];
    const random = new Random(`${seed} ${division.code} publishing`);
    const chosen = [government, office, ...random.shuffled(others)].slice(0, quota);
    return chosen.map((agency) => ({
      agency,
      years: yearsOf(this.wanted, agency),
      publishesFrom: random.chance(0.05) ? Math.min(to, from + random.whole(1, 3)) : from,
    }));
  }
}
