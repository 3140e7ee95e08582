-- groups: from the reports, since: groups by AGENCY are of single reports
WITH counted AS (SELECT a.id AS k0, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.to_next_year_total AS v0, CASE WHEN ((f.results_total_total IS NOT NULL)
  AND (f.received_total IS NOT NULL)
  AND (f.from_last_year_total IS NOT NULL)) THEN (f.results_total_total) END AS v1, CASE WHEN ((f.results_total_total IS NOT NULL)
  AND (f.received_total IS NOT NULL)
  AND (f.from_last_year_total IS NOT NULL)) THEN (f.received_total + f.from_last_year_total) END AS v2, f.received_total AS v3
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN ?
  AND ?)
  AND ((r.year = ?)
  AND ((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE)))) SELECT k0, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, SUM(v0) FILTER (WHERE reason IS NULL) AS s0, SUM(v1) FILTER (WHERE reason IS NULL) AS s1, SUM(v2) FILTER (WHERE reason IS NULL) AS s2, COUNT(v1) FILTER (WHERE reason IS NULL) AS s3, COUNT(CASE WHEN v2 <> 0 THEN CAST(v1 AS DOUBLE PRECISION) / CAST(v2 AS DOUBLE PRECISION) END) FILTER (WHERE reason IS NULL) AS s4, SUM(v3) FILTER (WHERE reason IS NULL) AS s5, COUNT(v3) FILTER (WHERE reason IS NULL) AS s6
  FROM counted
  GROUP BY k0
  ORDER BY k0
  LIMIT 10001;

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency
  FROM agency a
  WHERE a.id IN (?, ?, ?);
