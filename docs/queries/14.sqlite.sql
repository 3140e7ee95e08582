SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?));

SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?));

SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?));

SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?));

SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.rule IN (?));

SELECT COUNT(*) AS count
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN finding g ON g.revision = r.id
  WHERE (r.superseded_at IS NULL
  AND g.severity IN (?));
