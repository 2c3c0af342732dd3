-- Each receipt, assessment, correction, run of invoices and predefined fee since the audit log began has one line in it, with its number,
-- and so have each count of a drawer, each deposit, each verification of one, each posting, each receipt sent by e-mail,
-- each note written or taken down, each payer added or changed by the module, each cover added or ended, each payment of a class, each import, each undone one,
-- and what became of unclaimed money.
SELECT CONCAT('receipt ', j.paid_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_jrl j
JOIN fees_counter c ON c.name = 'audit_jrl' AND j.id > c.value
LEFT JOIN fees_audit a ON a.request_key = j.request_key AND a.operation = 'payment' AND a.outcome = 'done'
  AND a.subject_kind = IF(j.studnum < 0, 'payer', 'student') AND a.subject = ABS(j.studnum) AND a.result_kind = 'receipt' AND a.result = j.paid_id
WHERE j.trans_type IN ('pay', 'roa') AND j.request_key IS NOT NULL
GROUP BY j.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('batch ', b.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_batch b
JOIN fees_counter c ON c.name = 'audit_batch' AND b.id > c.value
LEFT JOIN fees_audit a ON a.request_key = b.request_key AND a.operation = 'assess' AND a.outcome = 'done'
  AND a.result_kind = 'assessment' AND a.result = b.id
GROUP BY b.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('correction ', r.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_correction r
JOIN fees_counter c ON c.name = 'audit_correction' AND r.id > c.value
LEFT JOIN fees_audit a ON a.request_key = r.request_key AND a.outcome = 'done' AND COALESCE(a.subject, 0) = ABS(r.subject)
  AND a.operation = CASE r.act WHEN 'cancel' THEN 'reverse' WHEN 'unreturn' THEN 'undo-return' ELSE r.act END
GROUP BY r.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('run ', r.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_run r
JOIN fees_counter c ON c.name = 'audit_run' AND r.id > c.value
LEFT JOIN fees_audit a ON a.request_key = r.request_key AND a.outcome = 'done' AND a.operation = CONCAT(r.channel, '-', COALESCE(r.kind, 'invoices'))
  AND a.result_kind = 'run' AND a.result = r.id
GROUP BY r.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('predefined fee ', f.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_predefined f
JOIN fees_counter c ON c.name = 'audit_fee' AND f.id > c.value
LEFT JOIN fees_audit a ON a.request_key = f.request_key AND a.operation = 'add-fee' AND a.outcome = 'done'
  AND a.result_kind = 'fee' AND a.result = f.id
WHERE f.request_key IS NOT NULL
GROUP BY f.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('closing ', c.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_closing c
LEFT JOIN fees_audit a ON a.request_key = c.request_key AND a.operation = c.act AND a.outcome = 'done'
  AND a.result_kind = 'closing' AND a.result = c.id
GROUP BY c.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('count ', c.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_cash_count c
LEFT JOIN fees_audit a ON a.request_key = c.request_key AND a.operation = 'count-cash' AND a.outcome = 'done'
  AND a.result_kind = 'count' AND a.result = c.id
GROUP BY c.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('deposit ', d.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_deposit d
LEFT JOIN fees_audit a ON a.request_key = d.request_key AND a.outcome = 'done' AND a.result_kind = 'deposit' AND a.result = d.id
  AND a.operation = IF(d.takes_back IS NULL, 'deposit', 'counter-deposit')
GROUP BY d.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('verification of deposit ', v.deposit_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_deposit_check v
LEFT JOIN fees_audit a ON a.request_key = v.request_key AND a.operation = 'verify-deposit' AND a.outcome = 'done'
  AND a.subject_kind = 'deposit' AND a.subject = v.deposit_id
GROUP BY v.deposit_id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('posting ', h.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_posting h
LEFT JOIN fees_audit a ON a.request_key = h.request_key AND a.operation = 'post' AND a.outcome = 'done'
  AND a.result_kind = 'posting' AND a.result = h.id
GROUP BY h.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('e-mailed ', m.document, ' ', m.receipt), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_receipt_mail m
LEFT JOIN fees_audit a ON a.request_key = m.request_key AND a.operation = CONCAT('email-', m.document) AND a.outcome = 'done'
  AND a.subject_kind = 'receipt' AND a.subject = m.receipt
GROUP BY m.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('note ', n.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_note n
LEFT JOIN fees_audit a ON a.request_key = n.request_key AND a.operation = 'add-note' AND a.outcome = 'done'
  AND a.subject = ABS(n.studnum) AND a.result_kind = 'note' AND a.result = n.id
GROUP BY n.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('taking down of note ', e.note_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_note_end e
LEFT JOIN fees_audit a ON a.request_key = e.request_key AND a.operation = 'take-down-note' AND a.outcome = 'done'
  AND a.subject_kind = 'note' AND a.subject = e.note_id
GROUP BY e.note_id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('payer ', p.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_payer p
LEFT JOIN fees_audit a ON a.request_key = p.request_key AND a.operation = 'add-payer' AND a.outcome = 'done'
  AND a.result_kind = 'payer' AND a.result = p.id
GROUP BY p.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('change of payer ', c.payer_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_payer_change c
LEFT JOIN fees_audit a ON a.request_key = c.request_key AND a.operation = 'change-payer' AND a.outcome = 'done'
  AND a.subject_kind = 'payer' AND a.subject = c.payer_id
GROUP BY c.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('students left out of batch ', MIN(d.batch_id)), CONCAT('in ', COUNT(DISTINCT a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_dismissed d
LEFT JOIN fees_audit a ON a.request_key = d.request_key AND a.operation = 'dismiss' AND a.outcome = 'done'
  AND a.subject_kind = 'assessment' AND a.subject = d.batch_id
WHERE d.request_key IS NOT NULL
GROUP BY d.request_key HAVING COUNT(DISTINCT a.id) <> 1
UNION ALL
SELECT CONCAT('import ', i.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_import i
LEFT JOIN fees_audit a ON a.request_key = i.request_key AND a.operation = 'import' AND a.outcome = 'done'
  AND a.result_kind = 'import' AND a.result = i.id
GROUP BY i.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('undone import ', u.import_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_import_undo u
LEFT JOIN fees_audit a ON a.request_key = u.request_key AND a.operation = 'undo-import' AND a.outcome = 'done'
  AND a.subject_kind = 'import' AND a.subject = u.import_id
GROUP BY u.import_id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('bank line ', e.line_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM (SELECT line_id, row_id, request_key FROM fees_import_end
      UNION ALL SELECT line_id, row_id, request_key FROM fees_import_again) e
LEFT JOIN fees_audit a ON a.request_key = e.request_key AND a.operation = IF(e.row_id IS NULL, 'send-back', 'claim')
  AND a.outcome = 'done' AND a.subject_kind = 'line' AND a.subject = e.line_id
GROUP BY e.line_id, e.request_key HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('class payment ', p.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_class_payment p
LEFT JOIN fees_audit a ON a.request_key = p.request_key AND a.operation = 'class-payment' AND a.outcome = 'done'
  AND a.result_kind = 'receipt' AND a.result = p.first_receipt
GROUP BY p.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('cover ', c.id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_cover c
LEFT JOIN fees_audit a ON a.request_key = c.request_key AND a.operation = 'add-cover' AND a.outcome = 'done'
  AND a.subject = c.studnum AND a.result_kind = 'cover' AND a.result = c.id
GROUP BY c.id HAVING COUNT(a.id) <> 1
UNION ALL
SELECT CONCAT('end of cover ', e.cover_id), CONCAT('in ', COUNT(a.id), ' lines of the audit log'), 'in one line', 0
FROM fees_cover_end e
LEFT JOIN fees_audit a ON a.request_key = e.request_key AND a.operation = 'end-cover' AND a.outcome = 'done'
  AND a.subject_kind = 'cover' AND a.subject = e.cover_id
GROUP BY e.cover_id HAVING COUNT(a.id) <> 1
