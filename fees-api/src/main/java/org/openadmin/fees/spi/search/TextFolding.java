package org.openadmin.fees.spi.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folds texts so that different spellings of a name compare as equal: case, accents, letters that most keyboards lack, every
 * kind of apostrophe and hyphen, and blanks. {@code Łukasik} becomes {@code lukasik}, {@code O’Reilly} becomes
 * {@code oreilly}, and {@code Jean-Baptiste} becomes {@code jean baptiste}.
 */
public final class TextFolding {

    /** Letters that Unicode does not decompose, by what people type for them. Only small letters: case is folded first. */
    private static final Map<Integer, String> LETTERS = letters("""
            a=ɑⱥ ae=æ b=ɓƀ c=ȼƈ d=đðɖɗ e=əɛǝɇ f=ƒ g=ǥɣɠ h=ħ i=ıɨɩ j=ɉ k=ƙĸ l=łƚɫɬ n=ŋɲɳƞ o=øɔɵ oe=œ p=ƥ r=ɍɽ
            s=ſʃ ss=ß t=ŧƭʈⱦ th=þ u=ʉʊ v=ʋ w=ƿ y=ƴɏ z=ƶʒ
            """);

    /** Apostrophes, and the accents, primes and glottal stops that are typed for one or that one is typed for. */
    private static final String APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿˈˊˋʔʕɂꞌ׳＇";

    private static final Set<UnicodeScript> POINTED =
            EnumSet.of(UnicodeScript.INHERITED, UnicodeScript.HEBREW, UnicodeScript.ARABIC, UnicodeScript.SYRIAC);
    private static final int FIRST_NON_ASCII = 0x80;
    private static final int MINUS = '−';
    private static final int TATWEEL = 'ـ';

    private TextFolding() {}

    private static Map<Integer, String> letters(String table) {
        Map<Integer, String> letters = new HashMap<>();
        for (String entry : table.strip().split("\\s+")) {
            String[] plainAndOthers = entry.split("=");
            plainAndOthers[1].codePoints().forEach(letter -> letters.put(letter, plainAndOthers[0]));
        }
        return Map.copyOf(letters);
    }

    /**
     * The text in small letters without accents, with {@code '} for every apostrophe, {@code -} for every hyphen, and single
     * blanks. For texts in which punctuation makes a difference, such as the name of a homeroom.
     */
    public static String plain(String text) {
        String decomposed = decomposed(text);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0, c; i < decomposed.length(); i += Character.charCount(c)) {
            c = decomposed.codePointAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                separate(plain);
            } else if (!isSilent(c)) {
                append(plain, c);
            }
        }
        int end = plain.length() - 1;
        return end >= 0 && plain.charAt(end) == ' ' ? plain.substring(0, end) : plain.toString();
    }

    private static void separate(StringBuilder words) {
        if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private static void append(StringBuilder plain, int c) {
        int small = Character.toLowerCase(c);
        if (small < FIRST_NON_ASCII) {
            plain.append(small == '`' ? '\'' : (char) small);
        } else if (APOSTROPHES.indexOf(small) >= 0) {
            plain.append('\'');
        } else if (Character.getType(small) == Character.DASH_PUNCTUATION || small == MINUS) {
            plain.append('-');
        } else {
            String letters = LETTERS.get(small);
            if (letters == null) {
                plain.appendCodePoint(small);
            } else {
                plain.append(letters);
            }
        }
    }

    /** The letters without their accents, which follow as characters of their own. */
    private static String decomposed(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder apostrophes = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // before the decomposition, which takes an acute accent that stands alone for a blank
            apostrophes.append(APOSTROPHES.indexOf(c) < 0 ? c : '\'');
        }
        return Normalizer.normalize(apostrophes, Normalizer.Form.NFKD);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_NON_ASCII) {
                return false;
            }
        }
        return true;
    }

    /**
     * Accents, vowel points and invisible characters. The vowel signs of Devanagari and its relatives are not among them: without
     * them, different names would be equal.
     */
    private static boolean isSilent(int c) {
        if (c < FIRST_NON_ASCII) {
            return Character.isISOControl(c);
        }
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || c == TATWEEL
                || type == Character.NON_SPACING_MARK && POINTED.contains(UnicodeScript.of(c));
    }

    /** The words of a text, separated by single blanks: letters and digits only, with words joined at apostrophes. */
    public static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        plain(text).codePoints().forEach(c -> {
            if (isOfWord(c)) {
                words.appendCodePoint(c);
            } else if (c != '\'') {
                separate(words);
            }
        });
        return words.toString().stripTrailing();
    }

    /** Whether these words occur in the text; no words occur in every text. */
    public static boolean contains(String text, String wanted) {
        return words(text).contains(words(wanted));
    }

    static boolean isOfWord(int c) {
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
