package org.openadmin.fees.ui.internal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.testkit.MemoryOffice;

/** Documents that contain only their title, and runs of invoices that write their log and draw nothing. */
public final class FakeDocuments implements FeeReports, InvoicePrinter {

    private static final int EVERYBODY = 10_000;

    private final MemoryOffice office;
    public Locale language = Locale.ENGLISH;
    public final List<InvoiceRequest> invoicesSent = new ArrayList<>();
    public Progress lastProgress;
    public Runnable beforeInvoices = () -> {};
    /** Why a document that is opened again is not the same. */
    public List<InvoiceReprint.Reason> nextReasons = List.of();
    /** Thrown by the next document or run. */
    public RuntimeException nextFailure;

    public FakeDocuments(MemoryOffice office) {
        this.office = office;
    }

    private void write(String title, OutputStream out) {
        RuntimeException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
        new PrintStream(out, true, StandardCharsets.UTF_8).print(title);
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public void receipt(Actor reader, ReceiptNumber number, Print print, OutputStream out) {
        write((print == Print.COPY ? "copy of receipt " : "receipt ") + number, out);
    }

    @Override
    public void refund(Actor reader, RefundNumber number, OutputStream out) {
        write("refund " + number, out);
    }

    @Override
    public void returnedPayment(Actor reader, ReceiptNumber number, OutputStream out) {
        write("returned payment " + number, out);
    }

    @Override
    public int receipts(Actor reader, ReceiptQuery query, OutputStream out) {
        write("receipts", out);
        return 1;
    }

    @Override
    public void receipts(Actor reader, List<ReceiptNumber> numbers, Print print, OutputStream out) {
        write(print + " receipts " + numbers, out);
    }

    @Override
    public void statement(StatementRequest request, OutputStream out) {
        write("statement", out);
    }

    @Override
    public void familyStatement(StatementRequest request, OutputStream out) {
        write("family statement of " + request.student(), out);
    }

    @Override
    public void payerInvoice(Actor reader, PayerNumber payer, OutputStream out) {
        write("invoice of payer " + payer, out);
    }

    @Override
    public void familyInvoice(Actor reader, StudentNumber student, OutputStream out) {
        write("family invoice of " + student, out);
    }

    @Override
    public void history(Actor reader, AccountNumber student, OutputStream out) {
        write("history " + student, out);
    }

    @Override
    public void daySheet(Actor reader, LocalDate day, OutputStream out) {
        write("day sheet " + day, out);
    }

    @Override
    public void receivables(Actor reader, LocalDate today, OutputStream out) {
        write("receivables " + today, out);
    }

    @Override
    public void receivables(Actor reader, LocalDate today, Set<? extends AccountNumber> students, OutputStream out) {
        write("receivables " + today + " of " + new TreeSet<>(students), out);
    }

    @Override
    public void classList(Actor reader, CollectionQuery query, String group, OutputStream out) {
        write("class list of " + query.fee() + ", " + query.by() + " " + group, out);
    }

    @Override
    public void depositSlip(Actor reader, DepositNumber number, OutputStream out) {
        write("slip of deposit " + number, out);
    }

    @Override
    public void summary(Actor reader, YearMonth month, OutputStream out) {
        write("summary " + month, out);
    }

    @Override
    public InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out) {
        request.actor().require(Role.BILL);
        invoicesSent.add(request);
        lastProgress = progress;
        beforeInvoices.run();
        write("invoices", out);
        List<Line> lines = request.isOfReminders() ? reminders(request) : invoices(request);
        List<Line> invoiced = lines.stream()
                .filter(line -> line.outcome() == Outcome.INVOICED)
                .toList();
        Money zero = Money.zero(office.current().currency());
        Money due = invoiced.stream().map(Line::due).reduce(zero, Money::plus);
        InvoiceRun run = office.runs().begin(request, Channel.PRINT);
        office.runs().add(run.number(), lines);
        invoiced.forEach(line -> office.runs()
                .addPrinted(
                        run.number(),
                        line.student().number(),
                        office.owed(line.student().number())));
        InvoiceRun ended = office.runs().end(run.number(), State.DONE, invoiced.size(), invoiced.size(), due, zero, "");
        if (invoiced.isEmpty()) {
            throw new NothingToInvoiceException(ended);
        }
        return ended;
    }

    private List<Line> invoices(InvoiceRequest request) {
        return request
                .audience()
                .map(office.students()::in)
                .orElseGet(() -> office.students().search("", EVERYBODY).students())
                .stream()
                .map(this::line)
                .toList();
    }

    private List<Line> reminders(InvoiceRequest request) {
        return office.reminders().due(request).stream()
                .map(due -> Line.of(due.student(), due.reason().orElse(Outcome.INVOICED), due.amount())
                        .withReminder(due.stage()))
                .toList();
    }

    @Override
    public InvoiceReprint reprint(Actor actor, RunNumber number, Progress progress, OutputStream out) {
        actor.require(Role.BILL);
        lastProgress = progress;
        InvoiceRun run = office.runs().run(actor, number);
        write("invoices of run " + number, out);
        return new InvoiceReprint(run, run.pages(), nextReasons);
    }

    private Line line(Student student) {
        Money due = office.accounts().balance(student.number()).outstanding();
        return Line.of(student.snapshot(), due.isZero() ? Outcome.NOTHING_DUE : Outcome.INVOICED, due);
    }
}
