package org.openadmin.fees.internal.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** Money received, with its receipt number: a payment, or received on account. */
@Entity
public abstract class ReceiptRow extends JournalRow {

    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\D+");
    private static final int LONGEST_NUMBER = 9;

    /** Served by the index fees_jrl_kind; unique among our own rows by fees_jrl_receipt. */
    @Column(name = "paid_id", updatable = false)
    Integer receiptNumber;

    @Column(updatable = false)
    String method;

    @Column(updatable = false)
    String reference;

    /**
     * A new row.
     *
     * @param charges the charges that the money settles; without any it is received on account
     * @param name the journal's word for a payment, in the school's language
     */
    public static ReceiptRow of(
            PaymentRequest request,
            StudentSnapshot student,
            Collection<ChargeId> charges,
            String name,
            int receiptNumber,
            Instant now) {
        ReceiptRow row = charges.isEmpty() ? new OnAccountRow() : new PaymentRow();
        row.student = request.student().value();
        row.date = request.date();
        row.name = name;
        row.description = listed(charges);
        row.total = request.received().negated().amount();
        row.studentName = student.name();
        row.studentGrade = student.grade();
        row.studentHomeroom = student.homeroom();
        row.recordedAt = UtcTimestamp.text(now);
        row.recordedBy = request.actor().name();
        row.requestKey = request.key().toString();
        row.method = request.method().word();
        row.reference = request.reference();
        row.receiptNumber = receiptNumber;
        return row;
    }

    /** The charges that the description lists; in old rows too. */
    public final List<Integer> settled() {
        return settled(text(description));
    }

    /** The numbers in the description of a payment. */
    public static List<Integer> settled(String description) {
        return Arrays.stream(NOT_A_NUMBER.split(description))
                .filter(number -> !number.isEmpty() && number.length() <= LONGEST_NUMBER)
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    private static String listed(Collection<ChargeId> charges) {
        return charges.stream().sorted().map(ChargeId::toString).collect(Collectors.joining(","));
    }

    public final Receipt toRecord(
            Currency currency, List<Charge> settled, StudentLookup today, Optional<LocalDate> voided) {
        return new Receipt(
                new ReceiptNumber(receiptNumber),
                studentOfRecord(today),
                day(),
                Money.of(total.negate(), currency),
                settled,
                Optional.ofNullable(method).map(PaymentMethod::named),
                text(reference),
                text(recordedBy),
                Optional.ofNullable(recordedAt).map(UtcTimestamp::instant),
                voided);
    }
}
