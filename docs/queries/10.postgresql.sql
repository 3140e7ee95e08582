-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.normative_documents_newly_made_sum, u.normative_documents_issued_sum, u.fees_items_last_year_sum, u.fees_amount_sum, u.normative_documents_newly_made_stated, u.normative_documents_issued_stated, u.fees_items_last_year_stated, u.fees_amount_stated
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4);
