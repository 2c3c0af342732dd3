package org.openadmin.fees.ui.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.testkit.NoExports;

/** The exports of the journal and of the receipts, as files that contain only the query. */
public final class FakeLists extends NoExports {

    @Override
    public void journal(Actor reader, JournalQuery query, ListFormat format, OutputStream out) {
        write(reader, query + " " + format, out);
    }

    @Override
    public void audit(Actor reader, AuditQuery query, ListFormat format, OutputStream out) {
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
}
