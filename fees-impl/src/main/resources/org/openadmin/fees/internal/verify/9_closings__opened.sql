-- Of the charges that the last closing or reopening carried forward, those are marked as opened that a row dated up to its last day had
-- settled: by a payment that relied on money of a later date.
WITH l AS (
  SELECT c.id, c.closed_through AS day FROM fees_closing c
  JOIN fees_closing_list s ON s.closing_id = c.id
  WHERE c.id = (SELECT MAX(id) FROM fees_closing)
)
SELECT CONCAT('row ', x.id), IF(x.opened, 'opened', 'open by the dates'), IF(x.settled, 'settled by the dates', 'open by the dates'), 0
FROM (
  SELECT c.charge_id AS id, o.charge_id IS NOT NULL AS opened,
    COALESCE(j.paid_id, 0) <> 0 AND (n.trans_date <= l.day OR n.trans_date IS NULL) OR EXISTS (
      SELECT 1 FROM fees_past_settlement past
      JOIN fees_jrl e ON e.id = past.ended_by
      LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> 'chg'
      WHERE past.charge_id = j.id AND e.trans_date > l.day AND (p.trans_date <= l.day OR p.trans_date IS NULL)) AS settled
  FROM l
  JOIN fees_closing_charge c ON c.closing_id = l.id
  JOIN fees_jrl j ON j.id = c.charge_id
  LEFT JOIN fees_jrl n ON n.id = j.paid_id AND NOT n.trans_type <=> 'chg'
  LEFT JOIN fees_closing_opened o ON o.closing_id = c.closing_id AND o.charge_id = c.charge_id) x
WHERE x.opened <> x.settled
UNION ALL
SELECT CONCAT('row ', o.charge_id), CONCAT('opened by closing ', o.closing_id), 'carried forward by it', 0
FROM fees_closing_opened o
LEFT JOIN fees_closing_charge c ON c.closing_id = o.closing_id AND c.charge_id = o.charge_id
  AND c.studnum = (SELECT j.studnum FROM fees_jrl j WHERE j.id = o.charge_id)
WHERE c.charge_id IS NULL
