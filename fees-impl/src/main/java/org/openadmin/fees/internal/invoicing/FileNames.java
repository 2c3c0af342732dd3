package org.openadmin.fees.internal.invoicing;

import java.text.Normalizer;
import java.util.Locale;
import org.openadmin.fees.spi.search.TextFolding;

/** Names of attached files, in the characters that every system accepts. */
final class FileNames {

    private static final int FIRST_NON_ASCII = 0x80;

    private FileNames() {}

    /**
     * A name in letters and digits of English with hyphens between its words: {@code Łukasik} is {@code Lukasik}, {@code Þór}
     * is {@code Thor}, and {@code L’Écuyer} is {@code L-Ecuyer}. Empty if it has none, as in other scripts.
     */
    static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(
                        c -> ascii.append(c < FIRST_NON_ASCII ? Character.toString(c) : letter(Character.toString(c))));
        return ascii.toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    private static String letter(String letter) {
        String folded = TextFolding.plain(letter);
        boolean capital = letter.codePoints().allMatch(Character::isUpperCase) && !folded.isEmpty();
        return capital ? folded.substring(0, 1).toUpperCase(Locale.ROOT) + folded.substring(1) : folded;
    }
}
