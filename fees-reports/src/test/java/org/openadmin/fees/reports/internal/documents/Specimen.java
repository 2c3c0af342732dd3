package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openadmin.fees.spi.DocumentSettings.Paper;

/**
 * One document to be inspected before a change of the templates is committed.
 *
 * @param kind one of {@link #KINDS}
 * @param lines the number of lines in its table; in documents of many students, the number of students
 * @param taxes the number of taxes on its charges; on a day sheet, the number of payment methods
 */
record Specimen(String kind, int lines, Texts texts, int taxes, Locale locale, Paper paper) {

    static final List<String> KINDS = List.of(
            "invoice",
            "invoices",
            "reminder",
            "receipt",
            "voided",
            "receipts",
            "refund",
            "returned-payment",
            "statement",
            "history",
            "receivables",
            "day-sheet",
            "class-list",
            "deposit-slip",
            "summary");

    /**
     * Without an amount due there is no invoice, and without a match there are no receipts: such requests are refused. A single
     * receipt without a line is on account.
     */
    private static final List<String> NEVER_EMPTY =
            List.of("invoice", "invoices", "reminder", "receipts", "deposit-slip");

    /** The kinds without a table. */
    private static final List<String> SINGLE = List.of("refund");

    /** The kinds that are also printed with sixty lines of the longest texts; for the others this would show nothing more. */
    private static final List<String> ONE_LONG = List.of(
            "invoice",
            "reminder",
            "returned-payment",
            "history",
            "receivables",
            "class-list",
            "deposit-slip",
            "summary");

    private static final List<String> UNTAXED =
            List.of("statement", "receivables", "refund", "class-list", "deposit-slip");

    /** The texts on it. */
    enum Texts {
        USUAL,
        /** As long and as large as can be stored. */
        LONGEST,
        /** Names in many scripts, including characters that no font can draw. */
        SCRIPTS
    }

    /** The whole table, or those whose names contain the value of {@code -Dspecimens=…}. A4 has the logo. */
    static Stream<Specimen> table() {
        List<Specimen> table = new ArrayList<>();
        for (String kind : KINDS) {
            for (int lines : lines(kind)) {
                for (int taxes : lines == 0 || UNTAXED.contains(kind) ? new int[] {1} : new int[] {1, 4}) {
                    (taxes == 1 ? everywhere(kind, lines, Texts.USUAL, taxes) : inTwo(kind, lines, Texts.USUAL, taxes))
                            .forEach(table::add);
                    if (lines < 60 || taxes == 1 && ONE_LONG.contains(kind)) {
                        inTwo(kind, lines, Texts.LONGEST, taxes).forEach(table::add);
                    }
                }
            }
            inTwo(kind, SINGLE.contains(kind) ? 1 : 12, Texts.SCRIPTS, 1).forEach(table::add);
        }
        String wanted = System.getProperty("specimens", "");
        return table.stream().filter(specimen -> specimen.toString().contains(wanted));
    }

    private static int[] lines(String kind) {
        if (SINGLE.contains(kind)) {
            return new int[] {1};
        }
        return NEVER_EMPTY.contains(kind) ? new int[] {1, 12, 60} : new int[] {0, 1, 12, 60};
    }

    /** Once in each language and once on each paper size. */
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
