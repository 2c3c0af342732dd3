-- What the audit log says was done is there: a receipt, assessment, correction or run with its key, and a predefined fee unless it was
-- removed.
SELECT CONCAT('audit line ', a.id), CONCAT(a.operation, ' without effect'), 'its effect', 0
FROM fees_audit a
LEFT JOIN fees_jrl j ON a.operation = 'payment' AND j.request_key = a.request_key
LEFT JOIN fees_batch b ON a.operation = 'assess' AND b.request_key = a.request_key
LEFT JOIN fees_correction c ON a.operation IN ('reverse', 'waive', 'undo', 'void', 'refund', 'return', 'undo-return', 'split', 'together', 'transfer', 'takeback', 'move', 'cover', 'uncover') AND c.request_key = a.request_key
LEFT JOIN fees_run r ON a.operation IN ('print-invoices', 'email-invoices', 'print-reminders', 'email-reminders')
  AND r.request_key = a.request_key
LEFT JOIN fees_run s ON a.operation = 'stop-run' AND s.id = a.subject
LEFT JOIN fees_predefined f ON a.operation = 'add-fee' AND f.id = a.result
LEFT JOIN fees_closing m ON a.operation IN ('close', 'reopen') AND m.request_key = a.request_key
LEFT JOIN fees_cash_count n ON a.operation = 'count-cash' AND n.request_key = a.request_key
LEFT JOIN fees_deposit d ON a.operation IN ('deposit', 'counter-deposit') AND d.request_key = a.request_key
LEFT JOIN fees_deposit_check v ON a.operation = 'verify-deposit' AND v.request_key = a.request_key
LEFT JOIN fees_posting h ON a.operation = 'post' AND h.request_key = a.request_key
LEFT JOIN fees_receipt_mail e ON a.operation IN ('email-receipt', 'email-return-letter') AND e.request_key = a.request_key
LEFT JOIN fees_note t ON a.operation = 'add-note' AND t.request_key = a.request_key
LEFT JOIN fees_note_end u ON a.operation = 'take-down-note' AND u.request_key = a.request_key
LEFT JOIN fees_batch g ON a.operation = 'dismiss' AND g.id = a.subject
LEFT JOIN fees_payer p ON a.operation = 'add-payer' AND p.request_key = a.request_key
LEFT JOIN fees_payer_change q ON a.operation = 'change-payer' AND q.request_key = a.request_key
LEFT JOIN fees_import w ON a.operation = 'import' AND w.request_key = a.request_key
LEFT JOIN fees_import_undo y ON a.operation = 'undo-import' AND y.request_key = a.request_key
LEFT JOIN fees_import_end z ON a.operation IN ('claim', 'send-back') AND z.request_key = a.request_key
LEFT JOIN fees_import_again l ON a.operation IN ('claim', 'send-back') AND l.request_key = a.request_key
LEFT JOIN fees_cover k ON a.operation = 'add-cover' AND k.request_key = a.request_key
LEFT JOIN fees_cover_end i ON a.operation = 'end-cover' AND i.request_key = a.request_key
LEFT JOIN fees_class_payment o ON a.operation = 'class-payment' AND o.request_key = a.request_key
WHERE a.outcome = 'done' AND a.operation <> 'remove-fee'
  AND j.id IS NULL AND b.id IS NULL AND c.id IS NULL AND r.id IS NULL AND s.id IS NULL AND f.id IS NULL
  AND m.id IS NULL AND n.id IS NULL AND d.id IS NULL AND v.deposit_id IS NULL AND h.id IS NULL
  AND e.id IS NULL AND t.id IS NULL AND u.note_id IS NULL AND p.id IS NULL AND q.id IS NULL
  AND w.id IS NULL AND y.import_id IS NULL AND z.line_id IS NULL AND l.line_id IS NULL AND g.id IS NULL
  AND k.id IS NULL AND i.cover_id IS NULL AND o.id IS NULL
  AND NOT (a.operation = 'add-fee' AND EXISTS (SELECT 1 FROM fees_audit x
    WHERE x.subject = a.result AND x.subject_kind = 'fee' AND x.operation = 'remove-fee' AND x.outcome = 'done'))
