-- groups: from the rows of sums: scope CONSOLIDATED; 10 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_total_sum, u.received_total_stated
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division IN ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  AND u.type = $13
  AND (u.year IN ($14)));
