-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
-- groups: from the rows of sums: scope CONSOLIDATED; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_total_sum, u.received_total_stated
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year >= $5
  AND u.year <= $6));

SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_total_sum, u.received_total_stated
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year >= $5
  AND u.year <= $6));
