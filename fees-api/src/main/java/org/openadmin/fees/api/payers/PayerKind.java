package org.openadmin.fees.api.payers;

import java.util.Arrays;
import java.util.Locale;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** What kind of account a payer has. */
public enum PayerKind {
    /** A band or an agency, which is billed for students. */
    SPONSOR("sponsor"),
    /** A bursary fund: it never owes, and pays only from its donations. */
    FUND("fund"),
    /** Somebody who pays for a child beside the family's own account, such as the other parent. */
    PERSON("person");

    private final String code;

    PayerKind(String code) {
        this.code = code;
    }

    /** The word for it in the database, on the shell and in files. */
    public String code() {
        return code;
    }

    /** Whether it can owe money. A fund cannot: a charge is transferred to it only if its credit covers the charge. */
    public boolean mayOwe() {
        return this != FUND;
    }

    /** @throws InvalidInputException if it is not the word of a kind */
    public static PayerKind parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Field.PAYER_KIND, Problem.UNKNOWN, text));
    }
}
