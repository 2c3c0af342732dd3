package org.openadmin.fees.reports.internal.books;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingEntry;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.spi.csv.CsvCells;

/**
 * Comma-separated values (RFC 4180, UTF-8 without byte order mark) with the columns that programs ask for: Xero a narration, a date, an
 * account code, a signed amount and a tax, and QuickBooks Online a journal number, a date, an account name, a description, debits and
 * credits.
 *
 * @see <a href="https://help.xero.com/nz/ManualJournalsImport">Xero: manual journals from a template</a>
 * @see <a href="https://quickbooks.intuit.com/learn-support/en-au/help-article/import-export-files/import-journal-entries-quickbooks-online/L4tQBwbs7_AU_en_AU">
 *     QuickBooks Online: import journal entries</a>
 */
final class BooksCsvFormat implements EntryFormat {

    private static final int MAX_NUMBER_LENGTH = 20;

    /** The taxes have accounts of their own, so no program may add any. */
    private static final String NO_TAX = "none";

    private static final List<String> COLUMNS = List.of(
            "journal number",
            "date",
            "narration",
            "account",
            "account name",
            "description",
            "debit",
            "credit",
            "amount",
            "tax");

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public String text(Posting posting) {
        StringBuilder file = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(file, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            for (PostingEntry entry : posting.entries()) {
                String number = BooksText.number(posting.number(), entry, MAX_NUMBER_LENGTH);
                for (PostingLine line : entry.lines()) {
                    print(printer, cells(number, posting.summary().narration(), line));
                }
            }
        } catch (IOException e) {
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        }
        return file.toString();
    }

    private static void print(CSVPrinter printer, List<Object> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(CsvCells.of(cell));
        }
        printer.println();
    }

    private static List<Object> cells(String number, String narration, PostingLine line) {
        Money amount = line.amount();
        return List.of(
                number,
                line.date(),
                narration,
                line.account(),
                line.accountName(),
                BooksText.oneLine(line.text()),
                amount.isPositive() ? amount : "",
                amount.isNegative() ? amount.negated() : "",
                amount,
                NO_TAX);
    }
}
