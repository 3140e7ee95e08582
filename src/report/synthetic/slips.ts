/** How agencies fill in the form: blanks for zero, and the mistakes that are met in real reports. */
import {
  applicantRows,
  countedCells,
  disputeRows,
  allResultsRow,
  receivedRow,
  resultRows,
  toNextYearRow,
} from './flat-figures.js';
import {
  otherHandlingRows,
  printedOn,
  undividedRow,
  type CountedRow,
  type Printed,
  type Whole,
} from './flat-figures.js';
import { disclosure } from '../../template/disclosure.js';
import { rows } from '../../template/figures.js';
import { editionOf, editions, type Edition } from '../../template/form.js';
import type { Random } from './random.js';

/** What stays with an agency over the years. */
export interface Habits {
  /** Leaves cells of tables 三 and 四 blank where nothing is to be counted. */
  blanksForZero: boolean;
  /** Leaves 总计 of the results blank, as most of Shanghai does. */
  blanksTotals: boolean;
  /** Leaves 0 in the whole column 总计 of table 三. */
  zerosTotals: boolean;
  /** Has no row 规章. */
  omitsRegulations: boolean;
}

export function habitsOf(random: Random, isShanghai: boolean): Habits {
  const blanksTotals = random.chance(isShanghai ? 0.6 : 0.015);
  return {
    blanksTotals,
    blanksForZero: random.chance(blanksTotals ? 0.8 : 0.05),
    zerosTotals: random.chance(0.015),
    omitsRegulations: random.chance(0.03),
  };
}

/** The edition that a report for the year is on: the year's own, or, mostly right after a change, the other. */
export function editionUsed(year: number, random: Random): Edition {
  const prescribed = editionOf(year) ?? editions[0];
  const late = editionOf(year - 1) !== prescribed && prescribed !== editions[0];
  if (!random.chance(late ? 0.03 : 0.002)) return prescribed;
  return editions.find((edition) => edition !== prescribed) ?? prescribed;
}

const regulationCells = rows.flatMap(({ row, cells }) =>
  row === disclosure.parts.regulations ? cells.map((cell) => cell.index) : [],
);

function move(printed: Printed, from: readonly CountedRow[], to: CountedRow, whole: Whole): void {
  for (const { parts, total } of from) for (const index of [...parts, total]) printed[index] = null;
  for (const index of [...to.parts, to.total]) printed[index] = whole[index] ?? 0;
}

/** The report's cells: what happened, as the agency fills it in. */
export function filledIn(whole: Whole, edition: Edition, habits: Habits, random: Random): Printed {
  const printed = printedOn(edition, whole);
  // Hybrids: the newer form with the older one's undivided row.
  if (edition !== editions[0] && random.chance(0.012)) move(printed, otherHandlingRows, undividedRow, whole);
  slip(printed, random);
  if (habits.zerosTotals) for (const { total } of applicantRows) if (printed[total] !== null) printed[total] = 0;
  if (habits.omitsRegulations) for (const index of regulationCells) printed[index] = null;
  if (habits.blanksTotals) for (const { total } of resultRows) printed[total] = null;
  if (habits.blanksForZero) for (const index of countedCells) if (printed[index] === 0) printed[index] = null;
  return printed;
}

/** Mistakes of one year. Where nothing is counted, little can be wrong. */
function slip(printed: Printed, random: Random): void {
  for (const { total } of disputeRows) if ((printed[total] ?? 0) > 0 && random.chance(0.13)) printed[total] = 0;
  const answered = printed[allResultsRow.total] ?? 0;
  const received = printed[receivedRow.total] ?? 0;
  if (answered === 0 && received === 0) return;
  const kind = random.uniform();
  if (kind < 0.02) {
    // （七）总计 is left at 0.
    for (const index of [...allResultsRow.parts, allResultsRow.total]) printed[index] = 0;
  } else if (kind < 0.03) {
    // A number of the row of totals is miscounted.
    printed[allResultsRow.total] = answered + random.whole(1, 3);
  } else if (kind < 0.045) {
    // An applicant is lost on the way to the row's total.
    const row = random.pick<CountedRow>([receivedRow, ...resultRows]);
    const total = printed[row.total] ?? 0;
    if (total > 0) printed[row.total] = total - 1;
  } else if (kind < 0.055) {
    // What was answered is counted as carried over too.
    for (const index of [toNextYearRow.parts[0], toNextYearRow.total]) {
      if (index !== undefined) printed[index] = (printed[index] ?? 0) + 1;
    }
  } else if (kind < 0.062) {
    // The row of totals has everything under natural persons.
    for (const [at, index] of allResultsRow.parts.entries()) printed[index] = at === 0 ? answered : 0;
  }
}
