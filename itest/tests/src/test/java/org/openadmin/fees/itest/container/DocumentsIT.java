package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;

/** {@code FeeReports} as an OSGi service: a document is written completely or not at all. */
public class DocumentsIT extends OfficeTestBase {

    @Test
    public void aReceiptIsPrintedAgainAsACopy() {
        charge(fee("Fee for <5 km & \"x\" y > 2", "100.00", "GST", "PST"), 190);
        Receipt receipt = cashier.receive(payment(190, "120.00", accounts.outstanding(student(190))));
        var original = new ByteArrayOutputStream();
        reports.receipt(VIEWER, receipt.number(), Print.ORIGINAL, original);
        var copy = new ByteArrayOutputStream();
        reports.receipt(VIEWER, receipt.number(), Print.COPY, copy);
        assertTrue(isPdf(original) && isPdf(copy));
        assertFalse(Arrays.equals(original.toByteArray(), copy.toByteArray()));
    }

    @Test
    public void theInvoicesArePagesOfThoseWhoOwe() {
        charge(fee("Camp", "40.00", "GST"), 191, 192);
        charge(fee("Band", "10.00"), 192);
        cashier.receive(payment(193, "5.00", List.of()));
        var out = new ByteArrayOutputStream();
        InvoiceRun run =
                printer.print(InvoiceRequest.of(CLERK, DAY, Optional.of(students(191, 192, 193))), Progress.NONE, out);
        assertTrue(isPdf(out));
        assertEquals(2, run.invoices());
        assertEquals(2, run.pages());
        assertEquals(money("94.00"), run.due());
        assertEquals(1, run.count(Outcome.NOTHING_DUE));
        assertEquals(run, runs.run(VIEWER, run.number()));
        assertEquals(
                List.of(student(193)),
                runs.lines(VIEWER, run.number(), Page.first(10)).stream()
                        .filter(line -> line.outcome() == Outcome.NOTHING_DUE)
                        .map(line -> line.student().number())
                        .toList());
    }

    @Test
    public void whatIsRefusedWritesNothing() {
        var out = new ByteArrayOutputStream();
        assertThrows(
                UnknownReceiptException.class,
                () -> reports.receipt(VIEWER, new ReceiptNumber(99_999), Print.ORIGINAL, out));
        assertThrows(
                NotAllowedException.class,
                () -> printer.print(InvoiceRequest.of(VIEWER, DAY, Optional.empty()), Progress.NONE, out));
        assertEquals(0, out.size());
    }

    /** The content of documents is checked by the tests outside the container. */
    private static boolean isPdf(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
    }
}
