-- groups: from the reports, since: minimum and maximum are of the reports' own values
WITH counted AS (SELECT r.year AS k0, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0, CASE WHEN ((f.disclosed_total IS NOT NULL)
  AND (f.partially_disclosed_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN (f.disclosed_total + f.partially_disclosed_total) END AS v1, CASE WHEN ((f.disclosed_total IS NOT NULL)
  AND (f.partially_disclosed_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN (f.results_total_total) END AS v2
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN ?
  AND ?)
  AND ((r.year >= ?)
  AND ((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE)))) SELECT k0, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, SUM(v0) FILTER (WHERE reason IS NULL) AS s0, COUNT(v0) FILTER (WHERE reason IS NULL) AS s1, MIN(v0) FILTER (WHERE reason IS NULL) AS s2, MAX(v0) FILTER (WHERE reason IS NULL) AS s3, SUM(v1) FILTER (WHERE reason IS NULL) AS s4, SUM(v2) FILTER (WHERE reason IS NULL) AS s5, COUNT(v1) FILTER (WHERE reason IS NULL) AS s6, COUNT(CASE WHEN v2 <> 0 THEN CAST(v1 AS DOUBLE PRECISION) / CAST(v2 AS DOUBLE PRECISION) END) FILTER (WHERE reason IS NULL) AS s7, MIN(CASE WHEN v2 <> 0 THEN CAST(v1 AS DOUBLE PRECISION) / CAST(v2 AS DOUBLE PRECISION) END) FILTER (WHERE reason IS NULL) AS s8, MAX(CASE WHEN v2 <> 0 THEN CAST(v1 AS DOUBLE PRECISION) / CAST(v2 AS DOUBLE PRECISION) END) FILTER (WHERE reason IS NULL) AS s9
  FROM counted
  GROUP BY k0
  ORDER BY k0
  LIMIT 10001;

WITH counted AS (SELECT r.year AS k0, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN ?
  AND ?)
  AND ((r.year >= ?)
  AND ((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE)))) SELECT place, n, x, k0
  FROM ( SELECT k0, x, ROW_NUMBER() OVER (PARTITION BY k0
  ORDER BY x) - 1 AS place, COUNT(*) OVER (PARTITION BY k0) AS n
  FROM (SELECT k0, v0 AS x
  FROM counted
  WHERE reason IS NULL) valued
  WHERE x IS NOT NULL) placed_values
  WHERE place IN ((n - 1) / 4, (n - 1) / 4 + 1, (n - 1) / 2, (n - 1) / 2 + 1, (3 * (n - 1)) / 4, (3 * (n - 1)) / 4 + 1);

WITH counted AS (SELECT r.year AS k0, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, CASE WHEN ((f.disclosed_total IS NOT NULL)
  AND (f.partially_disclosed_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN (f.disclosed_total + f.partially_disclosed_total) END AS v0, CASE WHEN ((f.disclosed_total IS NOT NULL)
  AND (f.partially_disclosed_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN (f.results_total_total) END AS v1
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN ?
  AND ?)
  AND ((r.year >= ?)
  AND ((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE)))) SELECT place, n, x, k0
  FROM ( SELECT k0, x, ROW_NUMBER() OVER (PARTITION BY k0
  ORDER BY x) - 1 AS place, COUNT(*) OVER (PARTITION BY k0) AS n
  FROM (SELECT k0, CASE WHEN v1 <> 0 THEN CAST(v0 AS DOUBLE PRECISION) / CAST(v1 AS DOUBLE PRECISION) END AS x
  FROM counted
  WHERE reason IS NULL) valued
  WHERE x IS NOT NULL) placed_values
  WHERE place IN ((n - 1) / 4, (n - 1) / 4 + 1, (n - 1) / 2, (n - 1) / 2 + 1, (3 * (n - 1)) / 4, (3 * (n - 1)) / 4 + 1);
