package org.openadmin.fees.internal.corrections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.Reopening.Settled;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** Reads and voids many receipts at once. */
final class ManyVoidsStore {

    private static final int VALUES_PER_STATEMENT = 1000;
    private static final int ROWS_PER_STATEMENT = 100;

    private final EntityManager em;
    private final Currency currency;

    ManyVoidsStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The row of a receipt of one account. */
    record Payment(long row, AccountNumber account, Money received) {}

    Map<ReceiptNumber, Payment> payments(Collection<ReceiptNumber> numbers) {
        Map<ReceiptNumber, Payment> payments = new HashMap<>();
        parts(
                        numbers.stream().map(ReceiptNumber::value).toList(),
                        part -> Sql.of("""
                        SELECT p.id, p.studnum, p.total, p.receipt_number FROM fees_jrl p WHERE p.receipt_number IN (:numbers)
                        """).with("numbers", part).rows(em))
                .forEach(row -> payments.put(
                        new ReceiptNumber(row.integer("receipt_number")),
                        new Payment(
                                row.number("id"),
                                AccountNumber.ofJournal(row.integer("studnum")),
                                row.money("total", currency).negated())));
        return payments;
    }

    /** The charges of these accounts that payments settled. */
    Map<AccountNumber, List<Settled>> settled(Collection<AccountNumber> accounts) {
        Map<AccountNumber, List<Settled>> settled = new HashMap<>();
        parts(accounts.stream().map(AccountNumber::journalNumber).toList(), part -> Sql.of("""
                        SELECT j.id, j.studnum, p.id AS payment, j.total FROM {journal} JOIN fees_jrl p ON p.id = j.paid_id
                        WHERE j.studnum IN (:accounts) AND j.trans_type = :CHARGE AND p.studnum = j.studnum
                          AND j.total IS NOT NULL AND p.trans_type = :PAYMENT
                        ORDER BY j.id
                        """)
                        .part("journal", JournalIndex.STUDENT.table())
                        .with("accounts", part)
                        .rows(em))
                .forEach(row -> settled.computeIfAbsent(
                                AccountNumber.ofJournal(row.integer("studnum")), none -> new ArrayList<>())
                        .add(new Settled(
                                new ChargeId(row.number("id")), row.number("payment"), row.money("total", currency))));
        return settled;
    }

    /**
     * Records the corrections, adds the rows that void the payments, and opens the charges that these settled. The accounts must be locked.
     *
     * @param word the journal's word for it, in the school's language
     */
    void add(Map<VoidReceipt, Reopening> voids, Map<ReceiptNumber, Payment> payments, String word, Instant now) {
        List<Sql> corrections = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Long> opened = new ArrayList<>();
        voids.forEach((request, reopening) -> {
            Payment payment = payments.get(request.receipt());
            corrections.add(correction(request, payment, reopening, now));
            rows.add(payment.row());
            keys.add(request.key().toString());
            reopening.ids().forEach(charge -> opened.add(charge.value()));
        });
        for (List<Sql> part : parts(corrections, ROWS_PER_STATEMENT)) {
            Sql.of("""
                    INSERT INTO fees_correction (request_key, act, subject, trans_date, reason, journal_rows, total, reopened,
                      reopened_total, to_credit, recorded_at, recorded_by)
                    VALUES {corrections}
                    """).part("corrections", Sql.joined(",\n", part)).update(em);
        }
        int added = 0;
        for (int i = 0; i < rows.size(); i += VALUES_PER_STATEMENT) {
            int end = Math.min(rows.size(), i + VALUES_PER_STATEMENT);
            added += addRows(rows.subList(i, end), keys.subList(i, end), word);
        }
        int open = 0;
        for (List<Long> part : parts(opened, VALUES_PER_STATEMENT)) {
            open += reopen(part);
        }
        if (added != rows.size() || open != opened.size()) {
            throw new IllegalStateException("The database added " + added + " of " + rows.size() + " rows and opened "
                    + open + " of " + opened.size() + " charges");
        }
    }

    private static Sql correction(VoidReceipt request, Payment payment, Reopening reopening, Instant now) {
        return Sql.of("(:key, :act, :receipt, :date, :reason, 1, :total, :reopened, :reopened_total, 0, :now, :user)")
                .with("key", request.key().toString())
                .with("act", CorrectionType.VOID.code())
                .with("receipt", request.receipt().value())
                .with("date", request.date())
                .with("reason", request.reason())
                .with("total", payment.received().amount())
                .with("reopened", reopening.charges().size())
                .with(
                        "reopened_total",
                        reopening.total(payment.received().currency()).amount())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name());
    }

    /** In the sequence of the corrections. */
    private int addRows(List<Long> payments, List<String> keys, String word) {
        return Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, method,
                  reference, reverses_id, trans_type, trans_date, name, description, correction_id, recorded_at,
                  recorded_by)
                SELECT p.studnum, p.student_name, p.student_grade, p.student_homeroom, -p.total, p.method,
                  p.reference, p.id, :VOID, k.trans_date, :word, k.reason, k.id, k.recorded_at, k.recorded_by
                FROM fees_correction k JOIN fees_jrl p ON p.receipt_number = k.subject
                WHERE k.request_key IN (:keys) AND p.id IN (:payments)
                ORDER BY k.id
                """)
                .with("word", word)
                .with("keys", keys)
                .with("payments", payments)
                .update(em);
    }

    /** Records first by which payments the charges were settled. */
    private int reopen(List<Long> charges) {
        Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by)
                SELECT j.id, j.paid_id, v.id FROM fees_jrl j
                JOIN fees_jrl v ON v.reverses_id = j.paid_id AND v.trans_type = :VOID
                WHERE j.trans_type = :CHARGE AND j.id IN (:charges)
                """).with("charges", charges).update(em);
        return Sql.of("""
                UPDATE fees_jrl SET paid_id = NULL WHERE trans_type = :CHARGE AND paid_id <> 0 AND id IN (:charges)
                """).with("charges", charges).update(em);
    }

    private static <V, R> List<R> parts(List<V> values, Function<List<V>, List<R>> query) {
        return parts(values, VALUES_PER_STATEMENT).stream()
                .flatMap(part -> query.apply(part).stream())
                .toList();
    }

    private static <V> List<List<V>> parts(List<V> values, int size) {
        List<List<V>> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i += size) {
            parts.add(values.subList(i, Math.min(values.size(), i + size)));
        }
        return parts;
    }
}
