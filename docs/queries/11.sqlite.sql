-- groups: from the reports, since: valid is a property of the single report
WITH counted AS (SELECT r.year AS k0, CASE WHEN NOT (((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE))
  AND (1 = 1)) THEN 'EDITION' WHEN NOT (((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE))
  AND r.valid = ?) THEN 'INVALID' WHEN NOT (((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE))
  AND r.valid = ?) THEN 'CONDITION' END AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN ?
  AND ?)
  AND (((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE))
  AND (1 = 1))) SELECT k0, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, COUNT(*) FILTER (WHERE reason = 'EDITION') AS left_out_edition, COUNT(*) FILTER (WHERE reason = 'INVALID') AS left_out_invalid, COUNT(*) FILTER (WHERE reason = 'CONDITION') AS left_out_condition, COUNT(*) FILTER (WHERE reason = 'CONTAINED') AS left_out_contained
  FROM counted
  GROUP BY k0
  ORDER BY k0
  LIMIT 100000;

-- missing agency-years: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.missing
  FROM rollup_missing u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type = ?);
