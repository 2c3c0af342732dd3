-- A cover is of a payer and a student, above 0 to 100 %, and does not end before it begins; one that was ended exists. At no date do the
-- covers of a student reach a charge for the same fee with more than 100 % together: the sum changes on the first day of a cover only.
WITH kept AS (
  SELECT c.id, c.payer_id, c.studnum, c.fee, c.percent, c.first_day,
    LEAST(COALESCE(c.last_day, '9999-12-31'), COALESCE(e.last_day, '9999-12-31')) AS last_day
  FROM fees_cover c LEFT JOIN fees_cover_end e ON e.cover_id = c.id)
SELECT CONCAT('cover ', c.id), CONCAT('payer ', c.payer_id, ', student ', c.studnum, ', ', c.percent, ' %, from ', c.first_day, COALESCE(CONCAT(' to ', c.last_day), '')),
       'of a payer and a student, up to 100 %', 0
FROM fees_cover c LEFT JOIN fees_payer p ON p.id = c.payer_id
WHERE p.id IS NULL OR c.studnum <= 0 OR c.percent <= 0 OR c.percent > 100 OR c.year_limit <= 0 OR c.last_day < c.first_day
UNION ALL
SELECT CONCAT('cover ', e.cover_id), CONCAT('ended ', e.recorded_at), COALESCE(CONCAT('added ', c.recorded_at), 'the cover'), 0
FROM fees_cover_end e LEFT JOIN fees_cover c ON c.id = e.cover_id
WHERE c.id IS NULL OR c.recorded_at > e.recorded_at
UNION ALL
SELECT CONCAT('student ', a.studnum), CONCAT(SUM(b.percent), ' % of ', IF(f.fee = '', 'all fees', f.fee), ' on ', a.first_day, ', covers ', GROUP_CONCAT(b.id ORDER BY b.id)),
       '100 % at most', 0
FROM kept a JOIN (SELECT DISTINCT studnum, fee FROM fees_cover) f ON f.studnum = a.studnum
JOIN kept b ON b.studnum = a.studnum AND a.first_day BETWEEN b.first_day AND b.last_day AND (b.fee = '' OR b.fee = f.fee)
WHERE a.first_day <= a.last_day
GROUP BY a.id, f.fee HAVING SUM(b.percent) > 100
