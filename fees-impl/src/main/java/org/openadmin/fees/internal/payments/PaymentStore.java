package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.ledger.RoundingRows;
import org.openadmin.fees.internal.payments.FamilySettlement.Share;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.CashRounding;

/** The payments of the journal, with their receipt numbers. */
public final class PaymentStore {

    private static final int ROWS_PER_STATEMENT = 100;

    private final EntityManager em;
    private final ReceiptQueries receipts;

    public PaymentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.receipts = new ReceiptQueries(em, currency);
    }

    /** The receipt of a request with this key, if there was one. */
    public Optional<Receipt> find(RequestKey key) {
        return receipts.find(key);
    }

    /** The receipt with this number; the oldest, if old data has it twice. */
    public Optional<Receipt> find(ReceiptNumber number) {
        return receipts.find(number);
    }

    /**
     * Records the payment under the next receipt number and marks the charges as settled by it. The account must be locked and
     * the charges outstanding.
     *
     * @param language the school's, for the journal's words
     * @param cash how the money is rounded
     * @param firstReceipt the start of the series of receipt numbers
     */
    public Receipt add(
            PaymentRequest request,
            StudentSnapshot student,
            Settlement settlement,
            Locale language,
            CashRounding cash,
            long firstReceipt,
            Instant now) {
        Share share = new Share(student, settlement.charges(), request.received(), settlement.rounding());
        return add(Payment.of(request), List.of(share), language, cash, firstReceipt, now);
    }

    /**
     * Records a payment for several accounts under the next receipt number, as {@link #add} does. All accounts must be locked.
     *
     * @param shares the first one leads the receipt
     */
    Receipt addSeveral(
            FamilyPaymentRequest request,
            List<Share> shares,
            Locale language,
            CashRounding cash,
            long firstReceipt,
            Instant now) {
        return add(Payment.of(request), shares, language, cash, firstReceipt, now);
    }

    /**
     * A payment of several that were recorded at once.
     *
     * @param row the id of its row
     */
    record Added(PaymentRequest request, int receipt, int row) {}

    /**
     * Records payments of one account each under consecutive receipt numbers, in their sequence, as {@link #add} does. All accounts must be
     * locked.
     */
    List<Added> addAll(
            Map<PaymentRequest, Share> payments, Locale language, CashRounding cash, long firstReceipt, Instant now) {
        int first = Counter.RECEIPT.next(em, firstReceipt, payments.size());
        List<Added> added = new ArrayList<>();
        Map<Integer, List<ChargeId>> settled = new LinkedHashMap<>();
        for (List<Map.Entry<PaymentRequest, Share>> part : parts(payments)) {
            int next = first + added.size();
            List<Sql> rows = new ArrayList<>();
            for (Map.Entry<PaymentRequest, Share> each : part) {
                rows.add(row(
                        Payment.of(each.getKey()),
                        each.getValue(),
                        OptionalInt.empty(),
                        JournalTexts.payment(language),
                        next + rows.size(),
                        now));
            }
            List<Integer> ids = insert(rows);
            for (int i = 0; i < part.size(); i++) {
                added.add(new Added(part.get(i).getKey(), next + i, ids.get(i)));
                settled.put(ids.get(i), part.get(i).getValue().ids());
            }
        }
        settle(settled);
        round(added, payments, cash, language);
        return added;
    }

    private void round(List<Added> added, Map<PaymentRequest, Share> payments, CashRounding cash, Locale language) {
        Map<Integer, Money> rounded = new LinkedHashMap<>();
        added.stream()
                .filter(each -> !payments.get(each.request()).rounding().isZero())
                .forEach(each -> rounded.put(
                        each.row(), payments.get(each.request()).rounding().negated()));
        if (!rounded.isEmpty()) {
            new RoundingRows(em).addAll(rounded, cash.step().orElseThrow(), JournalTexts.rounding(language));
        }
    }

    private static List<List<Map.Entry<PaymentRequest, Share>>> parts(Map<PaymentRequest, Share> payments) {
        List<Map.Entry<PaymentRequest, Share>> all = List.copyOf(payments.entrySet());
        List<List<Map.Entry<PaymentRequest, Share>>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += ROWS_PER_STATEMENT) {
            parts.add(all.subList(i, Math.min(all.size(), i + ROWS_PER_STATEMENT)));
        }
        return parts;
    }

    /** What the rows of a payment have in common. */
    private record Payment(RequestKey key, String cashier, LocalDate date, PaymentMethod method, String reference) {

        static Payment of(PaymentRequest request) {
            return new Payment(
                    request.key(), request.actor().name(), request.date(), request.method(), request.reference());
        }

        static Payment of(FamilyPaymentRequest request) {
            return new Payment(
                    request.key(), request.actor().name(), request.date(), request.method(), request.reference());
        }
    }

    private Receipt add(
            Payment payment, List<Share> shares, Locale language, CashRounding cash, long firstReceipt, Instant now) {
        int number = Counter.RECEIPT.next(em, firstReceipt);
        Map<Integer, List<ChargeId>> settled = new LinkedHashMap<>();
        List<Receipt> parts = new ArrayList<>();
        OptionalInt lead = OptionalInt.empty();
        for (Share share : shares) {
            int row = insert(List.of(row(payment, share, lead, JournalTexts.payment(language), number, now)))
                    .get(0);
            lead = lead.isPresent() ? lead : OptionalInt.of(row);
            settled.put(row, share.ids());
            if (!share.rounding().isZero()) {
                new RoundingRows(em)
                        .add(
                                row,
                                share.rounding().negated(),
                                cash.step().orElseThrow(),
                                JournalTexts.rounding(language));
            }
            parts.add(receipt(payment, share, number, now));
        }
        settle(settled);
        return parts.size() == 1 ? parts.get(0) : Receipt.ofSeveral(parts);
    }

    private static Receipt receipt(Payment payment, Share share, int number, Instant now) {
        return new Receipt(
                new ReceiptNumber(number),
                Optional.of(share.student()),
                payment.date(),
                share.received(),
                share.rounding(),
                share.charges(),
                Optional.of(payment.method()),
                payment.reference(),
                payment.cashier(),
                Optional.of(now),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * The values of a new row. Without charges, the money is received on account. The numbers of the charges are kept in the description.
     *
     * @param lead the first row of the receipt; empty for this one
     */
    private static Sql row(Payment payment, Share share, OptionalInt lead, String name, int number, Instant now) {
        EntryKind kind = share.charges().isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT;
        return Sql.of("""
                (:kind, :student, :studentName, :grade, :homeroom, :date, :name,
                  :charges, :total, :number, :method, :reference, :key, :lead, :now, :user)
                """)
                .with("kind", kind.code())
                .with("student", share.student().number().journalNumber())
                .with("studentName", share.student().name())
                .with("grade", share.student().grade())
                .with("homeroom", share.student().homeroom())
                .with("date", payment.date())
                .with("name", name)
                .with("charges", share.ids().stream().map(ChargeId::toString).collect(Collectors.joining(",")))
                .with("total", share.received().negated().amount())
                .with("number", number)
                .with("method", payment.method().keyword())
                .with("reference", payment.reference())
                .with("key", lead.isPresent() ? null : payment.key().toString())
                .with("lead", lead.isPresent() ? lead.getAsInt() : null)
                .with("now", UtcTimestamp.text(now))
                .with("user", payment.cashier());
    }

    /** @return the ids of the new rows, in their sequence */
    private List<Integer> insert(List<Sql> rows) {
        return Sql.of("""
                INSERT INTO fees_jrl (trans_type, studnum, student_name, student_grade, student_homeroom, trans_date, name,
                  description, total, paid_id, method, reference, request_key, lead_id, recorded_at, recorded_by)
                VALUES {rows}
                RETURNING id
                """).part("rows", Sql.joined(",\n", rows)).numbers(em);
    }

    /** @param charges those that each row settles, by its id */
    private void settle(Map<Integer, List<ChargeId>> charges) {
        List<Long> all = charges.values().stream()
                .flatMap(List::stream)
                .map(ChargeId::value)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        int settled = Sql.of("""
                UPDATE fees_jrl j SET j.paid_id = CASE {payments} END
                WHERE j.trans_type = :CHARGE AND {unsettled} AND j.id IN (:charges)
                """)
                .part("payments", Sql.joined(" ", cases(charges)))
                .part("unsettled", JournalIndex.UNSETTLED)
                .with("charges", all)
                .update(em);
        if (settled != all.size()) {
            throw new IllegalStateException("Another program settled a charge of this account at the same time: "
                    + settled + " of " + all.size());
        }
    }

    private static List<Sql> cases(Map<Integer, List<ChargeId>> charges) {
        return charges.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> Sql.of("WHEN j.id IN (:charges) THEN :payment")
                        .with(
                                "charges",
                                each.getValue().stream().map(ChargeId::value).toList())
                        .with("payment", each.getKey()))
                .toList();
    }
}
