SELECT 1 AS one, (SELECT COUNT(*)
  FROM (SELECT 1
  FROM agency_bigram
  WHERE bigram = ?
  LIMIT 200) b) AS n0, (SELECT COUNT(*)
  FROM (SELECT 1
  FROM agency_bigram
  WHERE bigram = ?
  LIMIT 200) b) AS n1, (SELECT COUNT(*)
  FROM (SELECT 1
  FROM agency_bigram
  WHERE bigram = ?
  LIMIT 200) b) AS n2;

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency, b.division AS o0, b.name AS o1
  FROM agency_bigram b
  CROSS JOIN agency a
  CROSS JOIN division d
  WHERE b.bigram = ?
  AND ((REPLACE(b.name, ?, '') <> b.name))
  AND a.id = b.agency
  AND d.code = a.division
  AND (1 = 1)
  AND (1 = 1)
  ORDER BY b.division ASC, b.name ASC
  LIMIT ?;

SELECT r.agency AS parent, COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND (1 = 1)
  AND r.agency IN (?)
  GROUP BY r.agency;

SELECT p.*, f.received_total
  FROM ( SELECT r.report AS id, r.id AS revision_id, r.agency AS agency, r.year AS year, r.scope AS scope, r.number AS number, r.document_received_at AS document_received_at, r.edition AS edition, r.title AS title, r.published_on AS published_on, r.synthetic AS synthetic, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent, r.year AS o0, a.division AS o1, a.name AS o2, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END AS o3, r.agency AS parent, ROW_NUMBER() OVER (PARTITION BY r.agency
  ORDER BY r.year DESC, a.division ASC, a.name ASC, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END ASC) AS place
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND (1 = 1)
  AND r.agency IN (?)
  AND (1 = 1)) p
  LEFT JOIN figures f ON f.revision = p.revision_id
  WHERE p.place <= 3
  ORDER BY p.parent, p.place;
