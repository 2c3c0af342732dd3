package org.openadmin.fees.ui.internal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceMailer.SharedAddress;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.FakeMailer;
import org.openadmin.fees.ui.internal.Screens;

class InvoicesViewTest {

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMailer mailer = new FakeMailer(office);
    private final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    private Charge lab;
    private final Queue<Runnable> background = new ArrayDeque<>();

    @BeforeEach
    void oneWhoOwesAndOneWhoDoesNot() {
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
        lab = office.charge(ines, "Lab fee", "24.95");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(String... roles) {
        Screens.open(Locale.CANADA, roles);
        Screens.show(view());
    }

    private InvoicesView view() {
        return new InvoicesView(
                office.students(),
                office,
                documents,
                new FakeLists(),
                office.runs(),
                mailer,
                mailer,
                Screens.CLOCK,
                background::add);
    }

    private void finish() {
        background.remove().run();
        MockVaadin.clientRoundtrip();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(int scope) {
        RadioButtonGroup group = find(RadioButtonGroup.class, "invoice-scope");
        LocatorJ._setValue(group, group.getListDataView().getItem(scope));
    }

    @Test
    void everybodysInvoicesAreMadeAwayFromThePageAndLogged() {
        open("fees-bill");
        click("make-invoices");
        assertThat(shows(ProgressBar.class, "invoices-progress")).isTrue();
        find(Button.class, "make-invoices").click();
        assertThat(background).hasSize(1);

        finish();
        assertThat(shows(ProgressBar.class, "invoices-progress")).isFalse();
        assertThat(text("invoices-notice")).isEqualTo("1 invoice on 1 page, 24.95 CAD due in total.");
        assertThat(text("invoices-none")).isEqualTo("1 student got no invoice: nothing due (1).");
        assertThat(text("run-heading")).isEqualTo("Run 1");
        assertThat(shows(Anchor.class, "open-invoices")).isTrue();
        assertThat(documents.invoicesSent.get(0).date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(documents.invoicesSent.get(0).audience()).isEmpty();
    }

    @Test
    void aGroupIsInvoicedAlone() {
        open("fees-bill");
        choose(1);
        type("audience-values", "9");
        click("make-invoices");
        finish();
        assertThat(documents.invoicesSent.get(0).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9"))));
    }

    @Test
    void wrongInputIsNamedAndNothingStarts() {
        open("fees-bill");
        choose(1);
        LocatorJ._setValue(find(DatePicker.class, "invoice-date"), null);
        click("make-invoices");
        assertThat(error("invoice-date")).contains("2026-09-08");
        assertThat(error("audience-values")).isNotEmpty();
        assertThat(background).isEmpty();
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void nothingDueAndAFailureAreEachOneSentence() {
        office.cashier().receive(Kit.paying(ines, "24.95", lab.id()));
        open("fees-bill");
        click("make-invoices");
        finish();
        assertThat(text("invoices-notice"))
                .isEqualTo("No invoices were made: 2 students were skipped. See the log for the reasons.");
        assertThat(text("run-left-out")).contains("nothing due (2)");

        documents.nextFailure = new DocumentException(DocumentException.Problem.TEXT_CUT, "secret detail", null);
        click("make-invoices");
        finish();
        assertThat(text("invoices-notice")).contains("too long for its place").doesNotContain("secret");
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void withoutTheRoleThereIsNoButton() {
        open("fees-cashier");
        assertThat(shows(Button.class, "make-invoices")).isFalse();
    }

    @Test
    void theAddressOfAStudentChoosesThatStudentAlone() {
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(view());
        view.setParameter(null, "100");
        click("make-invoices");
        finish();
        assertThat(documents.invoicesSent.get(0).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.STUDENT, List.of("100"))));

        view.setParameter(null, "nobody");
        assertThat(text("invoices-form-notice")).contains("is not a student number");
    }

    @Test
    void theLeastAmountAndTheOrderArePartOfTheWish() {
        open("fees-bill");
        type("invoice-minimum", "abc");
        click("make-invoices");
        assertThat(error("invoice-minimum")).contains("12.50");
        assertThat(background).isEmpty();

        type("invoice-minimum", "5");
        choose("invoice-order", InvoiceOrder.GRADE);
        Screens.tick("invoice-unaddressed", true);
        click("make-invoices");
        finish();
        InvoiceRequest wish = documents.invoicesSent.get(0);
        assertThat(wish.minimum()).contains(Money.parse("5.00", Kit.CAD));
        assertThat(wish.order()).isEqualTo(InvoiceOrder.GRADE);
        assertThat(wish.unaddressed()).isTrue();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(String id, Object value) {
        LocatorJ._setValue(find(Select.class, id), value);
    }

    @Test
    void aRunThatIsStoppedIsToldSo() {
        documents.beforeInvoices = () -> {
            Screens.click("invoices-progress-stop");
            assertThat(documents.lastProgress.at(1, 2)).isFalse();
            throw new RunCancelledException(new RunNumber(1));
        };
        open("fees-bill");
        click("make-invoices");
        finish();
        assertThat(text("invoices-notice")).isEqualTo("Stopped. No document was made.");
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void earlierRunsAreListedAndTheirLogIsAnAddress() {
        mailer.log(
                Channel.PRINT,
                State.FAILED,
                InvoiceRequest.of(new Actor("anna", Set.of(Role.BILL)), LocalDate.of(2026, 9, 1), Optional.empty()),
                "No space left on device",
                FakeMailer.line(5, Outcome.NO_ADDRESS, "7.00"));
        mailer.log(
                Channel.EMAIL,
                State.DONE,
                InvoiceRequest.of(
                        new Actor("anna", Set.of(Role.BILL)),
                        LocalDate.of(2026, 9, 1),
                        Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9", "10")))),
                "",
                FakeMailer.line(100, Outcome.SENT, "24.95"),
                FakeMailer.line(101, Outcome.FAILED, "7.00"));
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(view());
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "runs"))).isEqualTo(2);

        view.setParameter(null, "run=1");
        assertThat(text("run-what"))
                .contains("Printed, invoices dated Sep. 1, 2026 for: Everyone who owes money", "anna");
        assertThat(text("run-problem")).isEqualTo("Problem: No space left on device");
        assertThat(shows(Span.class, "run-figures")).isFalse();
        assertThat(text("run-left-out")).isEqualTo("1 student got no invoice: no postal address (1).");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "run-lines"))).isEqualTo(1);
        assertThat(shows(Button.class, "make-invoices")).isFalse();

        view.setParameter(null, "run=2");
        assertThat(text("run-what")).contains("for: Grade 9 10. Started by anna");
        assertThat(text("run-figures")).isEqualTo("Sent for 1 of 2 students, 24.95 CAD due in total.");

        view.setParameter(null, "run=77");
        assertThat(text("invoices-form-notice")).isEqualTo("There is no invoice run number 77.");
        view.setParameter(null, "run=x");
        assertThat(text("invoices-form-notice")).isEqualTo("“x” is not the number of an invoice run.");
    }

    @Test
    void aPrintThatWasStoppedSaysThatNothingWasMadeAndLeadsBack() {
        mailer.log(
                Channel.PRINT,
                State.CANCELLED,
                InvoiceRequest.of(new Actor("anna", Set.of(Role.BILL)), LocalDate.of(2026, 9, 1), Optional.empty()),
                "",
                FakeMailer.line(5, Outcome.INVOICED, "24.95"));
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(view());
        view.setParameter(null, "run=1");
        assertThat(text("run-figures")).isEqualTo("No document was made.");
        assertThat(find(Anchor.class, "run-back").getHref()).isEqualTo("fees/invoices");
    }

    @Test
    void aRunOfAnotherSessionIsFollowedAndStoppedOnItsPage() {
        InvoiceRequest request =
                InvoiceRequest.of(new Actor("anna", Set.of(Role.BILL)), LocalDate.of(2026, 9, 1), Optional.empty());
        RunNumber number = office.runs().begin(request, Channel.EMAIL).number();
        Line first = new Line(
                FakeMailer.line(100, Outcome.WAITING, "24.95").student(), Outcome.WAITING, cad("24.95"), "a@x", "");
        office.runs().add(number, List.of(first, FakeMailer.line(101, Outcome.WAITING, "3.00")));
        office.runs().addCopy(number, first.student().number(), "a@x", Outcome.WAITING, List.of());
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(view());
        view.setParameter(null, "run=1");
        assertThat(text("run-progress-text")).isEqualTo("0 of 2 students done");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        office.runs().change(number, "a@x", Outcome.WAITING, Outcome.SENT, "");
        office.runs().count(number, 1, cad("24.95"), cad("0.00"));
        poll();
        assertThat(text("run-progress-text")).isEqualTo("1 of 2 students done");
        assertThat(text("run-figures")).isEqualTo("Sent for 1 of 2 students, 24.95 CAD due in total.");

        click("run-stop");
        assertThat(office.runs().run(Kit.VIEWER, number).state()).isEqualTo(State.STOPPING);
        assertThat(find(Button.class, "run-stop").isEnabled()).isFalse();
        assertThat(text("run-stop")).isEqualTo("Stopping…");

        office.runs().end(number, State.CANCELLED, 1, 0, cad("24.95"), cad("0.00"), "");
        poll();
        assertThat(shows(Button.class, "run-stop")).isFalse();
        assertThat(text("run-sheet")).contains("Stopped");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void aListWithARunInProgressFollowsItAndAClosedPageDoesNot() {
        InvoiceRequest request =
                InvoiceRequest.of(new Actor("anna", Set.of(Role.BILL)), LocalDate.of(2026, 9, 1), Optional.empty());
        office.runs().begin(request, Channel.PRINT);
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(view());
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        UI.getCurrent().remove(view);
        assertThat(UI.getCurrent().getPollInterval()).isNegative();

        UI.getCurrent().add(view);
        office.runs().end(new RunNumber(1), State.DONE, 1, 1, cad("24.95"), cad("0.00"), "");
        poll();
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    @Test
    void withoutAMailServerThereIsNoButtonForIt() {
        open("fees-bill");
        assertThat(shows(Button.class, "email-invoices")).isFalse();
        assertThat(shows(Button.class, "test-mail")).isFalse();
    }

    @Test
    void aTestMessageIsSentAwayFromThePageAndItsResultIsShown() {
        mailer.configured = true;
        open("fees-bill");
        click("test-mail");
        assertThat(text("mail-test-setup"))
                .isEqualTo("Mail server smtp.school.example:587, STARTTLS, sender office@school.example.");
        assertThat(find(TextField.class, "mail-test-address").getValue()).isEqualTo("office@school.example");
        type("mail-test-address", " anna@school.example ");
        click("mail-test-send");
        assertThat(mailer.tests).isEmpty();
        finish();
        assertThat(mailer.tests).containsExactly("anna@school.example");
        assertThat(text("mail-test-notice"))
                .isEqualTo("The mail server has accepted the message to anna@school.example.");

        mailer.failure = new MailException(MailException.Problem.EXPECTS_TLS, "smtp.school.example:465", null);
        click("mail-test-send");
        finish();
        assertThat(text("mail-test-notice")).contains("mail.security = tls", "smtp.school.example:465");

        mailer.failure = new InvalidInputException(Field.EMAIL, Problem.UNKNOWN, "anna");
        click("mail-test-send");
        finish();
        assertThat(error("mail-test-address")).contains("“anna” is not an e-mail address");
        assertThat(find(Button.class, "mail-test-send").isEnabled()).isTrue();
    }

    @Test
    void anEmailIsAskedForAndSentOnce() {
        mailer.configured = true;
        open("fees-bill");
        click("email-invoices");
        assertThat(text("mailing-question"))
                .startsWith("1 message will be sent for 1 student, 24.95 CAD due in total.");
        assertThat(text("mailing-sender"))
                .isEqualTo("Invoices dated Sep. 8, 2026, from Prairie View School <office@school.example>.");
        assertThat(text("mailing-left-out")).contains("no usable e-mail address (1), already sent (1)");
        assertThat(shows(VerticalLayout.class, "mailing-shared")).isFalse();
        assertThat(find(Checkbox.class, "mailing-again").getLabel())
                .isEqualTo("Include the student whose family already has an e-mailed invoice of these charges");
        Screens.tick("mailing-again", true);
        assertThat(text("mailing-question")).startsWith("2 messages will be sent");
        Button send = find(Button.class, "mailing-send");
        send.click();
        send.click();
        assertThat(background).hasSize(1);
        finish();
        assertThat(mailer.sent).hasSize(1);
        assertThat(mailer.sent.get(0).includeAlreadySent()).isTrue();
        assertThat(text("mailing-notice")).isEqualTo("Sent for 1 student.");
        assertThat(text("run-heading")).isEqualTo("Run 1");
    }

    @Test
    void aRunThatWasStoppedIsFinishedFromItsLogWithItsDateAndStudents() {
        mailer.configured = true;
        InvoiceRequest stopped = InvoiceRequest.of(
                new Actor("anna", Set.of(Role.BILL)),
                LocalDate.of(2026, 9, 1),
                Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9", "10"))));
        mailer.log(
                Channel.EMAIL,
                State.CANCELLED,
                stopped,
                "",
                FakeMailer.line(100, Outcome.SENT, "24.95"),
                FakeMailer.line(101, Outcome.WAITING, "7.00"));
        mailer.log(Channel.EMAIL, State.DONE, stopped, "", FakeMailer.line(100, Outcome.SENT, "24.95"));
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(view());
        view.setParameter(null, "run=2");
        assertThat(shows(Button.class, "run-finish")).isFalse();

        view.setParameter(null, "run=1");
        assertThat(text("run-finish")).isEqualTo("Finish run 1");
        click("run-finish");
        assertThat(find(Dialog.class, "mailing-dialog").getHeaderTitle()).isEqualTo("Finish run 1");
        assertThat(text("mailing-rest"))
                .isEqualTo("The invoices keep the date of that run, Sep. 1, 2026, and its students."
                        + " Families that already got theirs get no message.");
        assertThat(shows(Checkbox.class, "mailing-again")).isFalse();
        click("mailing-send");
        assertThat(shows(ProgressBar.class, "mailing-progress")).isTrue();
        finish();

        assertThat(mailer.sent.get(0).finishes()).contains(new RunNumber(1));
        assertThat(mailer.sent.get(0).invoices().date()).isEqualTo(stopped.date());
        assertThat(mailer.sent.get(0).invoices().audience()).isEqualTo(stopped.audience());
        assertThat(text("mailing-notice")).isEqualTo("Sent for 1 student.");
        assertThat(text("run-heading")).isEqualTo("Run 3");
    }

    @Test
    void anAddressOfSeveralFamiliesIsNamedInTheQuestion() {
        mailer.configured = true;
        mailer.shared =
                List.of(new SharedAddress("none@school.example", 5), new SharedAddress("unknown@school.example", 2));
        open("fees-bill");
        click("email-invoices");

        assertThat(find(VerticalLayout.class, "mailing-shared").getChildren())
                .extracting(line -> line.getElement().getText())
                .containsExactly(
                        "5 families share the address none@school.example. Nothing is sent to it.",
                        "2 families share the address unknown@school.example. Nothing is sent to it.");
    }

    private static void leave() {
        UI page = UI.getCurrent();
        page.getSession().removeUI(page);
    }

    @Test
    void messagesGoOnWithoutThePageAndAPrintDoesNot() {
        mailer.configured = true;
        List<Boolean> on = new ArrayList<>();
        documents.beforeInvoices = () -> on.add(documents.lastProgress.at(1, 2));
        open("fees-bill");
        click("make-invoices");
        leave();
        background.remove().run();
        assertThat(on).containsExactly(false);

        Screens.close();
        open("fees-bill");
        click("email-invoices");
        click("mailing-send");
        leave();
        background.remove().run();
        assertThat(office.runs().latest(Kit.VIEWER, Page.first(1)).get(0).state())
                .isEqualTo(State.DONE);
    }

    @Test
    void aRunThatFailsUnderWayShowsItsLog() {
        mailer.configured = true;
        mailer.failure = new MailException(MailException.Problem.POSTPONED, "smtp.school.example: 451 later", null);
        mailer.beforeFailure = request -> mailer.log(
                Channel.EMAIL,
                State.FAILED,
                request.invoices(),
                "451 later",
                FakeMailer.line(100, Outcome.SENT, "24.95"),
                FakeMailer.line(101, Outcome.WAITING, "3.00"));
        open("fees-bill");
        click("email-invoices");
        click("mailing-send");
        finish();
        assertThat(text("mailing-notice"))
                .contains("accepts no messages at the moment", "451 later")
                .endsWith("The log below lists the families already e-mailed; the rest can be sent later.");
        assertThat(text("run-figures")).startsWith("Sent for 1 of 2 students");
    }

    @Test
    void anUnreachableMailServerIsOneSentence() {
        mailer.configured = true;
        mailer.failure = new MailException(MailException.Problem.UNREACHABLE, "mail.school.example", null);
        open("fees-bill");
        click("email-invoices");
        click("mailing-send");
        finish();
        assertThat(text("mailing-notice")).contains("cannot be reached", "mail.school.example");
        assertThat(find(Button.class, "email-invoices").isEnabled()).isTrue();
    }
}
