package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** A wish to correct the journal. Each correction is a new row, or several, that name what they correct. */
public sealed interface CorrectionRequest {

    /** The longest reason. */
    int LONGEST_REASON = 255;

    RequestKey key();

    Actor actor();

    /** The date of the new rows; not before the date of what they correct. */
    LocalDate date();

    /** Why; kept with each row. Up to 255 characters, and may be empty, but for a waiver. */
    String reason();

    /** The role that it needs. */
    Role needed();

    /** Cancels one charge. If it was paid, that money becomes credit. Needs {@code fees-bill}. */
    record Cancel(RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason)
            implements CorrectionRequest {
        public Cancel {
            reason = checked(key, actor, date, reason);
            Objects.requireNonNull(charge, "charge");
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Undoes a whole assessment: cancels each of its charges that was neither cancelled nor waived yet. If some were paid, that
     * money becomes credit. Needs {@code fees-bill}.
     */
    record Undo(RequestKey key, Actor actor, BatchNumber batch, LocalDate date, String reason)
            implements CorrectionRequest {
        public Undo {
            reason = checked(key, actor, date, reason);
            Objects.requireNonNull(batch, "batch");
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /** Gives up an outstanding charge, for a bursary or hardship; the reason must be said. Needs {@code fees-bill}. */
    record Waive(RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason)
            implements CorrectionRequest {
        public Waive {
            reason = checked(key, actor, date, reason);
            Objects.requireNonNull(charge, "charge");
            TextRules.required(Field.REASON, reason, LONGEST_REASON);
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Takes back a payment that was a mistake or that the bank did not honour. Its charges are outstanding again; when credit
     * would go below zero, the charges settled last are too. The receipt number stays used. Needs {@code fees-cashier}.
     */
    record VoidReceipt(RequestKey key, Actor actor, ReceiptNumber receipt, LocalDate date, String reason)
            implements CorrectionRequest {
        public VoidReceipt {
            reason = checked(key, actor, date, reason);
            Objects.requireNonNull(receipt, "receipt");
        }

        @Override
        public Role needed() {
            return Role.CASHIER;
        }
    }

    /**
     * Pays credit back. Needs {@code fees-cashier}.
     *
     * @param amount the money that goes back, above zero, not more than the credit
     * @param reference the number of the cheque, the transfer and the like, up to 64 characters; may be empty
     */
    record Refund(
            RequestKey key,
            Actor actor,
            StudentNumber student,
            Money amount,
            PaymentMethod method,
            String reference,
            LocalDate date,
            String reason)
            implements CorrectionRequest {

        private static final int LONGEST_REFERENCE = 64;

        public Refund {
            reason = checked(key, actor, date, reason);
            Objects.requireNonNull(student, "student");
            amount.requireReceivable();
            Objects.requireNonNull(method, "method");
            reference = TextRules.optional(Field.REFERENCE, reference, LONGEST_REFERENCE);
        }

        @Override
        public Role needed() {
            return Role.CASHIER;
        }
    }

    private static String checked(RequestKey key, Actor actor, LocalDate date, String reason) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.require(date);
        return TextRules.optional(Field.REASON, reason, LONGEST_REASON);
    }
}
