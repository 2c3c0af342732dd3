-- The days that the charges of an assessment are for are in order and within the period of its predefined fee, which has none without them;
-- whoever was skipped because of a limit is counted. A predefined fee has a limit above zero, if any, and its period is in order.
SELECT CONCAT('batch ', b.id), CONCAT('for ', COALESCE(b.period_first, 'none'), ' to ', COALESCE(b.period_last, 'none'), COALESCE(CONCAT(', ', b.over_limit, ' skipped'), '')),
       COALESCE(CONCAT('days from ', f.period_first, ' to ', f.period_last), 'days in order, or none'), 0
FROM fees_batch b LEFT JOIN fees_predefined f ON f.id = b.predefined_id
WHERE (b.period_first IS NULL) <> (b.period_last IS NULL) OR b.period_last < b.period_first OR b.over_limit <= 0
  OR f.period_first IS NOT NULL AND (b.period_first IS NULL OR b.period_first < f.period_first OR b.period_last > f.period_last)
UNION ALL
SELECT CONCAT('predefined fee ', f.id), CONCAT_WS(', ', CONCAT('limit ', f.year_limit), CONCAT('for ', COALESCE(f.period_first, 'none'), ' to ', COALESCE(f.period_last, 'none'))),
       'a limit above zero and days in order, or none', 0
FROM fees_predefined f
WHERE f.year_limit <= 0 OR (f.period_first IS NULL) <> (f.period_last IS NULL) OR f.period_last < f.period_first
