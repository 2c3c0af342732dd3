-- What was sent: the receipt, or the letter about its returned payment. The rows that exist are receipts.
ALTER TABLE fees_receipt_mail ADD COLUMN IF NOT EXISTS document VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'receipt';
