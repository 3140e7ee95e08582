-- groups: from the reports, since: asOf: the rows of sums are those of now
-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
WITH counted AS (SELECT CASE WHEN NOT (1 = 1) THEN 'EDITION' WHEN NOT (1 = 1) THEN 'INVALID' WHEN NOT (1 = 1) THEN 'CONDITION' END AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, f.received_total AS v0
  FROM report_revision r
  JOIN (SELECT agency AS id, division, name, type, parent, exists_from, exists_to
  FROM agency_version
  WHERE received_at <= ?
  AND (superseded_at IS NULL OR superseded_at > ?)) a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND (r.received_at <= ?
  AND (r.superseded_at IS NULL OR r.superseded_at > ?))
  AND (1 = 1)
  AND (1 = 1)) SELECT COUNT(*) FILTER (WHERE reason IS NULL) AS reports, SUM(synthetic) FILTER (WHERE reason IS NULL) AS synthetic_reports, COUNT(*) FILTER (WHERE reason = 'EDITION') AS left_out_edition, COUNT(*) FILTER (WHERE reason = 'INVALID') AS left_out_invalid, COUNT(*) FILTER (WHERE reason = 'CONDITION') AS left_out_condition, COUNT(*) FILTER (WHERE reason = 'CONTAINED') AS left_out_contained, SUM(v0) FILTER (WHERE reason IS NULL) AS s0
  FROM counted
  LIMIT 100000;

-- missing agency-years: from the reports, since: asOf: the rows of missing agency-years are those of now
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_total_sum, u.received_total_stated
  FROM rollup u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type = ?);

-- missing agency-years: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
WITH RECURSIVE h AS ( SELECT r.agency AS agency, MIN(CASE WHEN r.scope = 'OWN' THEN r.year END) AS first_own, MIN(CASE WHEN r.scope = 'CONSOLIDATED' THEN r.year END) AS first_consolidated
  FROM report_revision r
  WHERE (r.received_at <= ?
  AND (r.superseded_at IS NULL OR r.superseded_at > ?))
  GROUP BY r.agency), newest AS (SELECT MAX(r.year) AS year
  FROM report_revision r
  WHERE (r.received_at <= ?
  AND (r.superseded_at IS NULL OR r.superseded_at > ?))), expected AS ( SELECT a.id AS agency, CASE WHEN (a.exists_from IS NOT NULL OR a.exists_to IS NOT NULL)
  AND NOT (a.type = 'GOVERNMENT' OR (h.first_consolidated IS NOT NULL
  AND h.first_own IS NULL)) THEN COALESCE(a.exists_from, h.first_own) WHEN NOT (a.exists_from IS NOT NULL OR a.exists_to IS NOT NULL) THEN h.first_own END AS from_year, CASE WHEN (a.exists_from IS NOT NULL OR a.exists_to IS NOT NULL)
  AND NOT (a.type = 'GOVERNMENT' OR (h.first_consolidated IS NOT NULL
  AND h.first_own IS NULL)) THEN a.exists_to END AS to_year
  FROM (SELECT agency AS id, division, name, type, parent, exists_from, exists_to
  FROM agency_version
  WHERE received_at <= ?
  AND (superseded_at IS NULL OR superseded_at > ?)) a
  LEFT JOIN h ON h.agency = a.id), y(year) AS ( SELECT MIN(from_year)
  FROM expected HAVING MIN(from_year) IS NOT NULL
  UNION ALL SELECT y.year + 1
  FROM y, newest
  WHERE y.year < newest.year) SELECT COUNT(*) AS missing
  FROM expected e
  JOIN (SELECT agency AS id, division, name, type, parent, exists_from, exists_to
  FROM agency_version
  WHERE received_at <= ?
  AND (superseded_at IS NULL OR superseded_at > ?)) a ON a.id = e.agency
  JOIN division d ON d.code = a.division
  JOIN y ON y.year >= e.from_year
  AND (e.to_year IS NULL OR y.year <= e.to_year)
  JOIN newest ON y.year <= newest.year
  WHERE (1 = 1)
  AND NOT EXISTS (SELECT 1
  FROM report_revision r
  WHERE r.agency = a.id
  AND r.year = y.year
  AND r.scope = ?
  AND (+r.received_at <= ?
  AND (+r.superseded_at IS NULL OR +r.superseded_at > ?)));

SELECT u.kind, u.division, u.year, u.type, u.missing
  FROM rollup_missing u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type = ?);
