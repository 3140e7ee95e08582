SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?)
  AND (((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE))));

SELECT g.rule AS rule, g.severity AS severity, g.message AS message, g.cells AS cells, g.expected AS expected, g.actual AS actual, r.report AS report, r.year AS o0, a.division AS o1, a.name AS o2, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END AS o3, g.position AS o4
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?)
  AND (((d.code BETWEEN ?
  AND ?
  AND (d.code = ? OR d.province = ? OR d.prefecture = ?) IS TRUE))))
  AND (1 = 1)
  ORDER BY r.year DESC, a.division ASC, a.name ASC, CASE r.scope WHEN ? THEN 0 WHEN ? THEN 1 END ASC, g.position ASC
  LIMIT ?;

SELECT json_array(r.report, r.id, r.agency, r.year, r.scope, r.number, r.document_received_at, r.edition, r.title, r.published_on, r.synthetic, a.division, a.name, a.type, a.parent) AS p0
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  WHERE r.report IN (?, ?)
  AND r.superseded_at IS NULL;
