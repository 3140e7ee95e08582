/** The state of a page in its URL: reload, back, and sharing keep what is seen. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import type { StatisticsBasis } from '../client/schema.generated';

/** Changes of parameters; null or an empty text takes one away. */
export type Changes = Record<string, string | number | null>;

export function changed(search: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** One parameter. `replace`: without a new entry in the history, as for a sort order. */
export function useUrlParam(name: string): [string | null, (value: string | null, replace?: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | null, replace = false) => setSearch((before) => changed(before, { [name]: value }), { replace }),
    [name, setSearch],
  );
  return [search.get(name), set];
}

/** One of a few values; the first is the usual one and stands in no URL. */
export function useUrlChoice<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): [Choice, (choice: Choice) => void] {
  const [value, set] = useUrlParam(name);
  const [usual] = choices;
  return [choices.find((choice) => choice === value) ?? usual, (choice) => set(choice === usual ? null : choice)];
}

const bases = { own: 'SUM_OF_AGENCIES', published: 'PUBLISHED_CONSOLIDATED' } as const;
export type BasisName = keyof typeof bases;

/** `basis=published` of the URL; without it the sum of the agencies' own reports. */
export function useBasis(): {
  name: BasisName;
  basis: StatisticsBasis;
  choose: (name: BasisName) => void;
} {
  const [name, choose] = useUrlChoice<BasisName>('basis', ['own', 'published']);
  return { name, basis: bases[name], choose };
}

/** Parameters that a page hands on to the next. */
const carried = ['lang', 'year', 'basis'];

/** Addresses of other pages: `hrefOf('/division/640000', { year: 2020 })`. */
export function usePageHref(): (path: string, changes?: Changes) => string {
  const [search] = useSearchParams();
  return (path, changes = {}) => {
    const kept = new URLSearchParams();
    for (const name of carried) {
      const value = search.get(name);
      if (value !== null) kept.set(name, value);
    }
    const query = changed(kept, changes).toString();
    return query === '' ? path : `${path}?${query}`;
  };
}

/** The address of this page with other parameters. */
export function useHereHref(): (changes: Changes) => string {
  const [search] = useSearchParams();
  return (changes) => `?${changed(search, changes).toString()}`;
}
