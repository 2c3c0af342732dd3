package org.openadmin.fees.reports.internal.books;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingEntry;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingLine;

/**
 * The text file of Sage 50, Canadian edition, for its wizard <i>Import General Journal Entries</i>. An entry is a line with the date
 * ({@code mm-dd-yy}), the source and a comment, both in straight quotation marks, and then a line with an account and an amount for each
 * debit (positive) and credit (negative), with a point and two decimals. Sage imports all of a file or nothing, and refuses an account
 * that its receivables, payables, payroll or inventory are linked to.
 *
 * <p>Older versions keep 13 characters of the source and 39 of the comment, newer ones 20 and 75; the files fit all of them. Newer ones also
 * accept a comment after each amount; older ones do not document it, so it is left out.
 *
 * @see <a href="https://help-sage50.na.sage.com/en-ca/core/2017/Content/Import_Export/ImportingGeneralJournalEntries.htm">Importing General
 *     Journal Entries (2017)</a>
 * @see <a href="https://ca-kb.sage.com/portal/app/portlets/results/viewsolution.jsp?solutionid=220924250010186">Importing miscellaneous
 *     transactions from a text file, Sage Knowledgebase 10186</a>
 */
final class SageFormat implements EntryFormat {

    private static final int MAX_SOURCE_LENGTH = 13;
    private static final int MAX_COMMENT_LENGTH = 39;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-yy");

    @Override
    public Charset charset() {
        return BooksText.WINDOWS;
    }

    @Override
    public String text(Posting posting) {
        StringBuilder file = new StringBuilder();
        for (PostingEntry entry : posting.entries()) {
            file.append(DATE.format(entry.date()))
                    .append(",\"")
                    .append(BooksText.number(posting.number(), entry, MAX_SOURCE_LENGTH))
                    .append("\",\"")
                    .append(BooksText.plain(posting.summary().narration(), MAX_COMMENT_LENGTH))
                    .append('"')
                    .append(BooksText.LINE_END);
            for (PostingLine line : entry.lines()) {
                file.append(PostingFormat.SAGE50.account(line))
                        .append(',')
                        .append(line.amount().toPlainString())
                        .append(BooksText.LINE_END);
            }
        }
        return file.toString();
    }
}
