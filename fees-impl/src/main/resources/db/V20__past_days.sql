-- What fees_jrl no longer tells of a past day: paid_id names only the row that settles a charge now. Here is each settlement that has
-- ended: the row that had settled the charge, and the row that ended that, which is the void of a payment or the reversal of a paid
-- charge. Rows are only added, as in fees_audit, so the indexes are part of the statement.
CREATE TABLE IF NOT EXISTS fees_past_settlement (
  charge_id INT NOT NULL,
  settled_by INT NOT NULL,
  ended_by INT NOT NULL,
  PRIMARY KEY (charge_id, ended_by),
  KEY fees_past_settlement_settled (settled_by),
  KEY fees_past_settlement_ended (ended_by)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Those of earlier corrections, from the charges that payments list. Such a settlement had ended before the charge was settled again, by
-- the void of its own payment, if that opened charges; or by another void, which records the receipts whose charges it opened since V12;
-- or by the reversal of the charge. Of several other voids before V12, the first is assumed.
INSERT IGNORE INTO fees_past_settlement (charge_id, settled_by, ended_by)
SELECT found.charge_id, found.payment, found.ended_by FROM (
  SELECT listed.charge_id, listed.payment, COALESCE(
    (SELECT MIN(v.id) FROM fees_jrl v LEFT JOIN fees_correction k ON k.id = v.correction_id
     WHERE v.reverses_id = listed.payment AND v.trans_type = 'void' AND v.id < listed.settled_again
       AND COALESCE(k.reopened, 1) > 0),
    (SELECT MIN(v.id) FROM fees_jrl v JOIN fees_correction k ON k.id = v.correction_id
     WHERE v.studnum = listed.studnum AND v.trans_type = 'void' AND v.id > listed.payment AND v.id < listed.settled_again
       AND FIND_IN_SET(listed.receipt, REPLACE(k.other_receipts, ' ', ',')) > 0),
    (SELECT MIN(r.id) FROM fees_jrl r
     WHERE r.reverses_id = listed.charge_id AND r.trans_type = 'rev' AND r.id = listed.settled_again),
    (SELECT MIN(v.id) FROM fees_jrl v
     WHERE v.studnum = listed.studnum AND v.trans_type = 'void' AND v.id > listed.payment AND v.id < listed.settled_again)
  ) AS ended_by
  FROM (
    SELECT c.id AS charge_id, p.id AS payment, p.paid_id AS receipt, p.studnum, LEAST(
      COALESCE((SELECT MIN(n.id) FROM fees_jrl n
        WHERE n.studnum = p.studnum AND n.trans_type = 'pay' AND n.id > p.id
          AND FIND_IN_SET(c.id, REPLACE(n.description, ' ', ',')) > 0), 2147483647),
      COALESCE((SELECT MIN(k.id) FROM fees_jrl k
        WHERE k.reverses_id = c.id AND k.trans_type IN ('rev', 'waive') AND k.id > p.id), 2147483647)) AS settled_again
    FROM (
      SELECT j.id, j.studnum, j.paid_id,
        CONCAT('[', TRIM(BOTH ',' FROM REGEXP_REPLACE(REGEXP_REPLACE(j.description, '[^0-9]+', ','), '(?<![0-9])0+', '')), ']') AS charges
      FROM fees_jrl j
      WHERE j.trans_type = 'pay' AND j.description REGEXP '^[0-9 ,;]+$' AND j.studnum IN (
        SELECT x.studnum FROM fees_jrl x WHERE x.trans_type IN ('void', 'rev'))) p
    JOIN JSON_TABLE(IF(JSON_VALID(p.charges), p.charges, '[]'), '$[*]' COLUMNS (id INT PATH '$')) l
    JOIN fees_jrl c ON c.id = l.id AND c.trans_type = 'chg' AND c.studnum = p.studnum AND NOT c.paid_id <=> p.id
  ) listed
) found
WHERE found.ended_by IS NOT NULL;

-- The rows that were recorded after a day. They are added at its end, so a new row costs little.
CREATE INDEX IF NOT EXISTS fees_jrl_recorded ON fees_jrl (recorded_at, trans_date, id, studnum, total);
