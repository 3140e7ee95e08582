SELECT u.year AS year, SUM(u.held) AS held, (SELECT COUNT(*)
  FROM agency) AS agencies
  FROM rollup u
  WHERE u.scope IN (?, ?)
  AND u.kind = 'TREE'
  AND u.division = ?
  AND u.type = ?
  GROUP BY u.year
  ORDER BY u.year DESC;

SELECT json_array(r.report, r.id, r.agency, r.year, r.scope, r.number, r.document_received_at, r.edition, r.title, r.published_on, r.synthetic, p.agency_division, p.agency_name, p.agency_type, p.agency_parent, f.regulations_issued, f.reviews_corrected, f.procurement_items) AS p0, p.o0 AS o0, p.o1 AS o1, p.o2 AS o2, p.o3 AS o3
  FROM (SELECT r.id AS revision_id, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent, r.year AS o0, a.division AS o1, a.name AS o2, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END AS o3
  FROM agency a
  CROSS JOIN division d
  CROSS JOIN report_revision r
  WHERE +r.superseded_at IS NULL
  AND ((r.year = ?)
  AND (((a.name = ?))))
  AND r.year = ?
  AND (1 = 1)
  AND (1 = 1)
  AND d.code = a.division
  AND r.agency = a.id
  ORDER BY a.division ASC, a.name ASC, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END ASC
  LIMIT ?) p
  LEFT JOIN report_revision r ON r.id = p.revision_id
  LEFT JOIN figures f ON f.revision = r.id
  ORDER BY o0 DESC, o1 ASC, o2 ASC, o3 ASC;

SELECT revision, cells AS text
  FROM revision_text
  WHERE revision IN (?)
  AND cells IS NOT NULL;
