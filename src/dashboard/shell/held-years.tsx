/** The years of which there are reports: asked once a visit, for the choice of the year and for pages without one. */
import { createContext, use, type ReactNode } from 'react';
import { useQuery, type Query } from '../client/use-query';
import { useUrlParam } from '../url/use-url-state';
import { HeldDocument, type HeldQuery } from './held.generated';

const HeldContext = createContext<Query<HeldQuery> | null>(null);

export function HeldProvider({ children }: { children: ReactNode }) {
  return <HeldContext value={useQuery(HeldDocument, {})}>{children}</HeldContext>;
}

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
  const held = use(HeldContext);
  if (held === null) throw new Error('useYear stands outside HeldProvider.');
  const years = held.data === undefined ? [] : yearsIn(held.data);
  const year = asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : (years[0] ?? null);
  return { year, years, held };
}
