-- groups: from the reports, since: groups by AGENCY are of single reports
WITH counted AS (SELECT a.id AS k0, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = $1
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN $2
  AND $3)
  AND ((r.year = $4)
  AND ((d.code BETWEEN $5
  AND $6
  AND (d.code = $7 OR d.province = $8 OR d.prefecture = $9) IS TRUE)))) SELECT k0, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, SUM(v0) FILTER (WHERE reason IS NULL) AS s0, COUNT(v0) FILTER (WHERE reason IS NULL) AS s1
  FROM counted
  GROUP BY k0
  ORDER BY k0
  LIMIT 10001;

-- groups of the year before: from the reports, since: groups by AGENCY are of single reports
WITH counted AS (SELECT a.id AS k0, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = $1
  AND r.superseded_at IS NULL
  AND (r.rolled_division BETWEEN $2
  AND $3)
  AND (((r.year + 1) = $4)
  AND ((d.code BETWEEN $5
  AND $6
  AND (d.code = $7 OR d.province = $8 OR d.prefecture = $9) IS TRUE)))) SELECT k0, COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, SUM(v0) FILTER (WHERE reason IS NULL) AS s0, COUNT(v0) FILTER (WHERE reason IS NULL) AS s1
  FROM counted
  GROUP BY k0
  ORDER BY k0
  LIMIT 100000;

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency
  FROM agency a
  WHERE a.id IN ($1, $2, $3);
