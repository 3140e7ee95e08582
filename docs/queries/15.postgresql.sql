SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN ($1)
  AND (((d.code BETWEEN $2
  AND $3
  AND (d.code = $4 OR d.province = $5 OR d.prefecture = $6) IS TRUE))));

SELECT g.rule AS rule, g.severity AS severity, g.message AS message, g.cells AS cells, g.expected AS expected, g.actual AS actual, r.report AS report, r.year AS o0, a.division AS o1, a.name AS o2, CASE r.scope WHEN $1 THEN 0 WHEN $2 THEN 1 END AS o3, g.position AS o4
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN ($3)
  AND (((d.code BETWEEN $4
  AND $5
  AND (d.code = $6 OR d.province = $7 OR d.prefecture = $8) IS TRUE))))
  AND (1 = 1)
  ORDER BY r.year DESC, a.division ASC, a.name ASC, CASE r.scope WHEN $9 THEN 0 WHEN $10 THEN 1 END ASC, g.position ASC
  LIMIT $11;

SELECT r.report AS id, r.id AS revision_id, r.agency AS agency, r.year AS year, r.scope AS scope, r.number AS number, r.document_received_at AS document_received_at, r.edition AS edition, r.title AS title, r.published_on AS published_on, r.synthetic AS synthetic, a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  WHERE r.report IN ($1, $2)
  AND r.superseded_at IS NULL;
