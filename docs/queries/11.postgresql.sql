-- groups: from the reports, since: valid is a property of the single report
WITH counted AS (SELECT r.year AS k0, CASE WHEN NOT (((d.code BETWEEN $1
  AND $2
  AND (d.code = $3 OR d.province = $4 OR d.prefecture = $5) IS TRUE))
  AND (1 = 1)) THEN 'EDITION' WHEN NOT (((d.code BETWEEN $6
  AND $7
  AND (d.code = $8 OR d.province = $9 OR d.prefecture = $10) IS TRUE))
  AND r.valid = $11) THEN 'INVALID' WHEN NOT (((d.code BETWEEN $12
  AND $13
  AND (d.code = $14 OR d.province = $15 OR d.prefecture = $16) IS TRUE))
  AND r.valid = $17) THEN 'CONDITION' END AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.scope = $18
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN $19
  AND $20)
  AND (((d.code BETWEEN $21
  AND $22
  AND (d.code = $23 OR d.province = $24 OR d.prefecture = $25) IS TRUE))
  AND (1 = 1))) SELECT k0, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, COUNT(*) FILTER (WHERE reason = 'EDITION') AS left_out_edition, COUNT(*) FILTER (WHERE reason = 'INVALID') AS left_out_invalid, COUNT(*) FILTER (WHERE reason = 'CONDITION') AS left_out_condition, COUNT(*) FILTER (WHERE reason = 'CONTAINED') AS left_out_contained
  FROM counted
  GROUP BY k0
  ORDER BY k0
  LIMIT 100000;

-- missing agency-years: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.missing
  FROM rollup_missing u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4);
