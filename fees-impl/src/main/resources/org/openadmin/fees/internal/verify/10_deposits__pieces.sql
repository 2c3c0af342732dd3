-- The notes and coins of a count, or of a deposit, add up to its cash.
SELECT CONCAT(summed.what, ' ', summed.id), CONCAT(summed.pieces, ' = ', summed.total), summed.cash, 0
FROM (
  WITH RECURSIVE place (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM place WHERE number < 128)
  SELECT counted.what, counted.id, counted.pieces, counted.cash,
    SUM(CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(counted.pieces, ' ', place.number), ' ', -1), 'x', 1) AS DECIMAL(14,2))
      * CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(counted.pieces, ' ', place.number), ' ', -1), 'x', -1) AS SIGNED)) AS total
  FROM (
    SELECT 'count' AS what, id, pieces, counted AS cash FROM fees_cash_count WHERE pieces <> ''
    UNION ALL
    SELECT 'deposit', id, pieces, cash_rows + difference FROM fees_deposit WHERE pieces <> '') counted
  JOIN place ON place.number <= 1 + LENGTH(counted.pieces) - LENGTH(REPLACE(counted.pieces, ' ', ''))
  GROUP BY counted.what, counted.id, counted.pieces, counted.cash) summed
WHERE summed.total <> summed.cash
