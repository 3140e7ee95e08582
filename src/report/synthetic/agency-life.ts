/** What happens at one agency, year after year: what it takes over from the year before, and what it leaves over. */
import { applications } from '../../template/applications.js';
import { disclosure } from '../../template/disclosure.js';
import type { Row } from '../../template/form.js';
import type { Workload } from './agencies.js';
import {
  allResultsRow,
  directLawsuitsRow,
  fromLastYearRow,
  indexOf,
  laterLawsuitsRow,
  nothingHappened,
  otherHandlingRows,
  partsOf,
  put,
  receivedRow,
  resultRows,
  reviewsRow,
  toNextYearRow,
  undividedRow,
  type Whole,
} from './flat-figures.js';
import type { Random } from './random.js';

/** The kinds of applicants, in the form's order: nearly all are natural persons. */
const applicantWeights = [950, 28, 1, 4, 9, 8];

const { results } = applications.parts;
const { notDisclosed, unableToProvide, notProcessed, otherHandling } = results.parts;
/** How often the results come, in thousandths; a row that is not here comes once. */
const resultWeights = new Map<Row, number>([
  [results.parts.disclosed, 400],
  [results.parts.partiallyDisclosed, 120],
  [notDisclosed.parts.stateSecret, 2],
  [notDisclosed.parts.prohibitedByLaw, 4],
  [notDisclosed.parts.securityAndStability, 2],
  [notDisclosed.parts.thirdPartyRights, 6],
  [notDisclosed.parts.internalAffairs, 10],
  [notDisclosed.parts.processInformation, 10],
  [notDisclosed.parts.enforcementCaseFile, 15],
  [notDisclosed.parts.administrativeInquiry, 12],
  [unableToProvide.parts.notHeld, 270],
  [unableToProvide.parts.needsCreation, 20],
  [unableToProvide.parts.stillUnclear, 4],
  [notProcessed.parts.petitionOrComplaint, 25],
  [notProcessed.parts.repeated, 15],
  [notProcessed.parts.unreasonablyFrequent, 6],
  [otherHandling.parts.notCorrectedInTime, 30],
  [otherHandling.parts.feeNotPaid, 8],
  [otherHandling.parts.other, 45],
]);
/** In the form's order: upheld, corrected, other outcome, pending. */
const reviewWeights = [55, 12, 20, 13];
const lawsuitWeights = [60, 7, 15, 18];

/** Of the applications on hand at the end of a year, those that are not answered yet. */
const leftOver = 0.04;

const { regulations, normativeDocuments, licensing, otherManagementServices, penalties, coercion, fees, procurement } =
  disclosure.parts;

/** Where the documents of a row stand; the form of 2019 asks for made and in force in other words. */
function documentPlaces(row: typeof regulations) {
  const { newlyMade, newlyDisclosed, totalDisclosed, issued, repealed, inForce } = row.columns.columns;
  return {
    made: [indexOf(row, newlyMade), indexOf(row, issued)],
    disclosed: indexOf(row, newlyDisclosed),
    repealed: indexOf(row, repealed),
    inForce: [indexOf(row, totalDisclosed), indexOf(row, inForce)],
  } as const;
}
const regulationPlaces = documentPlaces(regulations);
const normativePlaces = documentPlaces(normativeDocuments);

/** Where the kinds of a row of chapter two stand, and what was decided of them. */
function decisionPlaces(row: typeof licensing) {
  const { itemsLastYear, change, decisions } = row.columns.columns;
  return {
    items: indexOf(row, itemsLastYear),
    change: indexOf(row, change),
    decisions: indexOf(row, decisions),
  } as const;
}
const licensingPlaces = decisionPlaces(licensing);
const servicePlaces = decisionPlaces(otherManagementServices);
const penaltyPlaces = decisionPlaces(penalties);
const coercionPlaces = decisionPlaces(coercion);
const feePlaces = {
  items: indexOf(fees, fees.columns.columns.itemsLastYear),
  change: indexOf(fees, fees.columns.columns.change),
  amount: indexOf(fees, fees.columns.columns.amount),
};
const procurementPlaces = {
  items: indexOf(procurement, procurement.columns.columns.items),
  amount: indexOf(procurement, procurement.columns.columns.amount),
};

interface Documents {
  places: typeof regulationPlaces;
  yearly: number;
  inForce: number;
}
interface Kinds {
  places: { items: number; change: number };
  items: number;
}
interface Decided extends Kinds {
  places: typeof licensingPlaces;
  yearly: number;
}

const nothingToDo: Omit<Workload, 'applications'> = {
  documents: 0,
  licensing: 0,
  penalties: 0,
  coercion: 0,
  fees: 0,
  regulations: 0,
  idle: 1,
};
const noApplicants: readonly number[] = applicantWeights.map(() => 0);

/** Money to the fen: most agencies' is a round sum of yuan, the rest has a few fen. */
const yuan = 100;

export class AgencyLife {
  private leftOver: readonly number[] = noApplicants;
  private readonly applicationsExpected: number;
  private readonly resultWeights: readonly number[];
  private readonly disputes: number;
  private readonly documents: readonly Documents[];
  private readonly decided: readonly Decided[];
  private readonly feeKinds: Kinds;
  private readonly feeYuan: number;
  private readonly procurementYuan: number;

  /** @param size of the division: 1 is a common county */
  constructor(
    usual: Workload,
    size: number,
    private readonly random: Random,
  ) {
    const isIdle = random.chance(usual.idle);
    const workload = isIdle ? { ...nothingToDo, applications: usual.applications / 4 } : usual;
    this.applicationsExpected = workload.applications * size * random.factor(1);
    const secretive = random.factor(0.4);
    this.resultWeights = resultRows.map(
      ({ row }) => (resultWeights.get(row) ?? 1) * (row.law === null ? secretive : 1),
    );
    this.disputes = random.factor(0.8);
    const documents = (places: typeof regulationPlaces, yearly: number): Documents => ({
      places,
      yearly,
      inForce: random.poisson(yearly * 8),
    });
    const normative = workload.documents === 0 || random.chance(0.5) ? 0 : workload.documents * random.factor(1);
    this.documents = [
      documents(regulationPlaces, workload.regulations * (random.chance(0.7) ? 1 : 0)),
      documents(normativePlaces, normative),
    ];
    const decided = (places: typeof licensingPlaces, expected: number, spread: number): Decided => {
      const yearly = expected * size * random.factor(spread);
      return { places, yearly, items: yearly < 1 ? 0 : 1 + random.poisson(Math.log(yearly + 1) * 2) };
    };
    this.decided = [
      decided(licensingPlaces, workload.licensing, 1.2),
      decided(servicePlaces, workload.licensing * (random.chance(0.4) ? 0.5 : 0), 1.4),
      decided(penaltyPlaces, workload.penalties, 1),
      decided(coercionPlaces, workload.coercion, 1),
    ];
    this.feeKinds = { places: feePlaces, items: workload.fees === 0 ? 0 : 1 + random.poisson(2) };
    this.feeYuan = workload.fees * 10_000 * size * random.factor(1);
    this.procurementYuan = !isIdle && random.chance(0.35) ? 300_000 * size * random.factor(1.3) : 0;
  }

  /** The next year, with what the last one left over. */
  nextYear(): Whole {
    const whole = nothingHappened();
    this.applications(whole);
    for (const documents of this.documents) this.issue(documents, whole);
    for (const decided of this.decided) this.decide(decided, whole);
    this.collect(whole);
    return whole;
  }

  private applications(whole: Whole): void {
    const { random } = this;
    const received = random.split(random.poisson(this.applicationsExpected * random.factor(0.35)), applicantWeights);
    const before = this.takenOver();
    if (received.every((count) => count === 0) && before.every((count) => count === 0)) return;
    const after = noApplicants.map((_, kind) => random.binomial((received[kind] ?? 0) + (before[kind] ?? 0), leftOver));
    put(whole, receivedRow, received);
    put(whole, fromLastYearRow, before);
    put(whole, toNextYearRow, after);
    this.leftOver = after;
    const answered = noApplicants.map((_, kind) => (received[kind] ?? 0) + (before[kind] ?? 0) - (after[kind] ?? 0));
    this.answer(whole, answered);
    this.dispute(whole, whole[allResultsRow.total] ?? 0);
  }

  /** The chain of years holds, but for a few that are counted anew. */
  private takenOver(): readonly number[] {
    const { random, leftOver: before } = this;
    if (!random.chance(0.02)) return before;
    return before.map((count) => random.poisson(count * 1.2));
  }

  private answer(whole: Whole, answered: readonly number[]): void {
    for (const [kind, count] of answered.entries()) {
      if (count === 0) continue;
      const parts = this.random.split(count, this.resultWeights);
      for (const [at, row] of resultRows.entries()) {
        const part = parts[at] ?? 0;
        if (part === 0) continue;
        whole[row.parts[kind] ?? row.total] = part;
        whole[row.total] = (whole[row.total] ?? 0) + part;
      }
    }
    put(whole, allResultsRow, answered);
    const undivided = noApplicants.map((_, kind) =>
      otherHandlingRows.reduce((sum, row) => sum + (partsOf(whole, row)[kind] ?? 0), 0),
    );
    put(whole, undividedRow, undivided);
  }

  private dispute(whole: Whole, answered: number): void {
    const { random } = this;
    const reviewed = random.poisson(answered * 0.05 * this.disputes);
    const sued = random.poisson(answered * 0.008 * this.disputes);
    const suedLater = random.poisson(reviewed * 0.25);
    if (reviewed > 0) put(whole, reviewsRow, random.split(reviewed, reviewWeights));
    if (sued > 0) put(whole, directLawsuitsRow, random.split(sued, lawsuitWeights));
    if (suedLater > 0) put(whole, laterLawsuitsRow, random.split(suedLater, lawsuitWeights));
  }

  private issue(documents: Documents, whole: Whole): void {
    const { random } = this;
    const { places, yearly, inForce } = documents;
    if (yearly === 0) return;
    const made = random.poisson(yearly);
    // Now and then a clean-up repeals many at once.
    const repealed = random.binomial(inForce, random.chance(0.1) ? 0.4 : 0.08);
    documents.inForce += made - repealed;
    for (const index of places.made) whole[index] = made;
    whole[places.disclosed] = random.binomial(made, 0.9);
    whole[places.repealed] = repealed;
    for (const index of places.inForce) whole[index] = documents.inForce;
  }

  private decide(decided: Decided, whole: Whole): void {
    if (decided.yearly < 0.05) return;
    this.list(decided, whole);
    whole[decided.places.decisions] = this.random.poisson(decided.yearly * this.random.factor(0.3));
  }

  private collect(whole: Whole): void {
    const { random } = this;
    if (this.feeYuan > 0) {
      this.list(this.feeKinds, whole);
      whole[feePlaces.amount] = this.money(this.feeYuan * random.factor(0.4));
    }
    if (this.procurementYuan > 0 && random.chance(0.8)) {
      whole[procurementPlaces.items] = 1 + random.poisson(4);
      whole[procurementPlaces.amount] = this.money(this.procurementYuan * random.factor(0.6));
    }
  }

  private list(kinds: Kinds, whole: Whole): void {
    const { random } = this;
    const change = random.chance(0.2) ? Math.max(-kinds.items, random.whole(-3, 4)) : 0;
    whole[kinds.places.items] = kinds.items;
    whole[kinds.places.change] = change;
    kinds.items += change;
  }

  private money(inYuan: number): number {
    const { random } = this;
    const fen = random.chance(0.6) ? 0 : random.whole(0, yuan - 1);
    return Math.round(inYuan) * yuan + fen;
  }
}
