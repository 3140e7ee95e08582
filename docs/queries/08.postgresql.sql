-- groups: from the rows of sums: scope OWN; 1 divisions with all below; 0 divisions alone; all types together
SELECT u.kind, u.division, u.year, u.type, u.edition, u.reports, u.held, u.synthetic, u.received_natural_sum, u.received_business_sum, u.received_research_sum, u.received_welfare_sum, u.received_legal_sum, u.received_other_sum, u.received_total_sum, u.received_natural_stated, u.received_business_stated, u.received_research_stated, u.received_welfare_stated, u.received_legal_stated, u.received_other_stated, u.received_total_stated
  FROM rollup u
  WHERE (u.scope = $1
  AND u.kind = $2
  AND u.division = $3
  AND u.type = $4
  AND (u.year IN ($5)));
