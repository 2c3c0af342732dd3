-- A rounding belongs to a cash payment that settles charges, to a cash refund, or takes another one back. It is half its step at most,
-- and the cash it rounds is a multiple of the step: that of all accounts of its receipt.
SELECT CONCAT('row ', r.id), CONCAT('a rounding of ', COALESCE(r.total, 'nothing'), ' to ', COALESCE(r.rounding_step, 'nothing'), ' of ',
         COALESCE(CONCAT(p.trans_type, ' ', p.id, ', ', COALESCE(p.method, 'no method'), ' ', p.total), 'no row')),
       'at most half its step, of a cash payment or refund', 0
FROM fees_jrl r LEFT JOIN fees_jrl p ON p.id = r.reverses_id LEFT JOIN fees_jrl f ON f.id = p.lead_id
WHERE r.trans_type = 'round' AND (p.id IS NULL OR r.rounding_step IS NULL OR r.rounding_step <= 0
  OR NOT ABS(r.total) * 2 <= r.rounding_step OR r.total = 0
  OR NOT CASE WHEN p.trans_type = 'round' THEN r.total = -p.total AND r.rounding_step <=> p.rounding_step
    WHEN p.trans_type IN ('pay', 'refund') THEN p.method <=> 'cash' AND p.total <> 0
        AND MOD(ABS(COALESCE(f.total, p.total) + COALESCE((SELECT SUM(o.total) FROM fees_jrl o WHERE o.lead_id = COALESCE(f.id, p.id)), 0)),
          r.rounding_step) = 0
      AND r.trans_date <=> p.trans_date
    ELSE FALSE END)
