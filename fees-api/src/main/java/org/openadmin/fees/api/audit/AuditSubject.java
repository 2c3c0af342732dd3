package org.openadmin.fees.api.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command was about, or what it made, by number: no name is in the log.
 *
 * @param number such as that of the student; old data can have a student number below 1
 */
public record AuditSubject(Kind kind, long number) {

    private static final Pattern FORM = Pattern.compile("([a-z]+(?:-[a-z]+)?)[\\s:-]\\s*(-?\\d{1,18})");

    /** What is numbered. */
    public enum Kind {
        STUDENT("student"),
        PAYER("payer"),
        CHARGE("charge"),
        RECEIPT("receipt"),
        ASSESSMENT("assessment"),
        /** A predefined fee. */
        FEE("fee"),
        /** A run of invoices. */
        RUN("run"),
        /** The closing or reopening of a month. */
        CLOSING("closing"),
        /** A count of a drawer. */
        COUNT("count"),
        DEPOSIT("deposit"),
        /** A posting to the books. */
        POSTING("posting"),
        /** A note on an account. */
        NOTE("note"),
        IMPORT("import"),
        /** A transaction of the bank that was imported. */
        LINE("line"),
        /** A cover: what a payer pays for a student. */
        COVER("cover"),
        /** A cover run. */
        COVER_RUN("cover-run");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code in the table, in CSV files, in commands and in addresses. */
        public String code() {
            return code;
        }

        /** Returns the kind with this code, or empty if there is none. */
        public static Optional<Kind> find(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst();
        }
    }

    public AuditSubject {
        Objects.requireNonNull(kind, "kind");
    }

    /** Reads a text such as {@code receipt 12}, {@code receipt:12} or {@code receipt-12}; empty if it is none. */
    public static Optional<AuditSubject> read(String text) {
        Matcher found = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return found.matches()
                ? Kind.find(found.group(1)).map(kind -> new AuditSubject(kind, Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    /** Such as {@code receipt 12}. */
    @Override
    public String toString() {
        return kind.code() + " " + number;
    }
}
