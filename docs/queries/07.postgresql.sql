-- groups: from the rows of sums: scope CONSOLIDATED; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.disclosed_total_sum, u.partially_disclosed_total_sum, u.not_disclosed_subtotal_total_sum, u.unable_to_provide_subtotal_total_sum, u.not_processed_subtotal_total_sum, u.other_handling_subtotal_total_sum, u.results_total_total_sum, u.disclosed_total_stated, u.partially_disclosed_total_stated, u.not_disclosed_subtotal_total_stated, u.unable_to_provide_subtotal_total_stated, u.not_processed_subtotal_total_stated, u.other_handling_subtotal_total_stated, u.results_total_total_stated
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year IN ($5)));
