/**
 * One request for all that is compared. How many there are is the reader's choice, so the query is put together from
 * the fragments of compare.graphql: an alias for each agency or division, and in it one for each year.
 */
import type { Document } from '../../client/ask';
import { measureLabels } from '../../client/labels.generated';
import type { Measure, StatisticsBasis } from '../../client/schema.generated';
import {
  CompareAgencyFragmentDoc,
  CompareDivisionFragmentDoc,
  CompareYearFragmentDoc,
  type CompareAgencyFragment,
  type CompareDivisionFragment,
  type CompareYearFragment,
} from './compare.generated';
import { textOf, type Subject } from './subjects';

type Years = Partial<Record<`y${number}`, CompareYearFragment>>;
export type ComparedAgency = CompareAgencyFragment & Years;
export type ComparedDivision = CompareDivisionFragment & Years;
export type ComparedAnswer = Partial<Record<`s${number}`, ComparedAgency | ComparedDivision | null>>;
export type ComparedVariables = { of: Measure[]; basis: StatisticsBasis; withRates: boolean } & Record<
  `s${number}`,
  string
>;

class ComparedDocument implements Document<ComparedAnswer, ComparedVariables> {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

const isRate = (measure: Measure): boolean => measureLabels[measure].unit === 'RATIO';

export function comparedQuestion(
  subjects: readonly Subject[],
  years: readonly number[],
  of: readonly Measure[],
  basis: StatisticsBasis,
): { document: Document<ComparedAnswer, ComparedVariables>; variables: ComparedVariables } {
  const ids = subjects.map((_, at) => `$s${at}: ID!`).join(', ');
  const each = years
    .map((year) => `y${year}: statistics(year: ${year}, basis: $basis) { ...CompareYear }`)
    .join('\n    ');
  const asked = subjects.map(({ kind }, at) =>
    kind === 'agency'
      ? `  s${at}: agency(id: $s${at}) {\n    ...CompareAgency\n    ${each}\n  }`
      : `  s${at}: division(code: $s${at}) {\n    ...CompareDivision\n    ${each}\n  }`,
  );
  const kinds = new Set(subjects.map(({ kind }) => kind));
  const fragments = [
    ...(kinds.has('agency') ? [CompareAgencyFragmentDoc] : []),
    ...(kinds.has('division') ? [CompareDivisionFragmentDoc] : []),
    CompareYearFragmentDoc,
  ];
  const head = `query Compare($of: [Measure!]!, $basis: StatisticsBasis!, $withRates: Boolean!, ${ids})`;
  return {
    document: new ComparedDocument(
      [`${head} {\n${asked.join('\n')}\n}`, ...fragments.map((fragment) => fragment.toString().trim())].join('\n\n'),
    ),
    variables: {
      ...Object.fromEntries(subjects.map(({ id }, at) => [`s${at}`, id])),
      of: [...of],
      basis,
      withRates: of.some(isRate),
    },
  };
}

/** One of those compared in one year. */
export interface ComparedRow {
  key: string;
  subject: Subject;
  name: string;
  /** Where it is, to tell it from others of that name. */
  where: string | null;
  year: number;
  statistics: CompareYearFragment | null;
}

/** Those that are there, in the order chosen, each year of each. */
export function rowsOf(subjects: readonly Subject[], years: readonly number[], answer: ComparedAnswer): ComparedRow[] {
  return subjects.flatMap((subject, at) => {
    const found = answer[`s${at}`];
    if (found === null || found === undefined) return [];
    const [name, where] = 'code' in found ? [found.fullName, null] : [found.name, found.division.fullName];
    return years.map((year) => ({
      key: `${textOf(subject)} ${year}`,
      subject,
      name,
      where,
      year,
      statistics: found[`y${year}`] ?? null,
    }));
  });
}

/** Null: not stated, or no report is held. */
export function valueIn({ statistics }: ComparedRow, measure: Measure): number | null {
  const summary = statistics?.measures.find((one) => one.measure === measure);
  if (statistics === null || statistics.reports === 0 || summary === undefined) return null;
  return isRate(measure) ? summary.average : summary.sum;
}

const fieldOf = (measure: Measure): string =>
  measure
    .replace(/^RATE_/, '')
    .toLowerCase()
    .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether it stands on enough cases; whatever is no rate does. */
export function isReliable({ statistics }: ComparedRow, measure: Measure): boolean {
  if (!isRate(measure) || statistics?.rates === undefined) return true;
  const [, rate] = Object.entries(statistics.rates).find(([field]) => field === fieldOf(measure)) ?? [];
  return rate?.reliable ?? true;
}
