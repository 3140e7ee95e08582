-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_total_sum, u.results_total_total_sum, u.to_next_year_total_sum, u.rate_disclosure_numerator, u.rate_disclosure_denominator, u.rate_refusal_numerator, u.rate_refusal_denominator, u.received_total_stated, u.results_total_total_stated, u.to_next_year_total_stated, u.rate_disclosure_reports, u.rate_refusal_reports
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year IN ($5)));

-- missing agency-years: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.missing
  FROM rollup_missing u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year IN ($5)));
