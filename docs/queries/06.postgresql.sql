-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.reviews_upheld_sum, u.reviews_corrected_sum, u.reviews_other_outcome_sum, u.reviews_pending_sum, u.reviews_total_sum, u.rate_review_corrected_numerator, u.rate_review_corrected_denominator, u.reviews_upheld_stated, u.reviews_corrected_stated, u.reviews_other_outcome_stated, u.reviews_pending_stated, u.reviews_total_stated, u.rate_review_corrected_reports
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4);
