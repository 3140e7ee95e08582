/** What is held: now, or as of a moment of receipt (inclusive). Aliases as in filter.ts. */
import { raw, sql, type Sql } from '../sql.js';

/** Revisions that count at that moment, of alias r or another; with a plus, found by another index than that of them. */
export function counts(asOf: Date | null, alias: 'r' | '+r' | '+p' = 'r'): Sql {
  const r = raw(alias);
  if (asOf === null) return sql`${r}.superseded_at IS NULL`;
  const moment = asOf.getTime();
  return sql`(${r}.received_at <= ${moment} AND (${r}.superseded_at IS NULL OR ${r}.superseded_at > ${moment}))`;
}

/** The agencies as they were then, as alias a. */
export function agencies(asOf: Date | null): Sql {
  if (asOf === null) return raw('agency a');
  const moment = asOf.getTime();
  return sql`(SELECT agency AS id, division, name, type, parent, exists_from, exists_to FROM agency_version
    WHERE received_at <= ${moment} AND (superseded_at IS NULL OR superseded_at > ${moment})) a`;
}
