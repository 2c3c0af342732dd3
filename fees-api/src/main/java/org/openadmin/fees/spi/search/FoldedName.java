package org.openadmin.fees.spi.search;

import java.util.Arrays;
import java.util.List;

/**
 * A person's name for comparing: the folded letters of the last and of the given names, each in one piece, and where the words
 * begin. After an apostrophe begins another word, so that D’Angelo is found as {@code dangelo} and as {@code angelo}.
 */
final class FoldedName {

    /** Between last and given names; no typed text contains it. */
    private static final char END = '\0';

    private static final int MAX_WORDS = Long.SIZE;
    private static final int USUAL_WORDS = 8;

    private final String letters;
    private int[] starts = new int[USUAL_WORDS];
    private final int givenStart;
    private final int lastWords;
    private int words;

    private FoldedName(String last, String given) {
        StringBuilder all = new StringBuilder(last.length() + given.length() + 1);
        add(all, last);
        lastWords = words;
        givenStart = all.append(END).length();
        add(all, given);
        letters = all.toString();
    }

    static FoldedName of(String last, String given) {
        return new FoldedName(last, given);
    }

    /** A name whose last name is not known. */
    static FoldedName of(String whole) {
        return new FoldedName("", whole);
    }

    private void add(StringBuilder all, String text) {
        String plain = TextFolding.isAscii(text) ? text : TextFolding.plain(text);
        boolean within = false;
        for (int i = 0, c; i < plain.length(); i += Character.charCount(c)) {
            c = plain.codePointAt(i);
            boolean letter = TextFolding.isOfWord(c);
            if (letter && !within && words < MAX_WORDS) {
                begin(all.length());
            }
            if (letter) {
                all.appendCodePoint(Character.toLowerCase(c));
            }
            within = letter;
        }
    }

    private void begin(int start) {
        if (words == starts.length) {
            starts = Arrays.copyOf(starts, MAX_WORDS);
        }
        starts[words++] = start;
    }

    String lastLetters() {
        return letters.substring(0, givenStart - 1);
    }

    String givenLetters() {
        return letters.substring(givenStart);
    }

    boolean lastBegins(String beginning) {
        return letters.startsWith(beginning);
    }

    boolean givenBegins(String beginning) {
        return letters.startsWith(beginning, givenStart);
    }

    /** Whether one of the given names after the first, or a middle initial, has this beginning. */
    boolean middleBegins(String beginning) {
        for (int word = lastWords + 1; word < words; word++) {
            if (letters.startsWith(beginning, starts[word])) {
                return true;
            }
        }
        return false;
    }

    boolean lastHas(List<String> beginnings) {
        return has(beginnings, 0, 0, lastWords, 0);
    }

    boolean givenHas(List<String> beginnings) {
        return has(beginnings, 0, lastWords, words, 0);
    }

    /**
     * Whether each of these is the beginning of another word of the name, in any order. Consecutive ones may also be the
     * beginning of a single word, and one may go on into the next word of the name: {@code de la croix} finds Delacroix, and
     * {@code delacroix} finds De La Croix.
     */
    boolean has(List<String> beginnings) {
        return has(beginnings, 0, 0, words, 0);
    }

    /** @param used the words that earlier beginnings cover, a bit each */
    private boolean has(List<String> beginnings, int first, int from, int to, long used) {
        if (first == beginnings.size()) {
            return true;
        }
        StringBuilder joined = new StringBuilder();
        for (int next = first; next < beginnings.size(); next++) {
            String beginning = joined.append(beginnings.get(next)).toString();
            for (int word = from; word < to; word++) {
                if (letters.startsWith(beginning, starts[word])) {
                    long covered = covered(word, starts[word] + beginning.length());
                    if ((covered & used) == 0 && has(beginnings, next + 1, from, to, used | covered)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private long covered(int word, int end) {
        long covered = 0;
        for (int each = word; each < words && starts[each] < end; each++) {
            covered |= 1L << each;
        }
        return covered;
    }
}
