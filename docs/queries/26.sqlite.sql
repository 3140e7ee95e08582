SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND ((r.year = ?));

SELECT json_array(r.report, r.id, r.agency, r.year, r.scope, r.number, r.document_received_at, r.edition, r.title, r.published_on, r.synthetic, p.agency_division, p.agency_name, p.agency_type, p.agency_parent) AS p0, p.o0 AS o0, p.o1 AS o1, p.o2 AS o2, p.o3 AS o3, p.o4 AS o4
  FROM (SELECT r.id AS revision_id, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent, r.published_on AS o0, r.year AS o1, a.division AS o2, a.name AS o3, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END AS o4
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  WHERE r.superseded_at IS NULL
  AND ((r.year = ?))
  AND (1 = 1)
  ORDER BY r.published_on DESC NULLS LAST, r.year DESC, a.division ASC, a.name ASC, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END ASC
  LIMIT ?) p
  LEFT JOIN report_revision r ON r.id = p.revision_id
  ORDER BY o0 DESC NULLS LAST, o1 DESC, o2 ASC, o3 ASC, o4 ASC;
