-- What was transferred under a cover is a charge of its payer for its student, made by a run, with the amount of the charge; in a school year
-- that begins in September, what was not taken back or reversed is not above the limit. Each charge of a payer that a run made is of a
-- cover, and a run is undone at most once.
SELECT CONCAT('charge ', u.charge_id), CONCAT_WS(', ', CONCAT('under cover ', u.cover_id, ' by run ', u.correction_id), u.amount,
         CONCAT('a charge of account ', c.studnum, ' for student ', o.studnum, ' by correction ', c.correction_id), c.total),
       'the charge of a run, of the payer for the student of the cover', 0
FROM fees_cover_use u
LEFT JOIN fees_cover v ON v.id = u.cover_id
LEFT JOIN fees_correction k ON k.id = u.correction_id AND k.act = 'cover'
LEFT JOIN fees_jrl c ON c.id = u.charge_id AND c.trans_type = 'chg' AND c.correction_id = u.correction_id
LEFT JOIN fees_jrl o ON o.id = c.origin_id
WHERE v.id IS NULL OR k.id IS NULL OR c.id IS NULL OR o.id IS NULL OR c.total <> u.amount OR c.studnum <> -v.payer_id OR o.studnum <> v.studnum
UNION ALL
SELECT CONCAT('charge ', c.id), CONCAT('made by run ', c.correction_id), 'under a cover', 0
FROM fees_correction k STRAIGHT_JOIN fees_jrl c FORCE INDEX (fees_jrl_recorded) ON c.recorded_at = k.recorded_at AND c.correction_id = k.id
LEFT JOIN fees_cover_use u ON u.charge_id = c.id
WHERE k.act = 'cover' AND c.trans_type = 'chg' AND c.studnum < 0 AND u.charge_id IS NULL
UNION ALL
SELECT CONCAT('cover ', v.id), CONCAT(SUM(u.amount), ' in the school year from ', YEAR(u.charged) - (MONTH(u.charged) < 9)), CONCAT('at most ', MAX(v.year_limit)), 0
FROM fees_cover v JOIN fees_cover_use u ON u.cover_id = v.id JOIN fees_jrl c ON c.id = u.charge_id
LEFT JOIN fees_jrl s ON s.id = c.paid_id AND s.trans_type IN ('xfer', 'rev')
WHERE v.year_limit IS NOT NULL AND s.id IS NULL
GROUP BY v.id, YEAR(u.charged) - (MONTH(u.charged) < 9) HAVING SUM(u.amount) > MAX(v.year_limit)
UNION ALL
SELECT CONCAT('run ', x.subject), CONCAT('undone by corrections ', GROUP_CONCAT(x.id ORDER BY x.id)), 'a run, undone once', 0
FROM fees_correction x LEFT JOIN fees_correction k ON k.id = x.subject AND k.act = 'cover'
WHERE x.act = 'uncover' GROUP BY x.subject HAVING COUNT(*) > 1 OR COUNT(k.id) = 0
