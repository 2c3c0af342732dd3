package org.openadmin.fees.internal.parents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.StatementRenderer;
import org.openadmin.fees.testkit.Kit;

/** A parent gets the documents of the parent's own children, whatever numbers are requested. */
class ParentDocumentsDatabaseTest {

    private static final StudentNumber CHILD = new StudentNumber(103);
    private static final StudentNumber SISTER = new StudentNumber(104);
    private static final StudentNumber STRANGER = new StudentNumber(105);
    private static final Actor PARENT = new Actor("parent", EnumSet.of(Role.PARENT));
    private static final Actor OTHER_PARENT = new Actor("Parent", EnumSet.of(Role.PARENT));

    private static final List<Integer> OPEN_SLOTS = new ArrayList<>();

    private static DatabaseOffice office;
    private static JpaParentDocuments documents;
    private static Receipt own;
    private static Receipt ofBoth;
    private static Receipt withStranger;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(10);
        office.administrator.execute(
                "DELETE FROM guardian_login",
                "INSERT INTO guardian_login (login, studnum) VALUES"
                        + " ('parent', 103), ('parent', 104), ('somebody', 105)");
        documents = new JpaParentDocuments(
                office.transactions,
                office.settings,
                new JpaParentDocuments.Renderers(
                        ParentDocumentsDatabaseTest::statement, new Invoices(), ParentDocumentsDatabaseTest::receipts),
                user -> {
                    OPEN_SLOTS.add(1);
                    return () -> OPEN_SLOTS.remove(0);
                },
                Kit.CLOCK);
        charge(CHILD, "Trip", "30.00");
        charge(CHILD, "Lab fee", "12.00");
        ChargeId band = charge(CHILD, "Band", "4.00");
        charge(STRANGER, "Secret", "99.00");
        own = office.cashier.receive(payment(CHILD, "10.00"));
        ofBoth = office.cashier.receive(together(SISTER));
        withStranger = office.cashier.receive(together(STRANGER));
        office.corrections.apply(new Waive(RequestKey.fresh(), CLERK, band, DAY, "Bursary of the Kim fund"));
    }

    private static ChargeId charge(StudentNumber student, String name, String amount) {
        office.charge(student, name, amount);
        return office.accounts.outstanding(student).stream()
                .filter(charge -> charge.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static FamilyPaymentRequest together(StudentNumber other) {
        return new FamilyPaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                List.of(
                        new FamilyPaymentRequest.Part(CHILD, Set.of(charge(CHILD, "Pens with " + other, "1.00"))),
                        new FamilyPaymentRequest.Part(other, Set.of(charge(other, "Pens", "1.00")))),
                other,
                DAY,
                Kit.cad("6.00"),
                PaymentMethod.CHEQUE,
                "77",
                EnumSet.allOf(Confirmation.class));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void writesTheStatementOfAChildWithoutTheReasonOfAWaiver() {
        String statement = written(out -> documents.statement(of(PARENT, CHILD), Locale.FRENCH, out));

        assertThat(statement)
                .startsWith("statement of 103 in fr-CA\n")
                .contains("Trip 30.00", "Lab fee 12.00", "WAIVER")
                .doesNotContain("Bursary", "Kim", "Secret");
        assertThat(OPEN_SLOTS).isEmpty();
    }

    @Test
    void writesTheInvoiceThatTheOfficeWouldSendToday() {
        assertThat(written(out -> documents.invoice(PARENT, CHILD, Locale.ENGLISH, out)))
                .isEqualTo("invoice of 103 in en-CA, " + Kit.TODAY + ": [Trip, Lab fee], due "
                        + office.accounts.balance(CHILD).due().toPlainString());
        assertThatThrownBy(() -> written(out -> documents.invoice(PARENT, SISTER, Locale.ENGLISH, out)))
                .isInstanceOf(NothingDueException.class);
        assertThat(OPEN_SLOTS).isEmpty();
    }

    @Test
    void anUnknownLanguageIsThatOfTheSchool() {
        assertThat(written(out -> documents.statement(of(PARENT, CHILD), Locale.GERMAN, out)))
                .startsWith("statement of 103 in en-CA\n");
    }

    @Test
    void writesAReceiptOfTheFamilyWholeAndOneOfOthersInPart() {
        assertThat(receipt(PARENT, own)).isEqualTo(own.number() + " of 103: 10.00\n");
        assertThat(receipt(PARENT, ofBoth)).contains("103", "104").endsWith(": 6.00\n");
        assertThat(receipt(PARENT, withStranger))
                .startsWith(withStranger.number() + " of 103: ")
                .doesNotContain("105");
    }

    @Test
    void refusesEveryOtherStudentAsIfThereWereNone() {
        for (AccountNumber other : List.of(STRANGER, new StudentNumber(4711), new PayerNumber(1))) {
            refused(UnknownStudentException.class, PARENT, actor -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                documents.statement(of(actor, other), Locale.ENGLISH, out);
            });
        }
        refused(
                UnknownStudentException.class,
                PARENT,
                actor -> documents.invoice(actor, STRANGER, Locale.ENGLISH, new ByteArrayOutputStream()));
        ReceiptNumber foreign =
                office.cashier.receive(payment(STRANGER, "1.00")).number();
        refused(
                UnknownReceiptException.class,
                PARENT,
                actor -> documents.receipt(actor, foreign, Locale.ENGLISH, new ByteArrayOutputStream()));
    }

    @Test
    void refusesALoginThatDiffersInItsCaseOrIsSql() {
        for (Actor other : List.of(OTHER_PARENT, new Actor("' OR 1=1 -- ", EnumSet.of(Role.PARENT)))) {
            refused(
                    UnknownStudentException.class,
                    other,
                    actor -> documents.statement(of(actor, CHILD), Locale.ENGLISH, new ByteArrayOutputStream()));
            refused(
                    UnknownStudentException.class,
                    other,
                    actor -> documents.invoice(actor, CHILD, Locale.ENGLISH, new ByteArrayOutputStream()));
            refused(
                    UnknownReceiptException.class,
                    other,
                    actor -> documents.receipt(actor, own.number(), Locale.ENGLISH, new ByteArrayOutputStream()));
        }
    }

    @Test
    void refusesTheOffice() {
        for (Role role : List.of(Role.VIEW, Role.BILL, Role.CASHIER, Role.ADMIN)) {
            Actor office = new Actor(PARENT.name(), EnumSet.of(role));
            refused(
                    NotAllowedException.class,
                    office,
                    actor -> documents.statement(of(actor, CHILD), Locale.ENGLISH, new ByteArrayOutputStream()));
            refused(
                    NotAllowedException.class,
                    office,
                    actor -> documents.invoice(actor, CHILD, Locale.ENGLISH, new ByteArrayOutputStream()));
            refused(
                    NotAllowedException.class,
                    office,
                    actor -> documents.receipt(actor, own.number(), Locale.ENGLISH, new ByteArrayOutputStream()));
        }
    }

    @Test
    void refusesAChildAsSoonAsTheViewDoesNotListIt() {
        Actor mother = new Actor("mother", EnumSet.of(Role.PARENT));
        office.administrator.execute("INSERT INTO guardian_login (login, studnum) VALUES ('mother', 103)");
        assertThat(written(out -> documents.statement(of(mother, CHILD), Locale.ENGLISH, out)))
                .isNotEmpty();

        office.administrator.execute("DELETE FROM guardian_login WHERE login = 'mother'");

        refused(
                UnknownStudentException.class,
                mother,
                actor -> documents.statement(of(actor, CHILD), Locale.ENGLISH, new ByteArrayOutputStream()));
    }

    private interface Call {
        void as(Actor actor);
    }

    private static void refused(Class<? extends RuntimeException> type, Actor actor, Call call) {
        ThrowingCallable attempt = () -> call.as(actor);
        assertThatThrownBy(attempt).isInstanceOf(type);
    }

    private static StatementRequest of(Actor actor, AccountNumber account) {
        return new StatementRequest(actor, account, LocalDate.of(2026, 9, 1), Kit.TODAY);
    }

    private static String receipt(Actor actor, Receipt receipt) {
        return written(out -> documents.receipt(actor, receipt.number(), Locale.ENGLISH, out));
    }

    private interface Writing {
        void to(OutputStream out);
    }

    private static String written(Writing document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(String text, OutputStream out) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void statement(
            StudentSnapshot student,
            Optional<Student> hostStudent,
            StatementRequest period,
            StatementRenderer.Reading reading,
            Settings settings,
            OutputStream out) {
        assertThat(hostStudent).as("guardian and address").isEmpty();
        write("statement of " + student.number() + " in " + settings.locale().toLanguageTag() + "\n", out);
        reading.forEach(lines -> lines.lines()
                .forEach(line -> write(
                        line.entry().kind() + " " + line.entry().name() + " "
                                + line.entry().total().toPlainString() + " "
                                + line.entry().description() + "\n",
                        out)));
    }

    private static void receipts(List<Receipt> receipts, boolean copies, Settings settings, OutputStream out) {
        assertThat(copies).isTrue();
        for (Receipt receipt : receipts) {
            String of = receipt.isOfSeveral()
                    ? receipt.shares().stream()
                            .map(share -> share.student().number().toString())
                            .collect(Collectors.joining(", "))
                    : receipt.student().number().toString();
            write(receipt.number() + " of " + of + ": " + receipt.received().toPlainString() + "\n", out);
        }
    }

    /** Writes one line. */
    private static final class Invoices implements InvoiceRenderer {

        @Override
        public InvoiceDocument begin(LocalDate date, Settings settings) {
            return new InvoiceDocument() {

                private String text;

                @Override
                public void add(List<Invoice> invoices) {
                    Invoice invoice = invoices.get(0);
                    assertThat(invoice.hostStudent()).as("guardian and address").isEmpty();
                    text = "invoice of " + invoice.student().number() + " in "
                            + settings.locale().toLanguageTag() + ", " + date + ": "
                            + invoice.charges().stream()
                                    .map(charge -> charge.name())
                                    .toList()
                            + ", due " + invoice.due().toPlainString();
                }

                @Override
                public int complete() {
                    return 1;
                }

                @Override
                public void writeTo(OutputStream out) {
                    write(text, out);
                }

                @Override
                public void close() {
                    text = "";
                }
            };
        }

        @Override
        public InvoiceDocument begin(LocalDate date, Instant at, Settings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InvoiceDocument beginAgain(LocalDate date, Settings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String fingerprint(Kind kind, Settings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String fingerprint(Invoice invoice) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String unprintable(Invoice invoice) {
            throw new UnsupportedOperationException();
        }
    }
}
