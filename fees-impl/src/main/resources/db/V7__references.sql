-- Students are found by the reference of a payment, such as the number of a cheque.
CREATE INDEX IF NOT EXISTS fees_jrl_reference ON fees_jrl (reference);
