-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
-- groups: from the reports, since: conditions on measures are held against single reports
-- groups: from the reports, since: conditions on measures are held against single reports
-- groups: from the reports, since: conditions on measures are held against single reports
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic
  FROM rollup u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type = ?);

WITH counted AS (SELECT CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND (((CAST(f.reviews_corrected AS DOUBLE PRECISION) IS NULL)))) SELECT COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports
  FROM counted
  LIMIT 10001;

WITH counted AS (SELECT CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND (((CAST(f.reviews_corrected AS DOUBLE PRECISION) IS NOT NULL
  AND CAST(f.reviews_corrected AS DOUBLE PRECISION) = CAST(? AS DOUBLE PRECISION))))) SELECT COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports
  FROM counted
  LIMIT 10001;

WITH counted AS (SELECT CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND (((CAST(f.reviews_corrected AS DOUBLE PRECISION) IS NOT NULL
  AND CAST(f.reviews_corrected AS DOUBLE PRECISION) > CAST(? AS DOUBLE PRECISION))))) SELECT COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports
  FROM counted
  LIMIT 10001;
