-- A payer has a name and a known kind, only a fund may not owe, and the number is not above the counter. The payer is as it was changed last,
-- and its changes are versions 2, 3 and so on. Its charges came from charges of students.
SELECT CONCAT('payer ', p.id), CONCAT('a ', p.kind, ' named "', p.name, '", may owe: ', p.may_owe, ', of ', COALESCE(c.value, 0)),
       'a sponsor, fund or person with a name, up to the counter', 0
FROM fees_payer p LEFT JOIN fees_counter c ON c.name = 'payer'
WHERE TRIM(p.name) = '' OR p.kind NOT IN ('sponsor', 'fund', 'person') OR p.may_owe <> (p.kind <> 'fund') OR p.id > COALESCE(c.value, 0)
UNION ALL
SELECT CONCAT('payer ', p.id), CONCAT('version ', p.version, ', ', COUNT(c.id), ' changes up to version ', COALESCE(MAX(c.version), 1)),
       'as many changes as versions', 0
FROM fees_payer p LEFT JOIN fees_payer_change c ON c.payer_id = p.id
GROUP BY p.id, p.version HAVING COUNT(c.id) <> p.version - 1 OR COALESCE(MAX(c.version), 1) <> p.version OR COALESCE(MIN(c.version), 2) <> 2
UNION ALL
SELECT CONCAT('payer ', c.payer_id), CONCAT('not as it was changed to version ', c.version), 'the latest change', 0
FROM fees_payer_change c LEFT JOIN fees_payer p ON p.id = c.payer_id
WHERE p.id IS NULL OR p.version = c.version AND NOT (p.name = c.name AND p.address = c.address AND p.email = c.email
  AND p.language = c.language AND p.authorization_text = c.authorization_text AND (p.closed_at IS NULL) = c.active)
