package org.openadmin.fees.api.till;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;

/**
 * Cash that somebody counted.
 *
 * @param pieces how many notes and coins of each value, largest value first and without zeros; empty if only the total is known
 * @param total zero or more, at most 99,999,999.99; the sum of the pieces if there are any
 */
public record CountedCash(List<Pieces> pieces, Money total) {

    /** The largest number of notes or coins of one value. */
    public static final int MAX_PIECES = 9_999;

    private static final Pattern PIECES = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,2})?)x(\\d{1,9})");
    private static final String TIMES = "\\s*[xX×*]\\s*";
    private static final String SEPARATORS = "[,;\\s]+";

    /**
     * Notes or coins of one value.
     *
     * @param value above zero
     * @param number 0 to 9,999
     */
    public record Pieces(Money value, int number) {

        /** @throws InvalidInputException if the number is out of range or the value is not above zero */
        public Pieces {
            if (!value.isPositive() || number < 0 || number > MAX_PIECES) {
                throw new InvalidInputException(
                        Field.COUNT, Problem.OUT_OF_RANGE, value.toPlainString() + "x" + number);
            }
        }

        public Money total() {
            return value.times(number);
        }

        /** Such as {@code 20.00x5}. */
        @Override
        public String toString() {
            return value.toPlainString() + "x" + number;
        }
    }

    /** @throws InvalidInputException if the total is out of range, or a value is given twice */
    public CountedCash {
        Objects.requireNonNull(total, "total");
        pieces = pieces.stream()
                .filter(each -> each.number() > 0)
                .sorted(Comparator.comparing(Pieces::value).reversed())
                .toList();
        if (total.isNegative()) {
            throw new InvalidInputException(Field.COUNT, Problem.OUT_OF_RANGE, total.toPlainString());
        }
        if (total.isPositive()) {
            total.requireReceivable();
        }
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).value().equals(pieces.get(i - 1).value())) {
                throw new InvalidInputException(
                        Field.COUNT, Problem.AMBIGUOUS, pieces.get(i).toString());
            }
        }
        if (!pieces.isEmpty() && !sum(pieces, total.currency()).equals(total)) {
            throw new IllegalArgumentException("The pieces " + pieces + " do not add up to " + total);
        }
    }

    /** Cash of which only the total is known. */
    public static CountedCash of(Money total) {
        return new CountedCash(List.of(), total);
    }

    /** Cash counted by value; a value without pieces may be listed. */
    public static CountedCash of(List<Pieces> pieces, Currency currency) {
        return new CountedCash(pieces, sum(pieces, currency));
    }

    /**
     * Reads a count such as {@code 100x2,20x5,0.25x3}.
     *
     * @throws InvalidInputException if it is not such a text
     */
    public static CountedCash parse(String text, Currency currency) {
        List<Pieces> pieces = new ArrayList<>();
        for (String part : text.strip().replaceAll(TIMES, "x").split(SEPARATORS)) {
            Matcher found = PIECES.matcher(part);
            if (!found.matches()) {
                throw new InvalidInputException(Field.COUNT, Problem.NOT_A_NUMBER, text);
            }
            pieces.add(new Pieces(Money.parse(found.group(1), currency), Integer.parseInt(found.group(2))));
        }
        return of(pieces, currency);
    }

    private static Money sum(List<Pieces> pieces, Currency currency) {
        return pieces.stream().map(Pieces::total).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Checks that there are no pieces but of these values.
     *
     * @throws InvalidInputException if there are
     */
    public CountedCash requireValues(List<Money> values) {
        pieces.stream()
                .filter(each -> !values.contains(each.value()))
                .findFirst()
                .ifPresent(other -> {
                    String known = values.stream().map(Money::toPlainString).collect(Collectors.joining(", "));
                    throw new InvalidInputException(
                            Field.COUNT, Problem.UNKNOWN, other.value().toPlainString() + " (known: " + known + ")");
                });
        return this;
    }

    /** The pieces as text that {@link #parse} reads, such as {@code 100.00x2 20.00x5}; empty if only the total is known. */
    public String text() {
        return pieces.stream().map(Pieces::toString).collect(Collectors.joining(" "));
    }
}
