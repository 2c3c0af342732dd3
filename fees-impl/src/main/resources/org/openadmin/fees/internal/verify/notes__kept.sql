-- A note has an account and a text, and one that was taken down exists and was not written later.
SELECT CONCAT('note ', n.id), CONCAT('account ', n.studnum, ', "', n.note, '"'), 'an account and a text', 0
FROM fees_note n WHERE n.studnum = 0 OR TRIM(n.note) = ''
UNION ALL
SELECT CONCAT('note ', e.note_id), CONCAT('taken down ', e.recorded_at), COALESCE(CONCAT('written ', n.recorded_at), 'the note'), 0
FROM fees_note_end e LEFT JOIN fees_note n ON n.id = e.note_id
WHERE n.id IS NULL OR n.recorded_at > e.recorded_at
