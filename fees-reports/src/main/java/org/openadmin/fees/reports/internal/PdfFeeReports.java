package org.openadmin.fees.reports.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Cashier;
import org.openadmin.fees.api.DocumentException;
import org.openadmin.fees.api.DocumentException.Problem;
import org.openadmin.fees.api.FeeAccounts;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NothingToInvoiceException;
import org.openadmin.fees.api.Receipt;
import org.openadmin.fees.api.ReceiptNumber;
import org.openadmin.fees.api.ReceiptQuery;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.Settings;
import org.openadmin.fees.api.StatementRequest;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.Students;
import org.openadmin.fees.api.UnknownReceiptException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documents, printed by Jasper templates from the records of the other services. */
@Component
public final class PdfFeeReports implements FeeReports {

    private final OutstandingInvoices outstanding;
    private final Cashier cashier;
    private final FeesSettings settings;
    private final ZoneId zone;
    private final PdfPrinter printer = new PdfPrinter();

    @Activate
    public PdfFeeReports(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference Cashier cashier,
            @Reference FeesSettings settings) {
        this(accounts, students, cashier, settings, ZoneId.systemDefault());
    }

    PdfFeeReports(FeeAccounts accounts, Students students, Cashier cashier, FeesSettings settings, ZoneId zone) {
        this.outstanding = new OutstandingInvoices(accounts, students);
        this.cashier = cashier;
        this.settings = settings;
        this.zone = zone;
    }

    @Override
    public void receipt(Actor reader, ReceiptNumber number, Print print, OutputStream out) {
        reader.require(Role.VIEW);
        Receipt receipt = cashier.receipt(number).orElseThrow(() -> new UnknownReceiptException(number));
        Settings current = settings.current();
        Wording words = new Wording(current, zone);
        Iterator<Row> rows = new ReceiptRows(words).of(receipt, print).iterator();
        String title = words.text("receipt") + " " + number;
        write(printer.print("receipt", current.paper(), current.school(), title, words, rows), out);
    }

    @Override
    public int receipts(Actor reader, ReceiptQuery query, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void statement(StatementRequest request, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void history(Actor reader, StudentNumber student, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InvoiceRun invoices(InvoiceRequest request, OutputStream out) {
        request.actor().require(Role.BILL);
        Settings current = settings.current();
        OutstandingInvoices.Found found = request.audience()
                .map(audience -> outstanding.of(audience, request.date(), current.locale()))
                .orElseGet(() -> outstanding.ofEverybody(request.date(), current.locale()));
        List<Invoice> invoices = found.invoices();
        if (invoices.isEmpty()) {
            throw new NothingToInvoiceException(request.date());
        }
        Wording words = new Wording(current, zone);
        InvoiceRows sheets =
                new InvoiceRows(words, request.date(), request.date().plusDays(current.invoiceDays()));
        Iterator<Row> rows = invoices.stream().flatMap(sheets::of).iterator();
        String title = words.text("invoices", words.date(request.date()));
        PdfPrinter.Pdf pdf = printer.print("invoice", current.paper(), current.school(), title, words, rows);
        Money zero = Money.zero(current.currency());
        InvoiceRun run = new InvoiceRun(
                invoices.size(),
                pdf.pages(),
                invoices.stream().map(Invoice::charged).reduce(zero, Money::plus),
                invoices.stream().map(Invoice::credit).reduce(zero, Money::plus),
                found.nothingDue());
        write(pdf, out);
        return run;
    }

    private static void write(PdfPrinter.Pdf pdf, OutputStream out) {
        try {
            out.write(pdf.bytes());
            out.flush();
        } catch (IOException e) {
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        }
    }
}
