SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND ((r.year = ?));

SELECT r.report AS id, r.id AS revision_id, r.agency AS agency, r.year AS year, r.scope AS scope, r.number AS number, r.document_received_at AS document_received_at, r.edition AS edition, r.title AS title, r.published_on AS published_on, r.synthetic AS synthetic, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent, r.published_on AS o0, r.year AS o1, a.division AS o2, a.name AS o3, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END AS o4
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND ((r.year = ?))
  AND (1 = 1)
  ORDER BY r.published_on DESC NULLS LAST, r.year DESC, a.division ASC, a.name ASC, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END ASC
  LIMIT ?;
