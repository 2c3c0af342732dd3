package org.openadmin.fees.reports.internal.books;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingEntry;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingLine;

/**
 * The Intuit Interchange Format of QuickBooks Desktop, with transactions of the type {@code GENERAL JOURNAL}. The fields are separated by
 * tabs, and the columns are named in the first lines. The first line of an entry begins with {@code TRNS}, the others with {@code SPL}, and
 * {@code ENDTRNS} ends it; the amounts of an entry, debits positive and credits negative, add up to zero. Dates are {@code mm/dd/yy}, the
 * number of an entry has up to 11 characters. An account is known by its name; one of the type accounts receivable would need the name of a
 * customer, so the receivable is an ordinary account.
 *
 * @see <a href="http://support.quickbooks.intuit.com/support/Pages/InProductHelp/Core/QB2K8/ContentPackage/Core/IIF/iif_reference_transactions.html">
 *     IIF reference: transactions</a>
 * @see <a href="http://www.zed-systems.com/support/KB/a50/importing-journal-entries-into-quickbooks.aspx">The lengths of the fields</a>
 */
final class IifFormat implements EntryFormat {

    private static final int MAX_NUMBER_LENGTH = 11;
    private static final int MAX_MEMO_LENGTH = 209;
    private static final String TYPE = "GENERAL JOURNAL";
    private static final List<String> COLUMNS = List.of("TRNSTYPE", "DATE", "ACCNT", "AMOUNT", "DOCNUM", "MEMO");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yy");

    @Override
    public Charset charset() {
        return BooksText.WINDOWS;
    }

    @Override
    public String text(Posting posting) {
        StringBuilder file = new StringBuilder();
        row(file, "!TRNS", COLUMNS);
        row(file, "!SPL", COLUMNS);
        row(file, "!ENDTRNS", List.of());
        for (PostingEntry entry : posting.entries()) {
            String keyword = "TRNS";
            for (PostingLine line : entry.lines()) {
                row(
                        file,
                        keyword,
                        List.of(
                                TYPE,
                                DATE.format(line.date()),
                                PostingFormat.IIF.account(line),
                                line.amount().toPlainString(),
                                BooksText.number(posting.number(), entry, MAX_NUMBER_LENGTH),
                                BooksText.plain(line.text(), MAX_MEMO_LENGTH)));
                keyword = "SPL";
            }
            row(file, "ENDTRNS", List.of());
        }
        return file.toString();
    }

    private static void row(StringBuilder file, String keyword, List<String> fields) {
        file.append(keyword);
        fields.forEach(field -> file.append('\t').append(field));
        file.append(BooksText.LINE_END);
    }
}
