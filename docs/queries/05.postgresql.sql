-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; by type
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.rate_refusal_numerator, u.rate_refusal_denominator, u.rate_refusal_reports, u.rate_refusal_values
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type <> $4);
