package org.openadmin.fees.api;

import java.io.Serial;
import java.time.LocalDate;

/** The date is one that a row of money, a correction or the due date of a charge never has. */
public final class DateNotAllowedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Which limit the date exceeds. */
    public enum Limit {
        /** A payment is dated today at the latest; a post-dated cheque is kept until its date. */
        PAYMENT_AFTER_TODAY,
        /** A correction is dated today at the latest, or on the date of what it corrects if that is later. */
        CORRECTION_TOO_LATE,
        /** A refund is not dated before the credit that it pays back. */
        REFUND_BEFORE_CREDIT,
        /** A charge is due on its date at the earliest. */
        DUE_BEFORE_CHARGE,
        /** Nothing is dated in a closed month, or before it. */
        PERIOD_CLOSED,
        /** A drawer is counted, and money deposited, up to today. */
        TILL_AFTER_TODAY,
        /** The journal is posted to the books up to today. */
        POSTING_AFTER_TODAY,
        /** Figures are of today at the latest. */
        AS_OF_AFTER_TODAY,
        /** What is overdue is counted up to today. */
        REMINDER_AFTER_TODAY,
        /** A receipt is not voided on a day when its money had already been paid back. */
        VOID_BEFORE_MONEY
    }

    private final Limit limit;
    private final LocalDate date;
    private final LocalDate allowed;

    /** @param allowed the nearest date that is allowed */
    public DateNotAllowedException(Limit limit, LocalDate date, LocalDate allowed) {
        super("The date " + date + " is not allowed (" + limit + "): the nearest is " + allowed + ".");
        this.limit = limit;
        this.date = date;
        this.allowed = allowed;
    }

    /**
     * Returns this date if it is not later than the latest.
     *
     * @throws DateNotAllowedException if it is
     */
    public static LocalDate requireNotAfter(LocalDate latest, LocalDate date, Limit limit) {
        if (date.isAfter(latest)) {
            throw new DateNotAllowedException(limit, date, latest);
        }
        return date;
    }

    public Limit limit() {
        return limit;
    }

    public LocalDate date() {
        return date;
    }

    /** The nearest date that is allowed. */
    public LocalDate allowed() {
        return allowed;
    }
}
