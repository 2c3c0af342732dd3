-- A reversal or waiver has the name of its charge, and the opposite subtotal and taxes.
SELECT CONCAT('row ', j.id), CONCAT_WS(', ', CONCAT('a ', j.trans_type, ' of ', j.name), j.subtotal, j.tax1, j.tax2,
         j.tax3, j.tax4), CONCAT_WS(', ', CONCAT('the opposite of ', c.name), c.subtotal, c.tax1, c.tax2, c.tax3,
         c.tax4), j.recorded_at IS NULL
FROM fees_jrl j JOIN fees_jrl c ON c.id = j.reverses_id
WHERE j.trans_type IN ('rev', 'waive') AND j.recorded_at IS NOT NULL AND NOT (j.subtotal <=> -c.subtotal
  AND j.tax1 <=> -c.tax1 AND j.tax2 <=> -c.tax2 AND j.tax3 <=> -c.tax3 AND j.tax4 <=> -c.tax4
  AND j.name <=> c.name)
