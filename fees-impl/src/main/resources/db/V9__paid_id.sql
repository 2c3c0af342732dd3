-- An old system may have paid_id as text, with '' in charges that nothing has settled. Such a text becomes 0, which counts as
-- outstanding too, so that fees:verify still names the row; any other text that is no whole number stops the upgrade.
-- skip when: SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND column_name = 'paid_id' AND data_type = 'int'
UPDATE fees_jrl SET paid_id = '0' WHERE TRIM(paid_id) = '';
-- skip when: SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND column_name = 'paid_id' AND data_type = 'int'
ALTER TABLE fees_jrl MODIFY paid_id INT NULL;
-- As a text, '99' was higher than '100'. The module's own receipts already count from the right number.
-- skip when: SELECT 1 FROM fees_jrl WHERE receipt_number IS NOT NULL
UPDATE fees_counter SET value = GREATEST(value, COALESCE(
  (SELECT MAX(paid_id) FROM fees_jrl WHERE trans_type IN ('pay', 'roa')), 0)) WHERE name = 'receipt';
