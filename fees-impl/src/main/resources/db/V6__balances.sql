-- What everybody owes. The sums of all accounts read every row there is, so they have the narrowest index that holds them. It takes
-- the place of one that only counted what the assessments know themselves. Its entries lie as far apart as the accounts do, those
-- of the other lay together: in a journal of a million rows, writing the charges of everybody takes about a quarter longer.

-- The balances of all students.
CREATE INDEX IF NOT EXISTS fees_jrl_balance ON fees_jrl (studnum, total);
-- How often a predefined fee was charged. In place of fees_jrl_predefined.
CREATE INDEX IF NOT EXISTS fees_batch_predefined ON fees_batch (predefined_id, charges);

DROP INDEX IF EXISTS fees_jrl_predefined ON fees_jrl;
