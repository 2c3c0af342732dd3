package org.openadmin.fees.spi.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The names that somebody who mistyped one may have meant. Names are compared folded, word by word: each typed word counts as many
 * mistakes as separate it from the most similar word of the name, or from the beginning of one. A mistake is a letter too many,
 * missing, wrong, or exchanged with its neighbour.
 */
public final class NearestNames {

    private NearestNames() {}

    /** The names with the fewest mistakes, the best first; among equals, the most similar in length, then in their order. */
    public static List<String> of(String typed, Collection<String> names, int limit) {
        record Ranked(String name, int mistakes, int apart) {}
        String wanted = TextFolding.words(typed);
        return names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> {
                    String words = TextFolding.words(name);
                    return new Ranked(name, mistakes(wanted, words), Math.abs(words.length() - wanted.length()));
                })
                .sorted(Comparator.comparingInt(Ranked::mistakes).thenComparingInt(Ranked::apart))
                .map(Ranked::name)
                .limit(limit)
                .toList();
    }

    private static int mistakes(String typed, String name) {
        int byWord = Arrays.stream(typed.split(" "))
                .mapToInt(word -> Arrays.stream(name.split(" "))
                        .mapToInt(other -> Math.min(distance(word, other), distance(word, beginning(other, word))))
                        .min()
                        .orElse(word.length()))
                .sum();
        return Math.min(byWord, distance(typed, name));
    }

    private static String beginning(String word, String typed) {
        return word.substring(0, Math.min(word.length(), typed.length()));
    }

    /** The number of mistakes between two texts: the distance of Damerau and Levenshtein, in which no part is changed twice. */
    static int distance(String one, String other) {
        int[][] mistakes = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                mistakes[i][j] = i == 0 || j == 0 ? i + j : next(mistakes, one, other, i, j);
            }
        }
        return mistakes[one.length()][other.length()];
    }

    private static int next(int[][] mistakes, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(mistakes[i - 1][j - 1] + wrong, Math.min(mistakes[i - 1][j], mistakes[i][j - 1]) + 1);
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(fewest, mistakes[i - 2][j - 2] + 1) : fewest;
    }
}
