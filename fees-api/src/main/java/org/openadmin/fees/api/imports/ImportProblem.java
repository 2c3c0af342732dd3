package org.openadmin.fees.api.imports;

import java.util.Objects;

/**
 * What is wrong in a file.
 *
 * @param line the line of the file, from 1
 * @param column the heading of the column, or the name of the OFX element; empty if it is the whole line
 * @param value what is there; up to 60 characters, may be empty
 */
public record ImportProblem(int line, String column, Reason reason, String value) {

    private static final int MAX_VALUE_LENGTH = 60;

    /** Why a file cannot be imported. */
    public enum Reason {
        /** The file is not a text in the expected encoding. */
        ENCODING,
        /** The file is neither a table with headings nor OFX, or it ends too early. */
        BROKEN,
        /** A column that the configuration names is missing. */
        NO_COLUMN,
        /** The line has more or fewer cells than the headings. */
        CELLS,
        /** A cell that a spreadsheet would run. */
        FORMULA,
        NOT_A_DATE,
        /** The day is later than today. */
        FUTURE,
        /** The day is in a month that is closed. */
        CLOSED,
        /** Not a plain number with the decimal sign of the configuration. */
        NOT_AN_AMOUNT,
        DECIMALS,
        /** The amount is zero. */
        ZERO,
        /** The amount is too large for a payment. */
        TOO_LARGE,
        /** The amount is less than zero. */
        NEGATIVE,
        /** There are no coins for the amount. */
        NOT_IN_CASH,
        /** Neither the number of a student nor that of a payer. */
        NOT_AN_ACCOUNT,
        /** Nobody has this number. */
        UNKNOWN_ACCOUNT,
        /** No method of payment has this name. */
        NOT_A_METHOD,
        /** The file has no transaction. */
        EMPTY
    }

    public ImportProblem {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reason, "reason");
        value = value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH);
    }
}
