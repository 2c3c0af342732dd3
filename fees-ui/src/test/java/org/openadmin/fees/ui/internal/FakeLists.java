package org.openadmin.fees.ui.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.ReceiptQuery;

/** The exports of the journal and of the receipts, as files that contain only the query. */
public final class FakeLists implements FeeExports {

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public void journal(Actor reader, JournalQuery query, ListFormat format, OutputStream out) {
        write(reader, query + " " + format, out);
    }

    @Override
    public void receipts(Actor reader, ReceiptQuery query, ListFormat format, OutputStream out) {
        write(reader, query + " " + format, out);
    }

    private static void write(Actor reader, Object query, OutputStream out) {
        reader.require(Role.VIEW);
        try {
            out.write(query.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void statement(StatementRequest request, ListFormat format, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void history(Actor reader, StudentNumber student, ListFormat format, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void receivables(Actor reader, LocalDate today, ListFormat format, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void run(Actor reader, RunNumber number, ListFormat format, OutputStream out) {
        throw new UnsupportedOperationException();
    }
}
