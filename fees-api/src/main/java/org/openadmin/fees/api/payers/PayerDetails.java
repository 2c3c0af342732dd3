package org.openadmin.fees.api.payers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.TextRules;

/**
 * How a payer is reached, and what its invoices show. All texts are trimmed.
 *
 * @param name up to {@value #MAX_NAME_LENGTH} characters
 * @param address the lines of the postal address, at most {@value #MAX_LINES}; may be empty
 * @param email may be empty
 * @param language of its documents; empty for the school's
 * @param authorization the number or text under which the payer pays, printed on its invoices; may be empty
 */
public record PayerDetails(
        String name, List<String> address, String email, Optional<Locale> language, String authorization) {

    public static final int MAX_NAME_LENGTH = 255;
    public static final int MAX_LINES = 6;
    public static final int MAX_LINE_LENGTH = 150;
    public static final int MAX_EMAIL_LENGTH = 254;
    public static final int MAX_AUTHORIZATION_LENGTH = 255;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    /** @throws InvalidInputException if the name is missing, or a text is too long or not valid */
    public PayerDetails {
        name = TextRules.required(Field.NAME, name, MAX_NAME_LENGTH);
        address = address.stream()
                .map(line -> TextRules.optional(Field.ADDRESS, line, MAX_LINE_LENGTH))
                .filter(line -> !line.isEmpty())
                .toList();
        if (address.size() > MAX_LINES) {
            throw new InvalidInputException(Field.ADDRESS, Problem.OUT_OF_RANGE, String.join("; ", address));
        }
        email = TextRules.optional(Field.EMAIL, email, MAX_EMAIL_LENGTH);
        if (!email.isEmpty() && !email.matches("[^\\s@<>,;]+@[^\\s@<>,;]+")) {
            throw new InvalidInputException(Field.EMAIL, Problem.UNKNOWN, email);
        }
        language.filter(locale -> !LANGUAGES.contains(locale)).ifPresent(other -> {
            throw new InvalidInputException(Field.LANGUAGE, Problem.UNKNOWN, other.toLanguageTag());
        });
        authorization = TextRules.optional(Field.AUTHORIZATION, authorization, MAX_AUTHORIZATION_LENGTH);
    }

    /** A payer of whom only the name is given. */
    public static PayerDetails named(String name) {
        return new PayerDetails(name, List.of(), "", Optional.empty(), "");
    }

    /**
     * The language that was typed: {@code en} or {@code fr}; none if it is empty.
     *
     * @throws InvalidInputException if it is another
     */
    public static Optional<Locale> language(String typed) {
        String tag = typed.strip().toLowerCase(Locale.ROOT);
        return tag.isEmpty()
                ? Optional.empty()
                : Optional.of(LANGUAGES.stream()
                        .filter(locale -> locale.getLanguage().equals(tag))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException(Field.LANGUAGE, Problem.UNKNOWN, typed)));
    }
}
