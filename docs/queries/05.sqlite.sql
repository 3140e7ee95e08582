-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; by type
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.rate_refusal_numerator, u.rate_refusal_denominator, u.rate_refusal_reports, u.rate_refusal_values
  FROM rollup u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type <> ?);
