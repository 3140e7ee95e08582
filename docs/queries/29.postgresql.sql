SELECT 1 AS one, (SELECT COUNT(*)
  FROM (SELECT 1
  FROM agency_bigram
  WHERE bigram = $1
  LIMIT 200) b) AS n0, (SELECT COUNT(*)
  FROM (SELECT 1
  FROM agency_bigram
  WHERE bigram = $2
  LIMIT 200) b) AS n1, (SELECT COUNT(*)
  FROM (SELECT 1
  FROM agency_bigram
  WHERE bigram = $3
  LIMIT 200) b) AS n2;

SELECT p.id AS id, p.division AS division, p.name AS name, p.type AS type, p.parent_agency AS parent_agency, p.o0 AS o0, p.o1 AS o1
  FROM (SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency, b.division AS o0, b.name AS o1
  FROM agency_bigram b
  CROSS JOIN agency a
  WHERE b.bigram = $1
  AND ((REPLACE(b.name, $2, '') <> b.name))
  AND a.id = b.agency
  AND (1 = 1)
  AND (1 = 1)
  AND (1 = 1)
  ORDER BY b.division ASC, b.name ASC
  LIMIT $3) p
  ORDER BY o0 ASC, o1 ASC;

SELECT r.agency AS parent, COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND (1 = 1)
  AND r.agency IN ($1)
  GROUP BY r.agency;

SELECT r.report AS id, r.id AS revision_id, r.agency AS agency, r.year AS year, r.scope AS scope, r.number AS number, r.document_received_at AS document_received_at, r.edition AS edition, r.title AS title, r.published_on AS published_on, r.synthetic AS synthetic, p.agency_division AS agency_division, p.agency_name AS agency_name, p.agency_type AS agency_type, p.agency_parent AS agency_parent, f.received_total AS received_total, p.parent AS parent, p.o0 AS o0, p.o1 AS o1, p.o2 AS o2, p.o3 AS o3
  FROM ( SELECT r.id AS revision_id, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent, r.year AS o0, a.division AS o1, a.name AS o2, CASE r.scope WHEN $1 THEN 0 WHEN $2 THEN 1 END AS o3, r.agency AS parent, ROW_NUMBER() OVER (PARTITION BY r.agency
  ORDER BY r.year DESC, a.division ASC, a.name ASC, CASE r.scope WHEN $3 THEN 0 WHEN $4 THEN 1 END ASC) AS place
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND (1 = 1)
  AND r.agency IN ($5)
  AND (1 = 1)) p
  LEFT JOIN report_revision r ON r.id = p.revision_id
  LEFT JOIN figures f ON f.revision = r.id
  WHERE p.place <= 3
  ORDER BY p.parent, p.place;
