SELECT COUNT(*) AS count
  FROM (SELECT c.*, CASE WHEN c.held = 0 THEN 'NOT_HELD' WHEN c.days_late IS NULL THEN 'WITHOUT_DATE' WHEN c.days_late > 0 THEN 'LATE' ELSE 'IN_TIME' END AS status
  FROM (SELECT e.*, (CAST(e.published_on AS DATE) - CAST(e.due_on AS DATE)) AS days_late
  FROM (SELECT t.agency AS agency, t.scope AS scope, t.held AS held, t.published_on AS published_on, CASE WHEN a.type IN ($1, $2) THEN NULL WHEN a.type = 'GOVERNMENT' OR t.scope = 'CONSOLIDATED' THEN CAST($3 AS VARCHAR) ELSE CAST($4 AS VARCHAR) END AS due_on, a.name AS name, a.division AS division
  FROM (SELECT r.agency AS agency, r.scope AS scope, r.published_on AS published_on, 1 AS held
  FROM report_revision r
  WHERE r.year = $5
  AND r.superseded_at IS NULL
  AND r.scope IN ($6, $7)
  UNION ALL SELECT m.k0 AS agency, CAST($8 AS VARCHAR) AS scope, CAST(NULL AS VARCHAR) AS published_on, 0 AS held
  FROM (WITH RECURSIVE newest AS (SELECT newest_year AS year
  FROM state
  WHERE id = 1), expected AS ( SELECT agency, year_from AS from_year, year_to AS to_year
  FROM agency_span
  WHERE scope = $9), y(year) AS ( SELECT first
  FROM (SELECT MIN(year_from) AS first
  FROM agency_span) spans
  WHERE first IS NOT NULL
  UNION ALL SELECT y.year + 1
  FROM y, newest
  WHERE y.year < newest.year) SELECT a.id AS k0, COUNT(*) AS missing
  FROM expected e
  JOIN agency a ON a.id = e.agency
  JOIN division d ON d.code = a.division
  JOIN y ON y.year >= e.from_year
  AND (e.to_year IS NULL OR y.year <= e.to_year)
  JOIN newest ON y.year <= newest.year
  WHERE ((y.year = $10)
  AND ((d.code BETWEEN $11
  AND $12
  AND (d.code = $13 OR d.province = $14 OR d.prefecture = $15) IS TRUE)))
  AND NOT EXISTS (SELECT 1
  FROM report_revision r
  WHERE r.agency = a.id
  AND r.year = y.year
  AND r.scope = $16
  AND +r.superseded_at IS NULL)
  GROUP BY k0) m
  UNION ALL SELECT m.k0 AS agency, CAST($17 AS VARCHAR) AS scope, CAST(NULL AS VARCHAR) AS published_on, 0 AS held
  FROM (WITH RECURSIVE newest AS (SELECT newest_year AS year
  FROM state
  WHERE id = 1), expected AS ( SELECT agency, year_from AS from_year, year_to AS to_year
  FROM agency_span
  WHERE scope = $18), y(year) AS ( SELECT first
  FROM (SELECT MIN(year_from) AS first
  FROM agency_span) spans
  WHERE first IS NOT NULL
  UNION ALL SELECT y.year + 1
  FROM y, newest
  WHERE y.year < newest.year) SELECT a.id AS k0, COUNT(*) AS missing
  FROM expected e
  JOIN agency a ON a.id = e.agency
  JOIN division d ON d.code = a.division
  JOIN y ON y.year >= e.from_year
  AND (e.to_year IS NULL OR y.year <= e.to_year)
  JOIN newest ON y.year <= newest.year
  WHERE ((y.year = $19)
  AND ((d.code BETWEEN $20
  AND $21
  AND (d.code = $22 OR d.province = $23 OR d.prefecture = $24) IS TRUE)))
  AND NOT EXISTS (SELECT 1
  FROM report_revision r
  WHERE r.agency = a.id
  AND r.year = y.year
  AND r.scope = $25
  AND +r.superseded_at IS NULL)
  GROUP BY k0) m) t
  JOIN agency a ON a.id = t.agency
  JOIN division d ON d.code = a.division
  WHERE (d.code BETWEEN $26
  AND $27
  AND (d.code = $28 OR d.province = $29 OR d.prefecture = $30) IS TRUE)) e) c) l
  WHERE l.status IN ($31);

SELECT l.agency, l.scope, l.due_on, l.published_on, l.days_late, l.status, l.days_late AS o0, l.division AS o1, l.name AS o2, CASE l.scope WHEN $1 THEN 0 WHEN $2 THEN 1 END AS o3
  FROM (SELECT c.*, CASE WHEN c.held = 0 THEN 'NOT_HELD' WHEN c.days_late IS NULL THEN 'WITHOUT_DATE' WHEN c.days_late > 0 THEN 'LATE' ELSE 'IN_TIME' END AS status
  FROM (SELECT e.*, (CAST(e.published_on AS DATE) - CAST(e.due_on AS DATE)) AS days_late
  FROM (SELECT t.agency AS agency, t.scope AS scope, t.held AS held, t.published_on AS published_on, CASE WHEN a.type IN ($3, $4) THEN NULL WHEN a.type = 'GOVERNMENT' OR t.scope = 'CONSOLIDATED' THEN CAST($5 AS VARCHAR) ELSE CAST($6 AS VARCHAR) END AS due_on, a.name AS name, a.division AS division
  FROM (SELECT r.agency AS agency, r.scope AS scope, r.published_on AS published_on, 1 AS held
  FROM report_revision r
  WHERE r.year = $7
  AND r.superseded_at IS NULL
  AND r.scope IN ($8, $9)
  UNION ALL SELECT m.k0 AS agency, CAST($10 AS VARCHAR) AS scope, CAST(NULL AS VARCHAR) AS published_on, 0 AS held
  FROM (WITH RECURSIVE newest AS (SELECT newest_year AS year
  FROM state
  WHERE id = 1), expected AS ( SELECT agency, year_from AS from_year, year_to AS to_year
  FROM agency_span
  WHERE scope = $11), y(year) AS ( SELECT first
  FROM (SELECT MIN(year_from) AS first
  FROM agency_span) spans
  WHERE first IS NOT NULL
  UNION ALL SELECT y.year + 1
  FROM y, newest
  WHERE y.year < newest.year) SELECT a.id AS k0, COUNT(*) AS missing
  FROM expected e
  JOIN agency a ON a.id = e.agency
  JOIN division d ON d.code = a.division
  JOIN y ON y.year >= e.from_year
  AND (e.to_year IS NULL OR y.year <= e.to_year)
  JOIN newest ON y.year <= newest.year
  WHERE ((y.year = $12)
  AND ((d.code BETWEEN $13
  AND $14
  AND (d.code = $15 OR d.province = $16 OR d.prefecture = $17) IS TRUE)))
  AND NOT EXISTS (SELECT 1
  FROM report_revision r
  WHERE r.agency = a.id
  AND r.year = y.year
  AND r.scope = $18
  AND +r.superseded_at IS NULL)
  GROUP BY k0) m
  UNION ALL SELECT m.k0 AS agency, CAST($19 AS VARCHAR) AS scope, CAST(NULL AS VARCHAR) AS published_on, 0 AS held
  FROM (WITH RECURSIVE newest AS (SELECT newest_year AS year
  FROM state
  WHERE id = 1), expected AS ( SELECT agency, year_from AS from_year, year_to AS to_year
  FROM agency_span
  WHERE scope = $20), y(year) AS ( SELECT first
  FROM (SELECT MIN(year_from) AS first
  FROM agency_span) spans
  WHERE first IS NOT NULL
  UNION ALL SELECT y.year + 1
  FROM y, newest
  WHERE y.year < newest.year) SELECT a.id AS k0, COUNT(*) AS missing
  FROM expected e
  JOIN agency a ON a.id = e.agency
  JOIN division d ON d.code = a.division
  JOIN y ON y.year >= e.from_year
  AND (e.to_year IS NULL OR y.year <= e.to_year)
  JOIN newest ON y.year <= newest.year
  WHERE ((y.year = $21)
  AND ((d.code BETWEEN $22
  AND $23
  AND (d.code = $24 OR d.province = $25 OR d.prefecture = $26) IS TRUE)))
  AND NOT EXISTS (SELECT 1
  FROM report_revision r
  WHERE r.agency = a.id
  AND r.year = y.year
  AND r.scope = $27
  AND +r.superseded_at IS NULL)
  GROUP BY k0) m) t
  JOIN agency a ON a.id = t.agency
  JOIN division d ON d.code = a.division
  WHERE (d.code BETWEEN $28
  AND $29
  AND (d.code = $30 OR d.province = $31 OR d.prefecture = $32) IS TRUE)) e) c) l
  WHERE l.status IN ($33)
  AND (1 = 1)
  ORDER BY l.days_late DESC NULLS LAST, l.division ASC, l.name ASC, CASE l.scope WHEN $34 THEN 0 WHEN $35 THEN 1 END ASC
  LIMIT $36;

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency
  FROM agency a
  WHERE a.id IN ($1, $2, $3);
