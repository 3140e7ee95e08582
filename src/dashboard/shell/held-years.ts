/** The years of which there are reports: asked once, for the choice of the year and for pages without one. */
import { useQuery, type Query } from '../client/use-query';
import { useUrlParam } from '../url/use-url-state';
import { HeldDocument, type HeldQuery } from './held.generated';

export const useHeld = (): Query<HeldQuery> => useQuery(HeldDocument, {});

const isYear = (year: number | null): year is number => year !== null;

/** Newest first, of either basis. */
export function yearsIn({ own, published }: HeldQuery): number[] {
  const years = [...own.nodes, ...published.nodes].map(({ key }) => key.year).filter(isYear);
  return [...new Set(years)].sort((one, other) => other - one);
}

/**
 * The year of the page: that of the URL, else the newest of which a report is held.
 *
 * @returns null while that is not known, and where no report is held at all
 */
export function useYear(): { year: number | null; years: number[]; held: Query<HeldQuery> } {
  const [asked] = useUrlParam('year');
  const held = useHeld();
  const years = held.data === undefined ? [] : yearsIn(held.data);
  const year = asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : (years[0] ?? null);
  return { year, years, held };
}
