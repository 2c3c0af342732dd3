package org.openadmin.fees.reports.internal.books;

import java.nio.charset.Charset;
import java.text.Normalizer;
import org.openadmin.fees.api.postings.PostingEntry;
import org.openadmin.fees.api.postings.PostingNumber;

/** Texts as accounting systems accept them. */
final class BooksText {

    /** Both Sage 50 and QuickBooks are Windows programs. */
    static final Charset WINDOWS = Charset.forName("windows-1252");

    static final String LINE_END = "\r\n";

    private BooksText() {}

    /** In one line, without tabs and straight quotation marks, and with the most characters that the program keeps. */
    static String plain(String text, int most) {
        String clean = oneLine(text).replace('"', '\'');
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most)).stripTrailing();
    }

    /** In one line, without tabs. */
    static String oneLine(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
    }

    /** The number of an entry, such as {@code FEES12-1}: the posting, and the entry in it. Without the word if it is too long with it. */
    static String number(PostingNumber posting, PostingEntry entry, int most) {
        String number = posting + "-" + entry.number();
        String named = "FEES" + number;
        return named.length() <= most ? named : number;
    }
}
