package org.openadmin.fees.internal.shell;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.NoExports;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.SchoolDesk;
import org.openadmin.fees.testkit.SchoolDesk.Row;

/** Writes what commands export as plain lines; the formats themselves belong to another module and have their own tests. */
final class PlainFiles extends NoExports implements PostingFiles {

    private static final Money ZERO = Kit.cad("0.00");

    private final Office office;

    PlainFiles(Office office) {
        this.office = office;
    }

    @Override
    public MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        MonthSummary summary = office.months().of(reader, month);
        write(SchoolDesk.lines(summary).stream(), out);
        return summary;
    }

    @Override
    public JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        JournalQuery query = JournalQuery.everything().between(month.atDay(1), month.atEndOfMonth());
        List<JournalEntry> entries = new ArrayList<>();
        Page page = Page.first(Page.MAX_LIMIT);
        List<JournalEntry> some = office.journal().entries(reader, query, page);
        while (!some.isEmpty()) {
            entries.addAll(some);
            page = page.next();
            some = office.journal().entries(reader, query, page);
        }
        write(entries.stream().map(entry -> line(Row.of(entry, ZERO))), out);
        return office.journal().totals(reader, query);
    }

    private static String line(Row row) {
        return String.join(
                ",",
                row.date().toString(),
                row.kind().code(),
                row.student().toString(),
                row.name(),
                row.taxes().toPlainString(),
                row.total().toPlainString(),
                row.method().map(PaymentMethod::keyword).orElse(""),
                row.receipt().isPresent() ? String.valueOf(row.receipt().getAsLong()) : "");
    }

    @Override
    public Posting write(Actor reader, PostingNumber number, PostingFormat format, OutputStream out) {
        Posting posting = office.postings().posting(reader, number).orElseThrow();
        write(
                posting.lines().stream()
                        .map(line -> String.join(
                                ",",
                                line.date().toString(),
                                line.side().code(),
                                line.account(),
                                line.amount().toPlainString())),
                out);
        return posting;
    }

    private static void write(Stream<String> lines, OutputStream out) {
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        lines.forEach(line -> writer.print(line + "\n"));
        writer.flush();
    }
}
