package org.openadmin.fees.internal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes a field of e-mail addresses apart as people fill it in: {@code m@x.example / d@x.example},
 * {@code Mum <m@x.example>}, with the invisible blanks that word processors add. It only removes what is certainly no part of
 * an address; whether the rest are addresses is checked afterwards.
 */
final class AddressField {

    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final String SEPARATORS = "[,;/|\\s]+";
    private static final Set<String> JOINING_WORDS = Set.of("&", "+", "and", "et", "or", "ou");
    private static final String MAILTO = "mailto:";
    private static final String OPENING_QUOTES = "\"'“‘«‹";
    private static final String CLOSING_QUOTES = "\"'”’»›";

    private AddressField() {}

    /** The parts that should be addresses, in their order; empty for a blank field. */
    static List<String> parts(String field) {
        String visible = visible(field);
        List<String> parts = new ArrayList<>();
        Matcher brackets = IN_BRACKETS.matcher(visible);
        int from = 0;
        while (brackets.find()) {
            parts.addAll(plain(withoutName(visible.substring(from, brackets.start()))));
            parts.add(bare(brackets.group(1).strip()));
            from = brackets.end();
        }
        parts.addAll(plain(visible.substring(from)));
        return parts;
    }

    /** Without the characters that nobody sees, and with a simple blank for each kind of blank. */
    private static String visible(String field) {
        return field.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isSpaceChar(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * What precedes an address in angle brackets, without the name that belongs to it: everything after the last other address.
     * A name may contain a comma, as in {@code Tremblay, Marie <m@x.example>}.
     */
    private static String withoutName(String text) {
        int at = text.lastIndexOf('@');
        int end = at + 1;
        while (end < text.length() && !text.substring(end, end + 1).matches(SEPARATORS)) {
            end++;
        }
        return at < 0 ? "" : text.substring(0, end);
    }

    private static List<String> plain(String text) {
        return List.of(text.split(SEPARATORS)).stream()
                .filter(part -> !part.isEmpty() && !JOINING_WORDS.contains(part.toLowerCase(Locale.ROOT)))
                .map(AddressField::bare)
                .collect(Collectors.toList());
    }

    /** Without quotes around it and without the scheme of a link. */
    private static String bare(String part) {
        int last = part.length() - 1;
        boolean quoted = last > 0
                && OPENING_QUOTES.indexOf(part.charAt(0)) >= 0
                && CLOSING_QUOTES.indexOf(part.charAt(last)) >= 0;
        String bare = quoted ? part.substring(1, last) : part;
        return bare.regionMatches(true, 0, MAILTO, 0, MAILTO.length()) ? bare.substring(MAILTO.length()) : bare;
    }
}
