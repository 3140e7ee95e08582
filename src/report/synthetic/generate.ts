/** Made-up reports in any number, of real divisions: for measuring and for trying out, and marked as synthetic. */
import { agencyTypeOf } from '../agency-type-of.js';
import type { Division } from '../division.js';
import { country, existsIn } from '../divisions.js';
import type { AgencyLine, RegisterLine } from '../register-json.js';
import { usualTitle, type Report, type Scope } from '../report.js';
import type { CellPath } from '../../template/figures.js';
import { cells } from '../../template/figures.js';
import type { Edition } from '../../template/form.js';
import type { Agency } from './agencies.js';
import { AgencyLife } from './agency-life.js';
import { consolidated } from './consolidated.js';
import { add, countedCells, figuresOf, nothingHappened, type Printed, type Whole } from './flat-figures.js';
import type { Plan, Publishing } from './plan.js';
import { Random } from './random.js';
import { editionUsed, filledIn, habitsOf, type Habits } from './slips.js';

const shanghai = '31';

/** What happened in a division and below it, by year. */
type Totals = Map<number, Whole>;

/**
 * The reports, division by division, the lower ones first; of each agency year by year. Nothing is kept but sums, so
 * any number can be made.
 */
export function* syntheticReports(plan: Plan): Generator<Report> {
  const chosen = chooser(plan);
  for (const province of plan.below(country().code)) yield* reportsOf(province, 1, plan, chosen, new Map());
}

/** Chooses exactly as many as are wanted of all that could be published, each as likely as any other (Knuth, 3.4.2 S). */
function chooser({ wanted: { reports, seed }, slots }: Plan): () => boolean {
  const random = new Random(`${seed} gaps`);
  let wantedStill = reports;
  let slotsLeft = slots;
  return () => {
    const isChosen = random.uniform() * slotsLeft < wantedStill;
    slotsLeft--;
    if (isChosen) wantedStill--;
    return isChosen;
  };
}

/** How much more goes on in some places than in others: a few cities have most of it, 直辖市 among them. */
function sizeOf({ code, level, name }: Division, sizeAbove: number, seed: number): number {
  const random = new Random(`${seed} ${code} size`);
  if (level === 'PROVINCE') return (name.endsWith('市') ? 6 : 1) * random.factor(0.5);
  if (level === 'PREFECTURE') return sizeAbove * random.factor(1);
  return sizeAbove * random.factor(0.6);
}
/** What the agencies of a province and of a prefecture themselves have beside a county's. */
const levelFactor = { COUNTRY: 1, PROVINCE: 12, PREFECTURE: 4, DISTRICT: 1 } as const;

function* reportsOf(
  division: Division,
  sizeAbove: number,
  plan: Plan,
  chosen: () => boolean,
  totalsAbove: Totals,
): Generator<Report> {
  const { seed } = plan.wanted;
  const size = sizeOf(division, sizeAbove, seed);
  const totals: Totals = new Map();
  for (const below of plan.below(division.code)) yield* reportsOf(below, size, plan, chosen, totals);
  const [government, ...others] = plan.publishing(division);
  for (const [at, publishing] of others.entries()) {
    const random = new Random(`${seed} ${division.code} ${publishing.agency.names[0]?.name ?? at}`);
    const life = new AgencyLife(publishing.agency.workload, size * levelFactor[division.level], random);
    const story = { publishing, scope: 'OWN', random, place: at + 1 } as const;
    yield* published(story, chosen, (year) => {
      const whole = life.nextYear();
      add(totalOf(totals, year), whole);
      return whole;
    });
  }
  if (government !== undefined) {
    const random = new Random(`${seed} ${division.code} government`);
    const story = { publishing: government, scope: 'CONSOLIDATED', random, place: 0 } as const;
    yield* published(story, chosen, (year) => consolidated(totalOf(totals, year), random));
  }
  for (const [year, total] of totals) add(totalOf(totalsAbove, year), total);
}

function totalOf(totals: Totals, year: number): Whole {
  const known = totals.get(year);
  if (known !== undefined) return known;
  const made = nothingHappened();
  totals.set(year, made);
  return made;
}

interface Story {
  publishing: Publishing;
  scope: Scope;
  random: Random;
  /** Among the agencies of the division. */
  place: number;
}

/** The reports of one agency; what happens in a year without one happens all the same. */
function* published(
  { publishing, scope, random, place }: Story,
  chosen: () => boolean,
  happened: (year: number) => Whole,
): Generator<Report> {
  const { agency, years, publishesFrom } = publishing;
  const habits = habitsOf(random, agency.division.code.startsWith(shanghai));
  let last: { edition: Edition; printed: Printed } | null = null;
  for (const year of years) {
    const whole = happened(year);
    const edition = editionUsed(year, random);
    const isCopied: boolean = last?.edition === edition && random.chance(0.004);
    const printed: Printed = isCopied && last !== null ? last.printed : filledIn(whole, edition, habits, random);
    last = { edition, printed };
    const publishedOn = dateOf(year, scope, random);
    if (year < publishesFrom || !chosen()) continue;
    yield reportOf({ agency, year, edition, scope, printed, habits, publishedOn, place });
  }
}

/** Mostly in time: departments by the end of January of the next year, governments by the end of March. */
function dateOf(year: number, scope: Scope, random: Random): string | null {
  if (random.chance(0.02)) return null;
  const lastDay = scope === 'OWN' ? 31 : 90;
  const day = random.chance(0.9) ? random.whole(lastDay - 25, lastDay) : lastDay + random.whole(1, 80);
  return new Date(Date.UTC(year + 1, 0, day)).toISOString().slice(0, 10);
}

interface Made {
  agency: Agency;
  year: number;
  edition: Edition;
  scope: Scope;
  printed: Printed;
  habits: Habits;
  publishedOn: string | null;
  place: number;
}

const blank = Object.freeze({ status: 'BLANK', raw: null, place: null } as const);

function reportOf({ agency, year, edition, scope, printed, habits, publishedOn, place }: Made): Report {
  const { code } = agency.division;
  const name = nameIn(agency, year);
  return {
    agency: name,
    division: code,
    year,
    edition,
    scope,
    title: usualTitle(name, year),
    publishedOn,
    figures: figuresOf(printed),
    cells: habits.blanksForZero || habits.blanksTotals ? blanksIn(printed, edition) : {},
    chapters: [],
    reading: [],
    source: {
      name: `${place}.html`,
      mediaType: 'text/html',
      bytes: 0,
      sha256: '0'.repeat(64),
      url: `https://synthetic.invalid/${code}/${year}/${place}.html`,
    },
    synthetic: true,
  };
}

/** The name that the agency has at the end of a year. */
function nameIn({ names }: Agency, year: number): string {
  return names.find(({ until }) => until === null || year <= until)?.name ?? '';
}

const blankable = new Set(countedCells);

function blanksIn(printed: Printed, edition: Edition): Report['cells'] {
  const texts: Partial<Record<CellPath, typeof blank>> = {};
  for (const { index, path, editions } of cells) {
    if (printed[index] === null && blankable.has(index) && editions.includes(edition)) texts[path] = blank;
  }
  return texts;
}

/** The register of the same agencies, the upper divisions first; most divisions are registered completely. */
export function* syntheticRegister(plan: Plan): Generator<RegisterLine> {
  for (const province of plan.below(country().code)) yield* registerOf(province, null, plan);
}

function* registerOf(division: Division, above: AgencyLine['parent'], plan: Plan): Generator<RegisterLine> {
  const { seed, from } = plan.wanted;
  let parent = above;
  for (const { agency, years } of plan.publishing(division)) {
    const [first] = years;
    if (first === undefined) continue;
    const line = agencyLine(agency, first, parent);
    yield line;
    if (agency.isGovernment) parent = { division: division.code, name: line.name };
  }
  if (new Random(`${seed} ${division.code} complete`).chance(0.85)) {
    yield {
      register: 'complete',
      division: division.code,
      from: Math.max(from, division.existsFrom ?? from),
      to: null,
    };
  }
  for (const below of plan.below(division.code)) yield* registerOf(below, parent, plan);
}

function agencyLine({ division, names, existsTo }: Agency, first: number, parent: AgencyLine['parent']): AgencyLine {
  const name = names.at(-1)?.name ?? '';
  const ends = [existsTo, division.existsTo].filter((year) => year !== null);
  return {
    register: 'agency',
    division: division.code,
    name,
    type: agencyTypeOf(name),
    existsFrom: first,
    existsTo: ends.length === 0 ? null : Math.min(...ends),
    parent,
    formerNames: names
      .slice(0, -1)
      .filter(({ until }) => until !== null && until >= first && existsIn(division, until))
      .map(({ name: former, until }) => ({ name: former, division: division.code, until })),
  };
}
