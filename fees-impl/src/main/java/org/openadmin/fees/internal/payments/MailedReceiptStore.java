package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The receipts and letters sent by e-mail, in the table fees_receipt_mail. */
final class MailedReceiptStore {

    private static final String BETWEEN = ",";
    private static final int MAX_REPLY_LENGTH = 255;

    /** The words of the outcomes in the table. */
    private static final Map<Outcome, String> WORDS =
            Map.of(Outcome.SENT, "sent", Outcome.NOT_SENT, "refused", Outcome.MAY_HAVE_ARRIVED, "unknown");

    /** The words of the documents in the table; with email- before it, one is the operation in the audit log. */
    private static final Map<MailedDocument, String> DOCUMENTS =
            Map.of(MailedDocument.RECEIPT, "receipt", MailedDocument.RETURN_LETTER, "return-letter");

    /**
     * A message as stored.
     *
     * @param attempt the attempt that stored it
     */
    record Stored(MailedReceipt message, UUID attempt) {}

    private final EntityManager em;

    MailedReceiptStore(EntityManager em) {
        this.em = em;
    }

    Optional<Stored> find(RequestKey key) {
        return select(Sql.of("m.request_key = :key").with("key", key.toString())).stream()
                .findFirst();
    }

    /** Oldest first. */
    List<MailedReceipt> of(ReceiptNumber receipt) {
        return select(Sql.of("m.receipt = :receipt").with("receipt", receipt.value())).stream()
                .map(Stored::message)
                .toList();
    }

    private List<Stored> select(Sql where) {
        return Sql.of("""
                SELECT m.document, m.receipt, m.addresses, m.is_copy, m.outcome, m.reply, m.recorded_at, m.recorded_by, m.attempt
                FROM fees_receipt_mail m WHERE {where} ORDER BY m.id
                """).part("where", where).rows(em).stream()
                .map(row -> new Stored(message(row), UUID.fromString(row.text("attempt"))))
                .toList();
    }

    private static MailedReceipt message(Row row) {
        return new MailedReceipt(
                document(row.text("document")),
                new ReceiptNumber(row.integer("receipt")),
                List.of(row.text("addresses").split(BETWEEN)),
                row.flag("is_copy"),
                outcome(row.text("outcome")),
                row.text("reply"),
                UtcTimestamp.instant(row.text("recorded_at")),
                row.text("recorded_by"));
    }

    private static MailedDocument document(String word) {
        return DOCUMENTS.entrySet().stream()
                .filter(each -> each.getValue().equals(word))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Outcome outcome(String word) {
        return WORDS.entrySet().stream()
                .filter(each -> each.getValue().equals(word))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(Outcome.MAY_HAVE_ARRIVED);
    }

    /** Enters a message that is about to be sent. */
    Stored add(ReceiptMailRequest request, List<String> addresses, boolean copy, UUID attempt, Instant now) {
        Sql.of("""
                INSERT INTO fees_receipt_mail
                  (request_key, attempt, document, receipt, addresses, is_copy, reply, recorded_at, recorded_by)
                VALUES (:key, :attempt, :document, :receipt, :addresses, :copy, '', :now, :user)
                """)
                .with("key", request.key().toString())
                .with("attempt", attempt.toString())
                .with("document", DOCUMENTS.get(request.document()))
                .with("receipt", request.receipt().value())
                .with("addresses", String.join(BETWEEN, addresses))
                .with("copy", copy)
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
        return find(request.key()).orElseThrow();
    }

    /** Enters what became of it. */
    void end(RequestKey key, Outcome outcome, String reply) {
        Sql.of("UPDATE fees_receipt_mail SET outcome = :outcome, reply = :reply WHERE request_key = :key")
                .with("outcome", WORDS.get(outcome))
                .with(
                        "reply",
                        reply.codePoints()
                                .limit(MAX_REPLY_LENGTH)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString())
                .with("key", key.toString())
                .update(em);
    }
}
