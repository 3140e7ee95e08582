-- groups: from the rows of sums: scope CONSOLIDATED; 10 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_total_sum, u.received_total_stated
  FROM rollup u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  AND u.type = ?
  AND (u.year IN (?)));
