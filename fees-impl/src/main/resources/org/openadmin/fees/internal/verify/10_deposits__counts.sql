-- What a count expected is the float and the cash of the day without what had been deposited, and a drawer that was over or short has a
-- reason.
SELECT CONCAT('count ', id), CONCAT(counted, ' against ', expected, ', ', difference),
       CONCAT(opening + moved - deposited, ', ', counted - (opening + moved - deposited), IF(reason = '', ' and a reason', '')), 0
FROM fees_cash_count
WHERE expected <> opening + moved - deposited OR difference <> counted - expected OR difference <> 0 AND reason = ''
