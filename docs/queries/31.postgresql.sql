SELECT (SELECT MAX(r.year)
  FROM report_revision r
  WHERE r.superseded_at IS NULL
  AND (r.year = $1)
  AND (1 = 1)) AS newest, (SELECT MIN(r.year)
  FROM report_revision r
  WHERE r.superseded_at IS NULL
  AND (r.year = $2)
  AND (1 = 1)) AS oldest;

SELECT p.*, f.regulations_issued, f.reviews_corrected, f.procurement_items
  FROM (SELECT r.report AS id, r.id AS revision_id, r.agency AS agency, r.year AS year, r.scope AS scope, r.number AS number, r.document_received_at AS document_received_at, r.edition AS edition, r.title AS title, r.published_on AS published_on, r.synthetic AS synthetic, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent, r.year AS o0, a.division AS o1, a.name AS o2, CASE r.scope WHEN $1 THEN 0 WHEN $2 THEN 1 END AS o3
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND ((r.year = $3)
  AND (((a.name = $4))))
  AND r.year = $5
  AND (1 = 1)
  AND (1 = 1)
  ORDER BY r.rolled_division ASC, a.name ASC, CASE r.scope WHEN $6 THEN 0 WHEN $7 THEN 1 END ASC
  LIMIT $8) p
  LEFT JOIN figures f ON f.revision = p.revision_id
  ORDER BY o0 DESC, o1 ASC, o2 ASC, o3 ASC;

SELECT revision, cells AS text
  FROM revision_text
  WHERE revision IN ($1)
  AND cells IS NOT NULL;
