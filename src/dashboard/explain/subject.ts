/**
 * Which figure is explained, as `explain` of the URL has it: `REVIEWS_TOTAL~division~350128~2024~own`. It can be
 * sent on, and the back button closes it.
 */
import { measureLabels } from '../client/labels.generated';
import type { Measure } from '../client/schema.generated';
import { useHereHref, type BasisName } from '../url/use-url-state';

export interface Subject {
  measure: Measure;
  kind: 'division' | 'agency';
  /** The division's code or the agency's id. */
  id: string;
  year: number;
  basis: BasisName;
}

const isMeasure = (name: string | undefined): name is Measure => name !== undefined && name in measureLabels;

export const subjectText = ({ measure, kind, id, year, basis }: Subject): string =>
  [measure, kind, id, year, basis].join('~');

/** Null of a text that names no figure. */
export function subjectOf(text: string | null): Subject | null {
  const [measure, kind, id, year, basis] = (text ?? '').split('~');
  if (!isMeasure(measure) || (kind !== 'division' && kind !== 'agency') || id === undefined) return null;
  if (!/^\d{4}$/.test(year ?? '') || (basis !== 'own' && basis !== 'published')) return null;
  return { measure, kind, id, year: Number(year), basis };
}

/** The address of this page with the explanation of a figure open on it. */
export function useExplainHref(): (subject: Subject) => string {
  const hrefOf = useHereHref();
  return (subject) => hrefOf({ explain: subjectText(subject) });
}
