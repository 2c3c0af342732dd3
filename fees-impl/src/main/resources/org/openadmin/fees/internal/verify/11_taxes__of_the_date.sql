-- The date of a charge decides on the rates of its taxes. All charges of an assessment have its date, and so the same rates.
SELECT CONCAT('batch ', b.id), CONCAT('charges dated ', COALESCE(CONCAT_WS(' to ', NULLIF(c.first, c.last), c.last), 'no day'),
         ', taxes of ', CONCAT_WS(', ', c.least1, c.least2, c.least3, c.least4), ' % to ',
         CONCAT_WS(', ', c.most1, c.most2, c.most3, c.most4), ' %'),
       CONCAT('dated ', b.trans_date, ', one rate for each tax'), 0
FROM fees_batch b JOIN (
  SELECT batch_id, MIN(trans_date) AS first, MAX(trans_date) AS last,
    MIN(COALESCE(tax1_rate, -1)) AS least1, MAX(COALESCE(tax1_rate, -1)) AS most1,
    MIN(COALESCE(tax2_rate, -1)) AS least2, MAX(COALESCE(tax2_rate, -1)) AS most2,
    MIN(COALESCE(tax3_rate, -1)) AS least3, MAX(COALESCE(tax3_rate, -1)) AS most3,
    MIN(COALESCE(tax4_rate, -1)) AS least4, MAX(COALESCE(tax4_rate, -1)) AS most4
  FROM fees_jrl WHERE trans_type = 'chg' AND batch_id IS NOT NULL GROUP BY batch_id) c ON c.batch_id = b.id
WHERE NOT (c.first <=> b.trans_date AND c.last <=> b.trans_date
  AND c.least1 = c.most1 AND c.least2 = c.most2 AND c.least3 = c.most3 AND c.least4 = c.most4)
