package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openadmin.fees.spi.DocumentSettings.Paper;

/**
 * One document that somebody should look at before a change of the templates is kept.
 *
 * @param kind one of {@link #KINDS}
 * @param lines how many lines its table has; documents of many students have as many students
 * @param taxes how many taxes its charges have; on a day sheet, in how many ways money came
 */
record Specimen(String kind, int lines, Texts texts, int taxes, Locale locale, Paper paper) {

    static final List<String> KINDS = List.of(
            "invoice",
            "invoices",
            "receipt",
            "voided",
            "receipts",
            "statement",
            "history",
            "receivables",
            "day-sheet",
            "summary");

    /** Nothing due makes no invoice, and nothing found no receipts: these are refused. One receipt without a line is on account. */
    private static final List<String> NEVER_EMPTY = List.of("invoice", "invoices", "receipts");

    /** Sixty of the longest lines would show nothing more on the others. */
    private static final List<String> ONE_LONG = List.of("invoice", "history", "receivables", "summary");

    private static final List<String> UNTAXED = List.of("statement", "receivables");

    /** What stands on it. */
    enum Texts {
        USUAL,
        /** As long and as large as can be stored. */
        LONGEST,
        /** Names in many scripts, among them signs that no font can draw. */
        SCRIPTS
    }

    /** The whole table, or those whose names contain {@code -Dspecimens=…}; A4 has the logo. */
    static Stream<Specimen> table() {
        List<Specimen> table = new ArrayList<>();
        for (String kind : KINDS) {
            for (int lines : NEVER_EMPTY.contains(kind) ? new int[] {1, 12, 60} : new int[] {0, 1, 12, 60}) {
                for (int taxes : lines == 0 || UNTAXED.contains(kind) ? new int[] {1} : new int[] {1, 4}) {
                    (taxes == 1 ? everywhere(kind, lines, Texts.USUAL, taxes) : inTwo(kind, lines, Texts.USUAL, taxes))
                            .forEach(table::add);
                    if (lines < 60 || taxes == 1 && ONE_LONG.contains(kind)) {
                        inTwo(kind, lines, Texts.LONGEST, taxes).forEach(table::add);
                    }
                }
            }
            inTwo(kind, 12, Texts.SCRIPTS, 1).forEach(table::add);
        }
        String wanted = System.getProperty("specimens", "");
        return table.stream().filter(specimen -> specimen.toString().contains(wanted));
    }

    /** In each language and on each paper once. */
    private static Stream<Specimen> inTwo(String kind, int lines, Texts texts, int taxes) {
        return Stream.of(
                new Specimen(kind, lines, texts, taxes, Locale.CANADA, Paper.LETTER),
                new Specimen(kind, lines, texts, taxes, Locale.CANADA_FRENCH, Paper.A4));
    }

    private static Stream<Specimen> everywhere(String kind, int lines, Texts texts, int taxes) {
        return Stream.of(Locale.CANADA, Locale.CANADA_FRENCH).flatMap(locale -> Stream.of(Paper.values())
                .map(paper -> new Specimen(kind, lines, texts, taxes, locale, paper)));
    }

    boolean withLogo() {
        return paper == Paper.A4;
    }

    @Override
    public String toString() {
        return String.join(
                "-",
                kind,
                String.valueOf(lines),
                texts.name().toLowerCase(Locale.ROOT),
                String.valueOf(taxes),
                locale.getLanguage(),
                paper.name().toLowerCase(Locale.ROOT));
    }
}
