package org.openadmin.fees.api.students;

/**
 * Why a search found a student.
 *
 * @param kind what matched
 * @param text the guardian's name, the e-mail address or the reference that matched; empty for a name or number, which every
 *     result shows
 */
public record MatchedBy(Kind kind, String text) {

    /** What a search compares, in the order of the results; number and name rank equally. */
    public enum Kind {
        NUMBER,
        NAME,
        /** The reference of a payment, such as the number of a cheque. */
        REFERENCE,
        GUARDIAN,
        EMAIL
    }

    public static MatchedBy number() {
        return new MatchedBy(Kind.NUMBER, "");
    }

    public static MatchedBy name() {
        return new MatchedBy(Kind.NAME, "");
    }

    public static MatchedBy reference(String reference) {
        return new MatchedBy(Kind.REFERENCE, reference);
    }

    /** Whether the student's own number or name matched. */
    public boolean isOwn() {
        return kind == Kind.NUMBER || kind == Kind.NAME;
    }
}
