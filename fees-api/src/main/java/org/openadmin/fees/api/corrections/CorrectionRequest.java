package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A request to correct the journal. A correction adds one or more rows, each of which refers to the row that it
 * corrects.
 */
public sealed interface CorrectionRequest {

    /** The maximum length of a reason, in characters. */
    int MAX_REASON_LENGTH = 255;

    RequestKey key();

    Actor actor();

    /**
     * The date of the new rows. It must not be before the date of the rows that they correct, and not later than today or
     * that date, whichever is later.
     */
    LocalDate date();

    /** The reason, stored with each row: up to 255 characters. It may be empty, except for a waiver and a refund. */
    String reason();

    /** What the user has confirmed; not part of the correction, so a repeated request may differ in it. */
    Set<Confirmation> confirmed();

    /** The role that the request requires, unless the configuration allows another one. */
    Role needed();

    /** Reverses one charge. If it was paid, the money becomes credit. Requires the role {@code fees-bill}. */
    record Cancel(
            RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason, Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public Cancel {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(charge, "charge");
        }

        /** A request in which nothing unusual is confirmed. */
        public Cancel(RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason) {
            this(key, actor, charge, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Undoes an assessment: reverses each of its charges, or of the parts of these, that has not been reversed or waived yet. Money that was paid
     * for them becomes credit. Requires the role {@code fees-bill}.
     *
     * @param students whose charges to reverse; empty for all of them
     */
    record Undo(
            RequestKey key,
            Actor actor,
            BatchNumber batch,
            Set<StudentNumber> students,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public Undo {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            students = Set.copyOf(students);
            Objects.requireNonNull(batch, "batch");
        }

        /** A request to undo the whole assessment. */
        public Undo(
                RequestKey key,
                Actor actor,
                BatchNumber batch,
                LocalDate date,
                String reason,
                Set<Confirmation> confirmed) {
            this(key, actor, batch, Set.of(), date, reason, confirmed);
        }

        /** A request to undo the whole assessment in which nothing unusual is confirmed. */
        public Undo(RequestKey key, Actor actor, BatchNumber batch, LocalDate date, String reason) {
            this(key, actor, batch, date, reason, Set.of());
        }

        /** Whether a charge of this account is to be reversed. */
        public boolean includes(AccountNumber account) {
            return students.isEmpty() || students.stream().anyMatch(account::equals);
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Waives an outstanding charge, or a part of it, for example because of a bursary or hardship. For a part, the charge is split in
     * two in the same act: the first part stays outstanding, the second is waived. A reason is required: one of the school's codes if
     * it has configured any, otherwise in words. Requires the role {@code fees-bill}.
     *
     * @param amount how much of the charge is waived, above zero; empty for all of it
     * @param code the school's code for the reason; empty if it has none
     */
    record Waive(
            RequestKey key,
            Actor actor,
            ChargeId charge,
            Optional<Money> amount,
            Optional<ReasonCode> code,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public Waive {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(charge, "charge");
            amount.ifPresent(Money::requireReceivable);
            if (code.isEmpty()) {
                TextRules.required(Field.REASON, reason, MAX_REASON_LENGTH);
            }
        }

        /** A request to waive the whole charge, without a code. */
        public Waive(
                RequestKey key,
                Actor actor,
                ChargeId charge,
                LocalDate date,
                String reason,
                Set<Confirmation> confirmed) {
            this(key, actor, charge, Optional.empty(), Optional.empty(), date, reason, confirmed);
        }

        /** A request to waive the whole charge, without a code, in which nothing unusual is confirmed. */
        public Waive(RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason) {
            this(key, actor, charge, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Splits an outstanding charge into parts, which are outstanding instead of it: nothing is charged or received. Requires the role
     * {@code fees-bill}.
     */
    record Split(
            RequestKey key,
            Actor actor,
            ChargeId charge,
            PartPlan parts,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public Split {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(charge, "charge");
            Objects.requireNonNull(parts, "parts");
        }

        /** A request in which nothing unusual is confirmed. */
        public Split(RequestKey key, Actor actor, ChargeId charge, PartPlan parts, LocalDate date, String reason) {
            this(key, actor, charge, parts, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Puts the parts of a charge together again while all of them are outstanding: they become one charge with the amounts and the due
     * date of the charge that was split. Requires the role {@code fees-bill}.
     *
     * @param charge any of the parts
     */
    record PutTogether(
            RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason, Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public PutTogether {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(charge, "charge");
        }

        /** A request in which nothing unusual is confirmed. */
        public PutTogether(RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason) {
            this(key, actor, charge, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Voids a payment that was recorded by mistake or that the bank did not honour. Its charges become outstanding
     * again. If the credit would fall below zero, the charges that were settled last become outstanding too. The
     * receipt number is not reused. Requires the role {@code fees-cashier}, and what a sale requires if the goods came back.
     *
     * @param goods whether what was sold with the payment came back; if so, each charge that was made for it, and each part of one, is
     *     reversed in the same transaction, unless it was corrected before
     */
    record VoidReceipt(
            RequestKey key,
            Actor actor,
            ReceiptNumber receipt,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed,
            SoldGoods goods)
            implements CorrectionRequest {
        public VoidReceipt {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(receipt, "receipt");
            Objects.requireNonNull(goods, "goods");
        }

        /** A request to void a receipt with which nothing was sold. */
        public VoidReceipt(
                RequestKey key,
                Actor actor,
                ReceiptNumber receipt,
                LocalDate date,
                String reason,
                Set<Confirmation> confirmed) {
            this(key, actor, receipt, date, reason, confirmed, SoldGoods.NOT_STATED);
        }

        /** A request in which nothing unusual is confirmed. */
        public VoidReceipt(RequestKey key, Actor actor, ReceiptNumber receipt, LocalDate date, String reason) {
            this(key, actor, receipt, date, reason, Set.of());
        }

        /** The same request, in which it is stated whether the goods came back. */
        public VoidReceipt stating(SoldGoods stated) {
            return new VoidReceipt(key, actor, receipt, date, reason, confirmed, stated);
        }

        @Override
        public Role needed() {
            return Role.CASHIER;
        }
    }

    /**
     * Records that the bank returned a payment: a cheque without sufficient funds, a returned e-transfer or pre-authorised debit. The
     * receipt is voided as by {@link VoidReceipt}, the fee is charged, and the account is cash only until a day, all in one. Requires the
     * role {@code fees-bill}; {@code fees-cashier} is enough where the configuration names a fee and it is this one.
     *
     * @param fee the amount to charge for it, before taxes; zero for none, at most 99,999,999.99
     * @param cashOnlyUntil the last day on which the account is cash only, not before the date; empty if it is not to be
     */
    record ReturnPayment(
            RequestKey key,
            Actor actor,
            ReceiptNumber receipt,
            Money fee,
            Optional<LocalDate> cashOnlyUntil,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public ReturnPayment {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(receipt, "receipt");
            if (!fee.isZero()) {
                fee.requireReceivable();
            }
            for (LocalDate until : cashOnlyUntil.stream().toList()) {
                Dates.require(until, Field.CASH_ONLY_UNTIL);
                if (until.isBefore(date)) {
                    throw new InvalidInputException(Field.CASH_ONLY_UNTIL, Problem.OUT_OF_RANGE, until.toString());
                }
            }
        }

        /** A request in which nothing unusual is confirmed. */
        public ReturnPayment(
                RequestKey key,
                Actor actor,
                ReceiptNumber receipt,
                Money fee,
                Optional<LocalDate> cashOnlyUntil,
                LocalDate date,
                String reason) {
            this(key, actor, receipt, fee, cashOnlyUntil, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Undoes a {@link ReturnPayment}, for example because the wrong receipt was chosen or the bank honoured the payment after all. A void
     * is never undone, so the money is received again, under a new receipt number and on the date of this request; it settles those
     * charges that the return opened and that are still outstanding, as far as it covers them. The fee is reversed unless it was reversed or
     * waived before, as a whole or in parts; parts that were not, and a transfer of the fee, must be corrected first. The account is no
     * longer cash only because of this payment. Requires the role {@code fees-bill}; {@code fees-cashier} is enough where the
     * configuration names a fee.
     *
     * @param receipt the voided receipt of the returned payment
     */
    record UndoReturn(
            RequestKey key,
            Actor actor,
            ReceiptNumber receipt,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public UndoReturn {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(receipt, "receipt");
        }

        /** A request in which nothing unusual is confirmed. */
        public UndoReturn(RequestKey key, Actor actor, ReceiptNumber receipt, LocalDate date, String reason) {
            this(key, actor, receipt, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Pays credit back. A reason is required. Requires the role {@code fees-cashier}.
     *
     * @param amount the money paid back; above zero, and at most the credit on account. Where the school rounds cash, the whole
     *     credit is paid back in cash by its rounded sum, and nothing of it stays on the account
     * @param reference the number of the cheque or transfer, or similar; up to 64 characters, may be empty
     */
    record Refund(
            RequestKey key,
            Actor actor,
            AccountNumber student,
            Money amount,
            PaymentMethod method,
            String reference,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {

        private static final int MAX_REFERENCE_LENGTH = 64;

        public Refund {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(student, "student");
            amount.requireReceivable();
            Objects.requireNonNull(method, "method");
            reference = TextRules.optional(Field.REFERENCE, reference, MAX_REFERENCE_LENGTH);
            TextRules.required(Field.REASON, reason, MAX_REASON_LENGTH);
        }

        /** A request in which nothing unusual is confirmed. */
        public Refund(
                RequestKey key,
                Actor actor,
                AccountNumber student,
                Money amount,
                PaymentMethod method,
                String reference,
                LocalDate date,
                String reason) {
            this(key, actor, student, amount, method, reference, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.CASHIER;
        }
    }

    /**
     * Moves credit from one account to another, such as money that was recorded for the wrong sibling, or left by one who goes. Nothing is
     * paid out: what one account loses the other gains on the same date. It is undone by moving it back. A reason is required. Requires the
     * role {@code fees-cashier}.
     *
     * @param amount the credit that is moved; above zero, and at most the credit of {@code from}
     */
    record MoveCredit(
            RequestKey key,
            Actor actor,
            AccountNumber from,
            AccountNumber to,
            Money amount,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public MoveCredit {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(from, "from");
            if (from.equals(Objects.requireNonNull(to, "to"))) {
                throw new InvalidInputException(Field.STUDENT, Problem.OUT_OF_RANGE, to.toString());
            }
            amount.requireReceivable();
            TextRules.required(Field.REASON, reason, MAX_REASON_LENGTH);
        }

        /** A request in which nothing unusual is confirmed. */
        public MoveCredit(
                RequestKey key,
                Actor actor,
                AccountNumber from,
                AccountNumber to,
                Money amount,
                LocalDate date,
                String reason) {
            this(key, actor, from, to, amount, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.CASHIER;
        }
    }

    /**
     * Transfers an outstanding charge of a student to a payer: the student's charge is settled, and the payer owes the same amounts, due
     * after the usual number of days, but not before the student's charge was. The payer's charge keeps the student's name and nothing
     * else about the student. If the payer is a fund, its credit must cover the charge and pays it at once, with a receipt. Requires the
     * role {@code fees-bill}.
     */
    record Transfer(
            RequestKey key,
            Actor actor,
            ChargeId charge,
            PayerNumber payer,
            LocalDate date,
            String reason,
            Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public Transfer {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(charge, "charge");
            Objects.requireNonNull(payer, "payer");
        }

        /** A request in which nothing unusual is confirmed. */
        public Transfer(
                RequestKey key, Actor actor, ChargeId charge, PayerNumber payer, LocalDate date, String reason) {
            this(key, actor, charge, payer, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Takes a transfer back, for example because a sponsor declines: the student owes the charge again, due as before. What the payer had
     * paid for it becomes the payer's credit. Requires the role {@code fees-bill}.
     *
     * @param charge the student's charge, or that of the payer which came from it
     */
    record TakeBack(
            RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason, Set<Confirmation> confirmed)
            implements CorrectionRequest {
        public TakeBack {
            reason = checked(key, actor, date, reason);
            confirmed = Set.copyOf(confirmed);
            Objects.requireNonNull(charge, "charge");
        }

        /** A request in which nothing unusual is confirmed. */
        public TakeBack(RequestKey key, Actor actor, ChargeId charge, LocalDate date, String reason) {
            this(key, actor, charge, date, reason, Set.of());
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    private static String checked(RequestKey key, Actor actor, LocalDate date, String reason) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.require(date);
        return TextRules.optional(Field.REASON, reason, MAX_REASON_LENGTH);
    }
}
