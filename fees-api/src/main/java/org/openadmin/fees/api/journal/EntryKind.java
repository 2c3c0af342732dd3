package org.openadmin.fees.api.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/** The kind of a journal row. */
public enum EntryKind {
    /** A fee billed to a student; increases what the student owes. */
    CHARGE("chg"),
    /** Money received that settled charges. */
    PAYMENT("pay"),
    /** Money received on account. */
    ON_ACCOUNT("roa"),
    /** The reversal of a charge. */
    REVERSAL("rev"),
    /** A charge that the school has waived, for example because of a bursary or hardship. */
    WAIVER("waive"),
    /** Credit paid back. */
    REFUND("refund"),
    /** The void of a payment that was recorded by mistake or that the bank did not honour. */
    VOID("void"),
    /** What a sum was rounded by that was paid, or paid back, in cash; negative if the student owes less. */
    ROUNDING("round"),
    /** The opposite of a charge that was split into parts, or of parts that were put together again; the new charges are beside it. */
    SPLIT("split"),
    /** The opposite of a student's charge that a payer owes from now on; the payer's charge is beside it. */
    TRANSFER("xfer"),
    /** Credit that was moved to another account, or came from there. */
    MOVE("move"),
    /** Credit that was brought along from an older system. */
    OPENING("open"),
    /** A row of another program, with a type that this module does not use. */
    OTHER("");

    private final String code;

    EntryKind(String code) {
        this.code = code;
    }

    /** The code in the journal column {@code trans_type}; empty for {@link #OTHER}. */
    public String code() {
        return code;
    }

    /** Returns the kind with this code, ignoring case, or {@link #OTHER} if there is none. */
    public static EntryKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.code.equalsIgnoreCase(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns the kind with this name or code, such as {@code charge} or {@code chg}. */
    public static Optional<EntryKind> find(String keyword) {
        String name = keyword.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(kind ->
                        kind.name().equals(name) || !kind.code.isEmpty() && kind.code.equalsIgnoreCase(keyword.strip()))
                .findFirst();
    }

    /**
     * Whether a row of this kind belongs with the charges, as in the columns of a statement; all others are money received
     * or paid back, or what its cash was rounded by.
     *
     * @param total the total of the row, which decides for {@link #OTHER}
     */
    public boolean isCharged(Money total) {
        return switch (this) {
            case CHARGE, REVERSAL, WAIVER, SPLIT, TRANSFER -> true;
            case PAYMENT, ON_ACCOUNT, VOID, REFUND, ROUNDING, MOVE, OPENING -> false;
            case OTHER -> total.isPositive();
        };
    }

    /**
     * Whether a row of this kind only rearranges what is owed or on account, together with others of its date: all of them add up to
     * zero, also with the charges that they made. Nothing was charged, and nothing received.
     */
    public boolean rearranges() {
        return this == SPLIT || this == TRANSFER || this == MOVE;
    }

    /** Whether rows of this kind have a receipt number. */
    public boolean isReceipt() {
        return this == PAYMENT || this == ON_ACCOUNT;
    }
}
