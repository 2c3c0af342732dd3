-- A request key was used for one payment, assessment, correction, closing, count, deposit, verification, posting, payer or change of one,
-- cover or end of one, payment of a class, import, undone import or bank line.
SELECT CONCAT('request key ', request_key), CONCAT(GROUP_CONCAT(subject ORDER BY subject)), 'one effect', 0
FROM (SELECT request_key, CONCAT('row ', id) AS subject FROM fees_jrl WHERE request_key IS NOT NULL
      UNION ALL SELECT request_key, CONCAT('batch ', id) FROM fees_batch
      UNION ALL SELECT request_key, CONCAT('correction ', id) FROM fees_correction
      UNION ALL SELECT request_key, CONCAT('closing ', id) FROM fees_closing
      UNION ALL SELECT request_key, CONCAT('count ', id) FROM fees_cash_count
      UNION ALL SELECT request_key, CONCAT('deposit ', id) FROM fees_deposit
      UNION ALL SELECT request_key, CONCAT('verification of deposit ', deposit_id) FROM fees_deposit_check
      UNION ALL SELECT request_key, CONCAT('posting ', id) FROM fees_posting
      UNION ALL SELECT request_key, CONCAT('payer ', id) FROM fees_payer
      UNION ALL SELECT request_key, CONCAT('change of payer ', payer_id) FROM fees_payer_change
      UNION ALL SELECT request_key, CONCAT('import ', id) FROM fees_import
      UNION ALL SELECT request_key, CONCAT('undone import ', import_id) FROM fees_import_undo
      UNION ALL SELECT request_key, CONCAT('bank line ', line_id) FROM fees_import_end
      UNION ALL SELECT request_key, CONCAT('bank line ', line_id, ', again') FROM fees_import_again
      UNION ALL SELECT request_key, CONCAT('cover ', id) FROM fees_cover
      UNION ALL SELECT request_key, CONCAT('class payment ', id) FROM fees_class_payment
      UNION ALL SELECT request_key, CONCAT('end of cover ', cover_id) FROM fees_cover_end) effects
GROUP BY request_key HAVING COUNT(*) > 1
