-- The closings in force have counted the charges of students by name, day, grade and homeroom, and by what had settled them by the end of
-- the last closed day, as the rows of the journal tell.
WITH l AS (
  SELECT c.id, c.closed_through FROM fees_closing c
  JOIN fees_closing_list s ON s.closing_id = c.id
  WHERE NOT EXISTS (SELECT 1 FROM fees_closing n WHERE n.id > c.id AND n.closed_through < c.closed_through)
), d AS (
  SELECT MAX(closed_through) AS day FROM l
), ended AS (
  SELECT past.charge_id, MAX(past.settled_by) AS settled_by FROM d
  JOIN fees_past_settlement past
  JOIN fees_jrl e ON e.id = past.ended_by AND e.trans_date > d.day
  LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> 'chg'
  WHERE p.trans_date <= d.day OR p.trans_date IS NULL
  GROUP BY past.charge_id
)
SELECT CONCAT(IF(x.name = '', 'charges without a name', CONCAT('charges ', x.name)), ' of ', x.trans_date),
  CONCAT(SUM(x.found), ', ', SUM(x.total), ', settled by ', x.settled, ', in ', x.grade, ' ', x.homeroom),
  CONCAT(SUM(x.stored), ', ', SUM(x.sum)), 0
FROM (
  SELECT g.name, g.trans_date, g.named, g.grade, g.homeroom, g.settled, 0 AS found, 0.00 AS total, g.charges AS stored, g.total AS sum
  FROM l JOIN fees_closing_group g ON g.closing_id = l.id
  UNION ALL
  SELECT COALESCE(j.name, ''), COALESCE(CAST(j.trans_date AS CHAR), ''), COALESCE(j.student_name, '') <> '',
    COALESCE(j.student_grade, '') COLLATE utf8mb4_bin, COALESCE(j.student_homeroom, '') COLLATE utf8mb4_bin,
    CASE WHEN j.paid_id <> 0 AND (n.trans_date <= d.day OR n.trans_date IS NULL) THEN COALESCE(n.trans_type, 'pay')
      WHEN q.charge_id IS NOT NULL THEN COALESCE(t.trans_type, 'pay') ELSE '' END,
    COUNT(*), SUM(COALESCE(j.total, 0)), 0, 0.00
  FROM d
  JOIN fees_jrl j ON j.trans_type = 'chg' AND j.studnum > 0 AND (j.trans_date <= d.day OR j.trans_date IS NULL)
  LEFT JOIN fees_jrl n ON n.id = j.paid_id AND NOT n.trans_type <=> 'chg'
  LEFT JOIN ended q ON q.charge_id = j.id
  LEFT JOIN fees_jrl t ON t.id = q.settled_by AND NOT t.trans_type <=> 'chg'
  WHERE d.day IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5, 6) x
GROUP BY x.name, x.trans_date, x.named, x.grade, x.homeroom, x.settled
HAVING SUM(x.found) <> SUM(x.stored) OR SUM(x.total) <> SUM(x.sum)
