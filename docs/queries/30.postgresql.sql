-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.rate_contested_numerator, u.rate_contested_denominator, u.rate_contested_per_refusal_numerator, u.rate_contested_per_refusal_denominator, u.rate_corrected_numerator, u.rate_corrected_denominator, u.rate_contested_reports, u.rate_contested_per_refusal_reports, u.rate_corrected_reports
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year >= $5));
