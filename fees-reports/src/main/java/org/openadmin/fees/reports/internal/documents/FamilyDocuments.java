package org.openadmin.fees.reports.internal.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.Families.Sibling;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.PaymentTerms;
import org.openadmin.fees.spi.Settings;

/** The PDFs of all children of a family: one statement, one invoice. */
final class FamilyDocuments {

    private static final int READINGS = 5;

    private final PdfPrinter printer;
    private final Statements statements;
    private final Families families;
    private final Students students;
    private final Clock clock;

    FamilyDocuments(PdfPrinter printer, Statements statements, Families families, Students students, Clock clock) {
        this.printer = printer;
        this.statements = statements;
        this.families = families;
        this.students = students;
        this.clock = clock;
    }

    PdfOutput statement(StatementRequest request, Settings settings) {
        SortedMap<AccountNumber, StudentSnapshot> children = children(request.actor(), request.student());
        StudentSnapshot student = children.get(request.student());
        DocumentTexts words = new DocumentTexts(settings, clock.getZone());
        FamilyStatementRows sheet = new FamilyStatementRows(
                new AccountRows(words, students.find(student.number()), Optional.empty()), words);
        DocumentMetadata about = about(
                words.text("familyStatement"),
                student,
                words.date(request.from()) + " – " + words.date(request.to()),
                words);
        return printer.print(
                "account",
                settings,
                about,
                words,
                sheet.rows(
                                student,
                                List.copyOf(children.values()),
                                request,
                                child -> each -> statements.forEach(
                                        request.actor(), request.of(child).period(), each))
                        .iterator());
    }

    /** @throws NothingDueException if nothing is due for any of the children */
    PdfOutput invoice(Actor reader, StudentNumber student, Settings settings) {
        LocalDate today = LocalDate.now(clock);
        List<Invoice> invoices = invoices(family(reader, student), today);
        Invoice addressed = invoices.stream()
                .filter(invoice -> invoice.student().number().equals(student))
                .findFirst()
                .orElseThrow();
        PaymentTerms terms = invoices.stream()
                .filter(invoice -> invoice.due().isPositive())
                .map(invoice -> PaymentTerms.of(invoice, today))
                .reduce(PaymentTerms::and)
                .orElseThrow(() -> new NothingDueException(student));
        DocumentTexts words = new DocumentTexts(settings, clock.getZone());
        InvoiceRows single = new InvoiceRows(words, today, Optional.empty());
        return printer.print(
                "invoice",
                settings,
                about(words.text("familyInvoice"), addressed.student(), words.date(today), words),
                words,
                new FamilyInvoiceRows(single, invoices, terms, words)
                        .of(addressed)
                        .iterator());
    }

    private SortedMap<AccountNumber, StudentSnapshot> children(Actor reader, AccountNumber number) {
        StudentSnapshot student = statements.holder(reader, number).student();
        SortedMap<AccountNumber, StudentSnapshot> children = new TreeMap<>(Map.of(number, student));
        families.siblings(reader, number)
                .forEach(sibling -> children.put(sibling.student().number(), sibling.student()));
        return children;
    }

    /** Balances and charges are read by two queries; if a payment was recorded in between, they are read again. */
    private List<Sibling> family(Actor reader, StudentNumber student) {
        for (int reading = 1; reading <= READINGS; reading++) {
            List<Sibling> family = families.family(reader, student);
            if (family.stream().allMatch(FamilyDocuments::isConsistent)) {
                return family;
            }
        }
        throw new DocumentException(
                Problem.FAILED, "outstanding charges and balances do not agree; see fees:verify", null);
    }

    private static boolean isConsistent(Sibling child) {
        Money zero = Money.zero(child.account().balance().currency());
        return child.outstanding().stream()
                .map(Charge::total)
                .reduce(zero, Money::plus)
                .equals(child.account().outstanding());
    }

    private List<Invoice> invoices(List<Sibling> family, LocalDate today) {
        Map<StudentNumber, Student> atHost = students.find(
                family.stream().map(child -> child.student().number()).toList());
        return family.stream()
                .map(child -> Invoice.of(
                        child.student(),
                        child.student().number().student().map(atHost::get),
                        child.outstanding(),
                        child.account(),
                        today))
                .toList();
    }

    private DocumentMetadata about(String title, StudentSnapshot student, String when, DocumentTexts words) {
        return new DocumentMetadata(
                title + " – " + student.nameOrNumber(),
                words.text("studentNumber") + " " + student.number() + ", " + when,
                ZonedDateTime.now(clock));
    }
}
