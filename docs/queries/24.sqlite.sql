-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic
  FROM rollup u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type = ?
  AND (u.year = ?));

WITH counted AS (SELECT CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, r.id AS revision, r.year AS report_year, a.division AS report_division, a.name AS report_agency, f.normative_documents_issued AS v0
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND ((r.year = ?))), behind AS ( SELECT revision, report_year, report_division, report_agency, v0 AS figure, CAST(NULL AS BIGINT) AS denominator
  FROM counted
  WHERE (reason IS NULL
  AND v0 IS NOT NULL)) SELECT COUNT(*) AS reports, SUM(figure) AS figure, SUM(denominator) AS denominator
  FROM behind;

WITH counted AS (SELECT CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, r.id AS revision, r.year AS report_year, a.division AS report_division, a.name AS report_agency, f.normative_documents_issued AS v0
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND ((r.year = ?))), behind AS ( SELECT revision, report_year, report_division, report_agency, v0 AS figure, CAST(NULL AS BIGINT) AS denominator
  FROM counted
  WHERE (reason IS NULL
  AND v0 IS NOT NULL)) SELECT *
  FROM ( SELECT revision, figure, denominator, figure AS o0, report_year AS o1, report_division AS o2, report_agency AS o3, ROW_NUMBER() OVER (
  ORDER BY figure DESC, report_year DESC, report_division ASC, report_agency ASC) AS place
  FROM behind ) placed
  WHERE place <= 2
  ORDER BY place;

SELECT json_array(r.report, r.id, r.agency, r.year, r.scope, r.number, r.document_received_at, r.edition, r.title, r.published_on, r.synthetic, f.normative_documents_issued) AS p0
  FROM report_revision r
  LEFT JOIN figures f ON f.revision = r.id
  WHERE r.id IN (?);

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency
  FROM agency a
  WHERE a.id IN (?);

SELECT revision, name, media_type, sha256, bytes, url
  FROM source_document
  WHERE revision IN (?)
  ORDER BY received_at DESC, id DESC;

SELECT revision, cells AS text
  FROM revision_text
  WHERE revision IN (?)
  AND cells IS NOT NULL;
