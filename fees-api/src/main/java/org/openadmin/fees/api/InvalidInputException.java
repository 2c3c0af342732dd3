package org.openadmin.fees.api;

import java.io.Serial;

/** A value that was entered or passed in is not valid. Gives the field, the problem and the value. */
public final class InvalidInputException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The field that the value was entered in. */
    public enum Field {
        NAME("name"),
        DESCRIPTION("description"),
        AMOUNT("amount"),
        DISCOUNT("discount"),
        DATE("date"),
        DUE("due date"),
        DUE_DAYS("number of days until due"),
        TAXES("list of taxes"),
        GROUP("group"),
        VALUES("list of values"),
        PROFILE("profile"),
        STUDENT("student number"),
        ACCOUNT("account number"),
        CHARGES("charge number"),
        PARTS("number of parts"),
        YEAR_LIMIT("yearly limit"),
        PERIOD("period"),
        JOINED("day of joining"),
        QUANTITY("quantity"),
        METHOD("method"),
        REFERENCE("reference"),
        REASON("reason"),
        REASON_CODE("reason code"),
        MONTH("month"),
        RECEIPT("receipt number"),
        PREDEFINED("predefined fee number"),
        RUN("run number"),
        REFUND("refund number"),
        COUNT("count of cash"),
        FLOAT("float"),
        CASHIER("cashier"),
        DEPOSIT("deposit number"),
        POSTING("posting number"),
        FORMAT("format"),
        EMAIL("e-mail address"),
        ADDRESS("address"),
        LANGUAGE("language"),
        AUTHORIZATION("authorization"),
        PAYER("payer"),
        PAYER_KIND("kind of payer"),
        COVER("cover number"),
        PERCENT("percentage"),
        NOTE("note number"),
        NOTE_TEXT("note"),
        CASH_ONLY_UNTIL("day until which only cash is taken"),
        IMPORT("import number"),
        IMPORT_KIND("kind of import"),
        BANK_LINE("line number"),
        FILE("file"),
        KEY("request key");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /** The English name of the field, as used in the shell. */
        public String label() {
            return label;
        }
    }

    /** The reason why the value is not valid. */
    public enum Problem {
        MISSING("is missing"),
        NOT_A_NUMBER("is not a plain number such as 12.50"),
        PERCENTAGE("is a percentage and not an amount"),
        AMBIGUOUS("can be read in two ways"),
        /** A discount that is a number without a percent sign and without cents. */
        PERCENT_OR_AMOUNT("may be a percentage or an amount; write a percentage as 10%, an amount as 10.00"),
        /** A discount that is not less than the amount. */
        LEAVES_NOTHING("leaves nothing to charge"),
        /** An amount that is less than the taxes it would include, with rates that no school has. */
        LESS_THAN_TAXES("is too small to include these taxes"),
        NOT_POSITIVE("must be more than zero"),
        /** Not less than the charge of which a part is to be paid. */
        NOT_LESS_THAN_CHARGE("is not less than the charge, which is {0}"),
        /** More than the charge that is to be waived. */
        MORE_THAN_CHARGE("is more than the charge, which is {0}"),
        /** An amount that cannot change hands in cash, because there are no such coins. */
        NOT_IN_CASH("cannot be counted out in cash; the nearest sum is {0}"),
        TOO_MANY_DECIMALS("has more decimals than the school's currency"),
        TOO_LARGE("is more than 99999999.99"),
        TOO_LONG("is too long"),
        NOT_A_DATE("is not a valid date such as 2026-09-08"),
        OUT_OF_RANGE("is out of range"),
        /** A due date of a part that is before that of the part before it. */
        OUT_OF_SEQUENCE("is before the one before it"),
        UNKNOWN("is not recognized"),
        CONTROL_CHARACTER("contains a line break or another invisible character");

        private final String description;

        Problem(String description) {
            this.description = description;
        }
    }

    private final Field field;
    private final Problem problem;
    private final String value;
    private final String proposal;

    /** @param value the value as it was entered; empty if there was none */
    public InvalidInputException(Field field, Problem problem, String value) {
        this(field, problem, value, "");
    }

    /**
     * @param value the value as it was entered; empty if there was none
     * @param proposal what was probably meant, as it should be entered; empty if that is not known
     */
    public InvalidInputException(Field field, Problem problem, String value, String proposal) {
        super("The " + field.label + (value.isEmpty() ? "" : " \"" + shortened(value) + "\"") + " "
                + description(field, problem).replace("{0}", proposal) + ".");
        this.field = field;
        this.problem = problem;
        this.value = value;
        this.proposal = proposal;
    }

    public Field field() {
        return field;
    }

    public Problem problem() {
        return problem;
    }

    public String value() {
        return value;
    }

    /** What was probably meant, as it should be entered; empty if that is not known. */
    public String proposal() {
        return proposal;
    }

    private static String description(Field field, Problem problem) {
        if (field == Field.DISCOUNT && problem == Problem.NOT_A_NUMBER) {
            return "is neither a percentage such as 12.5% nor an amount such as 5.00";
        }
        if (field == Field.DISCOUNT && problem == Problem.TOO_MANY_DECIMALS) {
            return "has more than four decimals";
        }
        boolean money = field == Field.AMOUNT || field == Field.DISCOUNT || field == Field.FLOAT;
        if (field == Field.MONTH && problem == Problem.NOT_A_DATE) {
            return "is not a valid month such as 2026-09";
        }
        if (field == Field.DUE_DAYS && problem == Problem.OUT_OF_RANGE) {
            return "is not between 0 and 365";
        }
        if (field == Field.QUANTITY && problem == Problem.OUT_OF_RANGE) {
            return "is not between 1 and 99";
        }
        if (field == Field.YEAR_LIMIT && problem == Problem.OUT_OF_RANGE) {
            return "is less than the price of one charge, which is {0}";
        }
        if (field == Field.JOINED && problem == Problem.OUT_OF_SEQUENCE) {
            return "is after the last day that the fee is for";
        }
        if (field == Field.PERIOD && problem == Problem.OUT_OF_SEQUENCE) {
            return "ends before it begins";
        }
        if (field == Field.PARTS && problem == Problem.OUT_OF_RANGE) {
            return "is not between 2 and 60, or leaves less than a cent for each part";
        }
        if (field == Field.ACCOUNT && problem == Problem.NOT_A_NUMBER) {
            return "is neither a student number such as 460 nor the number of a payer such as P12";
        }
        if (field == Field.COUNT && problem == Problem.NOT_A_NUMBER) {
            return "is not a count such as 100x2,20x5";
        }
        return problem == Problem.NOT_A_NUMBER && !money ? "is not a whole number" : problem.description;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "…";
    }
}
