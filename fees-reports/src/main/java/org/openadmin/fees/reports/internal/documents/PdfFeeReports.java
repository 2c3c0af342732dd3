package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.corrections.UnknownRefundException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.NothingToPrintException;
import org.openadmin.fees.api.drawer.Drawer;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerInvoice;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.ReturnLetter;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documents, printed by Jasper templates from the records of the other services. */
@Component
public final class PdfFeeReports implements FeeReports {

    /** A longer day sheet would need too much of the portal's memory. */
    private static final int MAX_MOVEMENTS = 2000;

    private final Students students;
    private final Cashier cashier;
    private final Statements statements;
    private final Payers payers;
    private final ReceiptReader receipts;
    private final Drawer drawer;
    private final Refunds refunds;
    private final ReturnedPayments returns;
    private final FeesOverview overview;
    private final FeeCollection collection;
    private final Deposits deposits;
    private final MonthSummaries months;
    private final FeesSettings settings;
    private final DocumentSlots slots;
    private final Clock clock;
    private final PdfPrinter printer = new PdfPrinter();
    private final ReceiptDocument sheets;
    private final ReturnLetterDocument letters;
    private final StatementDocument accounts;
    private final FamilyDocuments family;

    @Activate
    public PdfFeeReports(
            @Reference Students students,
            @Reference Cashier cashier,
            @Reference Receipts receipts,
            @Reference Drawer drawer,
            @Reference Refunds refunds,
            @Reference ReturnedPayments returns,
            @Reference Statements statements,
            @Reference Families families,
            @Reference Payers payers,
            @Reference FeesOverview overview,
            @Reference FeeCollection collection,
            @Reference Deposits deposits,
            @Reference MonthSummaries months,
            @Reference FeesSettings settings,
            @Reference DocumentSlots slots,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.students = students;
        this.cashier = cashier;
        this.statements = statements;
        this.payers = payers;
        this.receipts = new ReceiptReader(receipts);
        this.drawer = drawer;
        this.refunds = refunds;
        this.returns = returns;
        this.overview = overview;
        this.collection = collection;
        this.deposits = deposits;
        this.months = months;
        this.settings = settings;
        this.slots = slots;
        this.clock = clock;
        this.sheets = new ReceiptDocument(printer, clock);
        this.letters = new ReturnLetterDocument(printer, clock);
        this.accounts = new StatementDocument(printer, clock);
        this.family = new FamilyDocuments(printer, statements, families, students, clock);
    }

    @Override
    public Locale language() {
        return settings.current().documentLanguage();
    }

    @Override
    public void receipt(Actor reader, ReceiptNumber number, Print print, OutputStream out) {
        reader.require(Role.VIEW);
        Receipt receipt = cashier.receipt(reader, number).orElseThrow(() -> new UnknownReceiptException(number));
        write(sheets.print(List.of(receipt), print, settings.current()), out);
    }

    @Override
    public void refund(Actor reader, RefundNumber number, OutputStream out) {
        reader.require(Role.VIEW);
        JournalEntry refund = refunds.refund(reader, number).orElseThrow(() -> new UnknownRefundException(number));
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        DocumentMetadata about = about(words.text("refund") + " " + number, words.text("refundNumber") + " " + number);
        write(
                printer.print(
                        "refund",
                        current,
                        about,
                        words,
                        new RefundRows(words).of(refund).iterator()),
                out);
    }

    @Override
    public void returnedPayment(Actor reader, ReceiptNumber number, OutputStream out) {
        reader.require(Role.VIEW);
        write(
                reader,
                out,
                () -> letters.print(
                        ReturnLetter.read(reader, number, returns, statements, students, LocalDate.now(clock)),
                        settings.current()));
    }

    @Override
    public int receipts(Actor reader, ReceiptQuery query, OutputStream out) {
        reader.require(Role.VIEW);
        AtomicInteger count = new AtomicInteger();
        write(reader, out, () -> {
            List<Receipt> found = some(receipts.of(reader, query));
            count.set(found.size());
            return sheets.print(found, Print.COPY, settings.current());
        });
        return count.get();
    }

    @Override
    public void receipts(Actor reader, List<ReceiptNumber> numbers, Print print, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> sheets.print(some(receipts.numbered(reader, numbers)), print, settings.current()));
    }

    private static List<Receipt> some(List<Receipt> found) {
        if (found.isEmpty()) {
            throw new NothingToPrintException();
        }
        return found;
    }

    @Override
    public void statement(StatementRequest request, OutputStream out) {
        request.actor().require(Role.VIEW);
        write(request.actor(), out, () -> statement(request));
    }

    private PdfOutput statement(StatementRequest request) {
        StudentSnapshot student =
                statements.holder(request.actor(), request.student()).student();
        return accounts.print(
                student,
                students.find(request.student()),
                payer(request.actor(), request.student()),
                request,
                each -> statements.forEach(request.actor(), request.period(), each),
                settings.current());
    }

    private Optional<Payer> payer(Actor reader, AccountNumber account) {
        return account instanceof PayerNumber number ? payers.find(reader, number) : Optional.empty();
    }

    @Override
    public void payerInvoice(Actor reader, PayerNumber payer, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> payerInvoice(payers.invoice(reader, payer)));
    }

    private PdfOutput payerInvoice(PayerInvoice invoice) {
        Settings current =
                settings.current().inLanguage(invoice.payer().details().language());
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        DocumentMetadata about = about(
                words.text("invoice") + " – " + invoice.payer().name(),
                words.text("payer.number", invoice.payer().number().toString()) + ", " + words.date(invoice.date()));
        return printer.print(
                "account",
                current,
                about,
                words,
                new PayerInvoiceRows(words).of(invoice).iterator());
    }

    @Override
    public void familyStatement(StatementRequest request, OutputStream out) {
        request.actor().require(Role.VIEW);
        write(request.actor(), out, () -> family.statement(request, settings.current()));
    }

    @Override
    public void familyInvoice(Actor reader, StudentNumber student, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> family.invoice(reader, student, settings.current()));
    }

    @Override
    public void history(Actor reader, AccountNumber student, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> history(reader, student));
    }

    private PdfOutput history(Actor reader, AccountNumber student) {
        StudentSnapshot holder = statements.holder(reader, student).student();
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        AccountRows sheet = new AccountRows(words, students.find(student), payer(reader, student));
        Iterator<DocumentRow> rows = sheet.history(
                        holder,
                        LocalDate.now(clock),
                        each -> statements.forEach(reader, AccountPeriod.all(student), each))
                .iterator();
        DocumentMetadata about = about(
                words.text("history") + " – " + holder.nameOrNumber(),
                StudentLine.numberName(student, words) + " " + student);
        return printer.print("account", current, about, words, rows);
    }

    @Override
    public void daySheet(Actor reader, LocalDate day, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> daySheet(reader, day));
    }

    private PdfOutput daySheet(Actor reader, LocalDate day) {
        List<DrawerMovement> found = drawer.movements(reader, day);
        if (found.size() > MAX_MOVEMENTS) {
            throw new DocumentException(
                    Problem.TOO_LONG, found.size() + " entries, where " + MAX_MOVEMENTS + " are the most", null);
        }
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        DaySheetRows sheet = new DaySheetRows(found, day, Money.zero(current.currency()), words);
        ListHeading head = head("daySheet", reader, words);
        return list(current, words, head, words.date(day), sheet.rows(head));
    }

    @Override
    public void receivables(Actor reader, LocalDate today, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> receivables(reader, today, listed(reader, today), Optional.empty()));
    }

    @Override
    public void receivables(Actor reader, LocalDate today, Set<? extends AccountNumber> students, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> {
            FeesOverview.Receivables all = listed(reader, today);
            return receivables(
                    reader, today, all.of(students), Optional.of(all.owing().size()));
        });
    }

    private FeesOverview.Receivables listed(Actor reader, LocalDate day) {
        return day.equals(LocalDate.now(clock))
                ? overview.receivables(reader, day)
                : overview.receivablesAsOf(reader, day);
    }

    /** @param ofAll how many owe, if the list is a selection of them */
    private PdfOutput receivables(
            Actor reader, LocalDate today, FeesOverview.Receivables listed, Optional<Integer> ofAll) {
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        ReceivableRows list = new ReceivableRows(listed, ofAll, words);
        ListHeading head = head("receivables", reader, words);
        return list(current, words, head, words.date(today), list.rows(head, today));
    }

    @Override
    public void classList(Actor reader, CollectionQuery query, String group, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> classList(reader, query, group));
    }

    private PdfOutput classList(Actor reader, CollectionQuery query, String group) {
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        ClassListRows list =
                new ClassListRows(collection.students(reader, query, Optional.of(group)), query.by(), words);
        ListHeading head = head("classList", reader, words);
        return list(
                current,
                words,
                head,
                list.subject(),
                list.rows(head, LocalDate.now(clock), query.period().asOf()));
    }

    @Override
    public void depositSlip(Actor reader, DepositNumber number, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> depositSlip(reader, number));
    }

    private PdfOutput depositSlip(Actor reader, DepositNumber number) {
        Deposit deposit = deposits.deposit(reader, number).orElseThrow(() -> new UnknownDepositException(number));
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        DepositRows slip = new DepositRows(deposit, current.till().account(), words);
        ListHeading head = head("depositSlip", reader, words);
        return list(current, words, head, number.toString(), slip.rows(head));
    }

    @Override
    public void summary(Actor reader, YearMonth month, OutputStream out) {
        reader.require(Role.VIEW);
        write(reader, out, () -> summary(reader, month));
    }

    private PdfOutput summary(Actor reader, YearMonth month) {
        MonthSummary found = months.of(reader, month);
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        ListHeading head = head("monthlySummary", reader, words);
        return list(current, words, head, words.month(month), new SummaryRows(found, words).rows(head));
    }

    private ListHeading head(String title, Actor reader, DocumentTexts words) {
        return new ListHeading(title, reader.name(), clock.instant(), words);
    }

    private PdfOutput list(
            Settings current, DocumentTexts words, ListHeading head, String of, Stream<DocumentRow> rows) {
        DocumentMetadata about = about(words.text(head.title()) + " – " + of, head.prepared());
        return printer.print("list", current, about, words, rows.iterator());
    }

    private DocumentMetadata about(String title, String subject) {
        return new DocumentMetadata(title, subject, ZonedDateTime.now(clock));
    }

    /** Makes a document that may be long. Its slot is free again before a slow reader has all of it. */
    private void write(Actor reader, OutputStream out, Supplier<PdfOutput> document) {
        PdfOutput pdf;
        DocumentSlots.Slot slot = slots.take(reader);
        try {
            pdf = document.get();
        } finally {
            slot.close();
        }
        write(pdf, out);
    }

    private static void write(PdfOutput document, OutputStream out) {
        try (document) {
            document.writeTo(out);
        }
    }
}
