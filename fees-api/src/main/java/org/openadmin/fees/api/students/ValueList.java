package org.openadmin.fees.api.students;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one way to write a list of values as a line of text, on pages, in the shell, in profiles and in predefined fees:
 * {@code 9 10}, {@code 9, 10} and {@code 9;10} are the same list. A value that contains a space is put in quotation
 * marks: {@code "Room 12" 9A}. Values are equal if they differ only in case, accents or the width of spaces.
 */
public final class ValueList {

    /** The opening quotation marks, each with its closing mark at the same place in {@link #CLOSING}. */
    private static final String OPENING = "\"'“«„";

    private static final String CLOSING = "\"'”»“";
    private static final char APOSTROPHE = '\'';
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** A value, and whether it was in quotation marks. */
    record Word(String text, boolean isQuoted) {}

    private ValueList() {}

    /** Returns the values of the list, in their order, without empty ones. A quotation mark that is not closed ends with the text. */
    public static List<String> split(String text) {
        return words(text).stream().map(Word::text).toList();
    }

    /** Writes the list so that {@link #split} reads the same values. */
    public static String join(Collection<String> values) {
        return values.stream()
                .map(value -> needsQuotes(value) ? quoted(value) : value)
                .collect(Collectors.joining(" "));
    }

    /** Whether both are the same value: case, accents and the width of spaces make no difference. */
    public static boolean isSame(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Returns what all spellings of a value have in common. */
    public static String key(String value) {
        String plain = BLANKS.matcher(value).replaceAll(" ").strip();
        String letters =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        return letters.toLowerCase(Locale.ROOT);
    }

    /** Whether more of the last value could follow, because no separator or closing quotation mark ends the text. */
    public static boolean isOpenEnded(String text) {
        return !text.isEmpty() && !isSeparator(text.charAt(text.length() - 1)) && !endsInQuotes(text);
    }

    private static boolean endsInQuotes(String text) {
        List<Word> words = words(text);
        return !words.isEmpty()
                && words.get(words.size() - 1).isQuoted()
                && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (isSeparator(text.charAt(at))) {
                at++;
                continue;
            }
            int end = quoteEnd(text, at);
            boolean quoted = end >= 0;
            if (!quoted) {
                end = wordEnd(text, at);
            }
            String word = (quoted ? text.substring(at + 1, end) : text.substring(at, end)).strip();
            if (!word.isEmpty()) {
                words.add(new Word(BLANKS.matcher(word).replaceAll(" ").strip(), quoted));
            }
            at = quoted ? end + 1 : end;
        }
        return words;
    }

    /** The place of the closing mark, or the end of the text; -1 if there is no opening mark here. */
    private static int quoteEnd(String text, int start) {
        int mark = OPENING.indexOf(text.charAt(start));
        if (mark < 0) {
            return -1;
        }
        char closing = CLOSING.charAt(mark);
        int end = text.indexOf(closing, start + 1);
        if (closing != APOSTROPHE) {
            return end < 0 ? text.length() : end;
        }
        // an apostrophe inside a word closes nothing
        while (end >= 0 && end + 1 < text.length() && !isSeparator(text.charAt(end + 1))) {
            end = text.indexOf(closing, end + 1);
        }
        return end;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !isSeparator(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean needsQuotes(String value) {
        return value.isEmpty()
                || OPENING.indexOf(value.charAt(0)) >= 0
                || value.chars().anyMatch(c -> isSeparator((char) c));
    }

    static String quoted(String value) {
        for (int mark = 0; mark < OPENING.length(); mark++) {
            if (value.indexOf(CLOSING.charAt(mark)) < 0) {
                return OPENING.charAt(mark) + value + CLOSING.charAt(mark);
            }
        }
        return '"' + value.replace('"', ' ') + '"';
    }
}
