/** Which agency-years are expected, and so which of them are missing: see src/store/statistics/missing.ts for the rule. */
import { scopes, type Scope } from '../../report/report.js';

export interface Span {
  division: string;
  type: string;
  from: number;
  /** Null: up to the newest year in the database. */
  to: number | null;
}

/** What is known of an agency: its place, its stated existence, and the years of its reports that count. */
export interface AgencyYears {
  division: string;
  type: string;
  existsFrom: number | null;
  existsTo: number | null;
  years: Record<Scope, ReadonlySet<number>>;
}

const firstOf = (years: ReadonlySet<number>): number | null => (years.size === 0 ? null : Math.min(...years));

export function spanOf({ division, type, existsFrom, existsTo, years }: AgencyYears, scope: Scope): Span | null {
  const [own, consolidated] = [firstOf(years.OWN), firstOf(years.CONSOLIDATED)];
  const first = scope === 'OWN' ? own : consolidated;
  const publishes = type === 'GOVERNMENT' || (consolidated !== null && own === null);
  const isStated = existsFrom !== null || existsTo !== null;
  const byRegister = isStated && publishes === (scope === 'CONSOLIDATED');
  const from = byRegister ? (existsFrom ?? first) : isStated ? null : first;
  return from === null ? null : { division, type, from, to: byRegister ? existsTo : null };
}

/** The years of the span, up to the newest, of which no report is held. */
export function missingIn(span: Span | null, held: ReadonlySet<number>, newest: number): number[] {
  if (span === null) return [];
  const missing: number[] = [];
  for (let year = span.from; year <= Math.min(span.to ?? newest, newest); year++)
    if (!held.has(year)) missing.push(year);
  return missing;
}

export const ofScopes = <T>(of: (scope: Scope) => T): Record<Scope, T> => {
  const [own, consolidated] = scopes;
  return { [own]: of(own), [consolidated]: of(consolidated) };
};

export const sameSpan = (one: Span | null, other: Span | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.division === other.division &&
    one.type === other.type &&
    one.from === other.from &&
    one.to === other.to);
