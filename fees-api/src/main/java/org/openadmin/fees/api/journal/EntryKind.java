package org.openadmin.fees.api.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of the journal is. */
public enum EntryKind {
    /** A fee billed to a student; adds to what is owed. */
    CHARGE("chg"),
    /** Money received that settled charges. */
    PAYMENT("pay"),
    /** Money received on account. */
    ON_ACCOUNT("roa"),
    /** A charge cancelled. */
    REVERSAL("rev"),
    /** A charge that the school gave up, for a bursary or hardship. */
    WAIVER("waive"),
    /** Credit paid back. */
    REFUND("refund"),
    /** A payment that was a mistake or that the bank did not honour, taken back. */
    VOID("void"),
    /** A row of another program with a type that is none of ours. */
    OTHER("");

    private final String code;

    EntryKind(String code) {
        this.code = code;
    }

    /** The journal's code for it, {@code trans_type}; empty for {@link #OTHER}. */
    public String code() {
        return code;
    }

    /** The kind with this code, in any case; {@link #OTHER} when there is none. */
    public static EntryKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.code.equalsIgnoreCase(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** The kind with this name or code, such as {@code charge} or {@code chg}. */
    public static Optional<EntryKind> named(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(kind ->
                        kind.name().equals(name) || !kind.code.isEmpty() && kind.code.equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** Whether a row of this kind carries a receipt number. */
    public boolean isReceipt() {
        return this == PAYMENT || this == ON_ACCOUNT;
    }
}
