-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic
  FROM rollup u
  WHERE (u.scope = ?
  AND u.kind = ?
  AND u.division = ?
  AND u.type = ?
  AND (u.year IN (?)));

WITH counted AS (SELECT d.district AS k0, r.year AS k1, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, r.id AS revision, r.year AS report_year, a.division AS report_division, a.name AS report_agency, CASE WHEN ((f.not_disclosed_state_secret_total IS NOT NULL OR f.not_disclosed_prohibited_by_law_total IS NOT NULL OR f.not_disclosed_security_and_stability_total IS NOT NULL OR f.not_disclosed_third_party_rights_total IS NOT NULL OR f.not_disclosed_internal_affairs_total IS NOT NULL OR f.not_disclosed_process_information_total IS NOT NULL OR f.not_disclosed_enforcement_case_file_total IS NOT NULL OR f.not_disclosed_administrative_inquiry_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN ((CASE WHEN (f.not_disclosed_state_secret_total IS NOT NULL OR f.not_disclosed_prohibited_by_law_total IS NOT NULL OR f.not_disclosed_security_and_stability_total IS NOT NULL OR f.not_disclosed_third_party_rights_total IS NOT NULL OR f.not_disclosed_internal_affairs_total IS NOT NULL OR f.not_disclosed_process_information_total IS NOT NULL OR f.not_disclosed_enforcement_case_file_total IS NOT NULL OR f.not_disclosed_administrative_inquiry_total IS NOT NULL) THEN COALESCE(f.not_disclosed_state_secret_total, 0) + COALESCE(f.not_disclosed_prohibited_by_law_total, 0) + COALESCE(f.not_disclosed_security_and_stability_total, 0) + COALESCE(f.not_disclosed_third_party_rights_total, 0) + COALESCE(f.not_disclosed_internal_affairs_total, 0) + COALESCE(f.not_disclosed_process_information_total, 0) + COALESCE(f.not_disclosed_enforcement_case_file_total, 0) + COALESCE(f.not_disclosed_administrative_inquiry_total, 0) END)) END AS v0, CASE WHEN ((f.not_disclosed_state_secret_total IS NOT NULL OR f.not_disclosed_prohibited_by_law_total IS NOT NULL OR f.not_disclosed_security_and_stability_total IS NOT NULL OR f.not_disclosed_third_party_rights_total IS NOT NULL OR f.not_disclosed_internal_affairs_total IS NOT NULL OR f.not_disclosed_process_information_total IS NOT NULL OR f.not_disclosed_enforcement_case_file_total IS NOT NULL OR f.not_disclosed_administrative_inquiry_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN (f.results_total_total) END AS v1
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND ((r.year IN (?)))
  AND d.district IN (?)), behind AS ( SELECT revision, report_year, report_division, report_agency, k0, k1, v0 AS figure, CAST(v1 AS BIGINT) AS denominator
  FROM counted
  WHERE (reason IS NULL
  AND v0 IS NOT NULL
  AND k0 IN (?)
  AND k1 IN (?))) SELECT k0, k1, COUNT(*) AS reports, SUM(figure) AS figure, SUM(denominator) AS denominator
  FROM behind
  GROUP BY k0, k1;

WITH counted AS (SELECT d.district AS k0, r.year AS k1, CAST(NULL AS VARCHAR) AS reason, CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic, r.id AS revision, r.year AS report_year, a.division AS report_division, a.name AS report_agency, CASE WHEN ((f.not_disclosed_state_secret_total IS NOT NULL OR f.not_disclosed_prohibited_by_law_total IS NOT NULL OR f.not_disclosed_security_and_stability_total IS NOT NULL OR f.not_disclosed_third_party_rights_total IS NOT NULL OR f.not_disclosed_internal_affairs_total IS NOT NULL OR f.not_disclosed_process_information_total IS NOT NULL OR f.not_disclosed_enforcement_case_file_total IS NOT NULL OR f.not_disclosed_administrative_inquiry_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN ((CASE WHEN (f.not_disclosed_state_secret_total IS NOT NULL OR f.not_disclosed_prohibited_by_law_total IS NOT NULL OR f.not_disclosed_security_and_stability_total IS NOT NULL OR f.not_disclosed_third_party_rights_total IS NOT NULL OR f.not_disclosed_internal_affairs_total IS NOT NULL OR f.not_disclosed_process_information_total IS NOT NULL OR f.not_disclosed_enforcement_case_file_total IS NOT NULL OR f.not_disclosed_administrative_inquiry_total IS NOT NULL) THEN COALESCE(f.not_disclosed_state_secret_total, 0) + COALESCE(f.not_disclosed_prohibited_by_law_total, 0) + COALESCE(f.not_disclosed_security_and_stability_total, 0) + COALESCE(f.not_disclosed_third_party_rights_total, 0) + COALESCE(f.not_disclosed_internal_affairs_total, 0) + COALESCE(f.not_disclosed_process_information_total, 0) + COALESCE(f.not_disclosed_enforcement_case_file_total, 0) + COALESCE(f.not_disclosed_administrative_inquiry_total, 0) END)) END AS v0, CASE WHEN ((f.not_disclosed_state_secret_total IS NOT NULL OR f.not_disclosed_prohibited_by_law_total IS NOT NULL OR f.not_disclosed_security_and_stability_total IS NOT NULL OR f.not_disclosed_third_party_rights_total IS NOT NULL OR f.not_disclosed_internal_affairs_total IS NOT NULL OR f.not_disclosed_process_information_total IS NOT NULL OR f.not_disclosed_enforcement_case_file_total IS NOT NULL OR f.not_disclosed_administrative_inquiry_total IS NOT NULL)
  AND (f.results_total_total IS NOT NULL)) THEN (f.results_total_total) END AS v1
  FROM report_revision r
  JOIN agency a ON a.id = r.agency
  JOIN division d ON d.code = a.division
  JOIN figures f ON f.revision = r.id
  WHERE r.scope = ?
  AND r.superseded_at IS NULL
  AND (1 = 1)
  AND ((r.year IN (?)))
  AND d.district IN (?)), behind AS ( SELECT revision, report_year, report_division, report_agency, k0, k1, v0 AS figure, CAST(v1 AS BIGINT) AS denominator
  FROM counted
  WHERE (reason IS NULL
  AND v0 IS NOT NULL
  AND k0 IN (?)
  AND k1 IN (?))) SELECT *
  FROM ( SELECT k0, k1, revision, figure, denominator, figure AS o0, report_year AS o1, report_division AS o2, report_agency AS o3, ROW_NUMBER() OVER (PARTITION BY k0, k1
  ORDER BY figure DESC, report_year DESC, report_division ASC, report_agency ASC) AS place
  FROM behind ) placed
  WHERE place <= 3
  ORDER BY k0, k1, place;

SELECT json_array(r.report, r.id, r.agency, r.year, r.scope, r.number, r.document_received_at, r.edition, r.title, r.published_on, r.synthetic) AS p0
  FROM report_revision r
  WHERE r.id IN (?, ?);

SELECT a.id AS id, a.division AS division, a.name AS name, a.type AS type, a.parent AS parent_agency
  FROM agency a
  WHERE a.id IN (?, ?);
