-- Receipt numbers follow each other without gaps.
-- The configuration may move the series on to a higher start, {first}.
SELECT CONCAT('receipt ', number + 1), CONCAT('none from ', number + 1, ' to ', later - 1),
       'no gap', 0
FROM (SELECT receipt_number AS number, LEAD(receipt_number) OVER (ORDER BY receipt_number) AS later
      FROM fees_jrl WHERE receipt_number IS NOT NULL) receipts
WHERE later > number + 1 AND later <> {first}
