SELECT p.id AS id, p.division AS division, p.name AS name, p.type AS type, p.parent_agency AS parent_agency, p.o0 AS o0, p.o1 AS o1
  FROM (SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency, a.division AS o0, a.name AS o1
  FROM agency a
  JOIN division d ON d.code = a.division
  WHERE (((a.name = $1)))
  AND (1 = 1)
  ORDER BY a.division ASC, a.name ASC
  LIMIT $2) p
  ORDER BY o0 ASC, o1 ASC;

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency
  FROM agency a
  WHERE a.id IN ($1);

-- groups: from the reports, since: groups by AGENCY are of single reports
WITH counted AS (SELECT a.id AS k0, r.year AS k1, a.type AS k2, d.level AS k3, COALESCE(a.parent, a.division) AS k4, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0, CASE WHEN ((f.results_total_total IS NOT NULL)
  AND (f.received_total IS NOT NULL)
  AND (f.from_last_year_total IS NOT NULL)) THEN (f.results_total_total) END AS v1, CASE WHEN ((f.results_total_total IS NOT NULL)
  AND (f.received_total IS NOT NULL)
  AND (f.from_last_year_total IS NOT NULL)) THEN (f.received_total + f.from_last_year_total) END AS v2
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = $1
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND ((r.year IN ($2)))
  AND a.id IN ($3)) SELECT k0, k1, k2, k3, k4, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, SUM(v0) FILTER (WHERE reason IS NULL) AS s0, COUNT(v0) FILTER (WHERE reason IS NULL) AS s1, SUM(v1) FILTER (WHERE reason IS NULL) AS s2, SUM(v2) FILTER (WHERE reason IS NULL) AS s3, COUNT(v1) FILTER (WHERE reason IS NULL) AS s4, COUNT(CASE WHEN v2 <> 0 THEN CAST(v1 AS DOUBLE PRECISION) / CAST(v2 AS DOUBLE PRECISION) END) FILTER (WHERE reason IS NULL) AS s5
  FROM counted
  GROUP BY k0, k1, k2, k3, k4
  ORDER BY k0, k1, k2, k3, k4
  LIMIT 10001;

-- groups: from the reports, since: groups by AGENCY are of single reports
WITH counted AS (SELECT a.id AS k0, r.year AS k1, a.type AS k2, d.level AS k3, COALESCE(a.parent, a.division) AS k4, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0, CASE WHEN ((f.results_total_total IS NOT NULL)
  AND (f.received_total IS NOT NULL)
  AND (f.from_last_year_total IS NOT NULL)) THEN (f.results_total_total) END AS v1, CASE WHEN ((f.results_total_total IS NOT NULL)
  AND (f.received_total IS NOT NULL)
  AND (f.from_last_year_total IS NOT NULL)) THEN (f.received_total + f.from_last_year_total) END AS v2
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = $1
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND ((r.year IN ($2)))
  AND (NOT a.id IN ($3)
  AND COALESCE(a.parent, a.division) IN ($4))) SELECT k0, k1, k2, k3, k4, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, SUM(v0) FILTER (WHERE reason IS NULL) AS s0, COUNT(v0) FILTER (WHERE reason IS NULL) AS s1, SUM(v1) FILTER (WHERE reason IS NULL) AS s2, SUM(v2) FILTER (WHERE reason IS NULL) AS s3, COUNT(v1) FILTER (WHERE reason IS NULL) AS s4, COUNT(CASE WHEN v2 <> 0 THEN CAST(v1 AS DOUBLE PRECISION) / CAST(v2 AS DOUBLE PRECISION) END) FILTER (WHERE reason IS NULL) AS s5
  FROM counted
  GROUP BY k0, k1, k2, k3, k4
  ORDER BY k0, k1, k2, k3, k4
  LIMIT 10001;
