/** A government's figures for all its agencies and divisions: about what they add up to. */
import { disclosure } from '../../template/disclosure.js';
import { applications } from '../../template/applications.js';
import { allResultsRow, indexOf, receivedRow, resultRows, type CountedRow, type Whole } from './flat-figures.js';
import type { Random } from './random.js';

const { normativeDocuments, licensing, penalties } = disclosure.parts;
const loose = [
  indexOf(normativeDocuments, normativeDocuments.columns.columns.inForce),
  indexOf(normativeDocuments, normativeDocuments.columns.columns.issued),
  indexOf(licensing, licensing.columns.columns.decisions),
  indexOf(penalties, penalties.columns.columns.decisions),
];
const disclosedRow = resultRows.find(({ row }) => row === applications.parts.results.parts.disclosed) ?? receivedRow;

function addTo(whole: Whole, { parts: [naturalPersons], total }: CountedRow, more: number): void {
  if (naturalPersons !== undefined) whole[naturalPersons] = (whole[naturalPersons] ?? 0) + more;
  whole[total] = (whole[total] ?? 0) + more;
}

export function consolidated(sum: Whole, random: Random): Whole {
  const whole = sum.slice();
  // Bodies without a report of their own are counted in.
  if (random.chance(0.2)) {
    const more = random.poisson(1 + 0.01 * (whole[receivedRow.total] ?? 0));
    for (const row of [receivedRow, disclosedRow, allResultsRow]) addTo(whole, row, more);
  }
  for (const index of loose) {
    if (random.chance(0.1)) whole[index] = Math.round((whole[index] ?? 0) * random.factor(0.1));
  }
  return whole;
}
