package org.openadmin.fees.ui.internal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.invoicing.InvoiceMailer.SharedAddress;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.FakeMailer;
import org.openadmin.fees.ui.internal.Screens;

/** Sending invoices by e-mail, finishing a run that was stopped, and the test message. */
class InvoiceMailingTest {

    @RegisterExtension
    private final InvoicesScreen screen = new InvoicesScreen();

    @Test
    void withoutAMailServerThereIsNoButtonForIt() {
        screen.open("fees-bill");
        assertThat(shows(Button.class, "email-invoices")).isFalse();
        assertThat(shows(Button.class, "test-mail")).isFalse();
    }

    @Test
    void aTestMessageIsSentAwayFromThePageAndItsResultIsShown() {
        screen.mailer.configured = true;
        screen.open("fees-bill");
        click("test-mail");
        assertThat(text("mail-test-setup"))
                .isEqualTo("Mail server smtp.school.example:587, STARTTLS, sender office@school.example.");
        assertThat(find(TextField.class, "mail-test-address").getValue()).isEqualTo("office@school.example");
        type("mail-test-address", " anna@school.example ");
        click("mail-test-send");
        assertThat(screen.mailer.tests).isEmpty();
        screen.finish();
        assertThat(screen.mailer.tests).containsExactly("anna@school.example");
        assertThat(text("mail-test-notice"))
                .isEqualTo("The mail server has accepted the message to anna@school.example.");

        screen.mailer.failure = new MailException(MailException.Problem.EXPECTS_TLS, "smtp.school.example:465", null);
        click("mail-test-send");
        screen.finish();
        assertThat(text("mail-test-notice")).contains("mail.security = tls", "smtp.school.example:465");

        screen.mailer.failure = new InvalidInputException(Field.EMAIL, Problem.UNKNOWN, "anna");
        click("mail-test-send");
        screen.finish();
        assertThat(error("mail-test-address")).contains("“anna” is not an e-mail address");
        assertThat(find(Button.class, "mail-test-send").isEnabled()).isTrue();
    }

    @Test
    void anEmailIsAskedForAndSentOnce() {
        screen.mailer.configured = true;
        screen.open("fees-bill");
        click("email-invoices");
        assertThat(text("mailing-question"))
                .startsWith("1 message will be sent for 1 student, 24.95 CAD due in total.");
        assertThat(text("mailing-sender"))
                .isEqualTo("Invoices dated Sep. 8, 2026, from Prairie View School <office@school.example>.");
        assertThat(text("mailing-left-out")).contains("no usable e-mail address (1), already sent (1)");
        assertThat(shows(VerticalLayout.class, "mailing-shared")).isFalse();
        assertThat(find(Checkbox.class, "mailing-again").getLabel())
                .isEqualTo("Include the student whose family already has an e-mailed invoice of these charges");
        tick("mailing-again", true);
        assertThat(text("mailing-question")).startsWith("2 messages will be sent");
        Button send = find(Button.class, "mailing-send");
        send.click();
        send.click();
        assertThat(screen.background).hasSize(1);
        screen.finish();
        assertThat(screen.mailer.sent).hasSize(1);
        assertThat(screen.mailer.sent.get(0).includeAlreadySent()).isTrue();
        assertThat(text("mailing-notice")).isEqualTo("Sent for 1 student.");
        assertThat(text("run-heading")).isEqualTo("Run 1");
    }

    @Test
    void aRunThatWasStoppedIsFinishedFromItsLogWithItsDateAndStudents() {
        screen.mailer.configured = true;
        InvoiceRequest stopped = InvoicesScreen.GRADES_BY_ANNA;
        screen.mailer.log(
                Channel.EMAIL,
                State.CANCELLED,
                stopped,
                "",
                FakeMailer.line(100, Outcome.SENT, "24.95"),
                FakeMailer.line(101, Outcome.WAITING, "7.00"));
        screen.mailer.log(Channel.EMAIL, State.DONE, stopped, "", FakeMailer.line(100, Outcome.SENT, "24.95"));
        InvoicesView view = screen.open("fees-bill");
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
        screen.finish();

        assertThat(screen.mailer.sent.get(0).finishes()).contains(new RunNumber(1));
        assertThat(screen.mailer.sent.get(0).invoices().date()).isEqualTo(stopped.date());
        assertThat(screen.mailer.sent.get(0).invoices().audience()).isEqualTo(stopped.audience());
        assertThat(text("mailing-notice")).isEqualTo("Sent for 1 student.");
        assertThat(text("run-heading")).isEqualTo("Run 3");
    }

    @Test
    void anAddressOfSeveralFamiliesIsNamedInTheQuestion() {
        screen.mailer.configured = true;
        screen.mailer.shared =
                List.of(new SharedAddress("none@school.example", 5), new SharedAddress("unknown@school.example", 2));
        screen.open("fees-bill");
        click("email-invoices");

        assertThat(find(VerticalLayout.class, "mailing-shared").getChildren())
                .extracting(line -> line.getElement().getText())
                .containsExactly(
                        "5 families share the address none@school.example. Nothing is sent to it.",
                        "2 families share the address unknown@school.example. Nothing is sent to it.");
    }

    @Test
    void aPrintStopsWhenTheUserGoesToAnotherPage() {
        List<Boolean> on = new ArrayList<>();
        screen.documents.beforeInvoices = () -> on.add(screen.documents.lastProgress.at(1, 2));
        screen.open("fees-bill");
        click("make-invoices");
        UI.getCurrent().removeAll();
        screen.background.remove().run();
        assertThat(on).containsExactly(false);
    }

    @Test
    void messagesGoOnWithoutThePageAndAPrintDoesNot() {
        screen.mailer.configured = true;
        List<Boolean> on = new ArrayList<>();
        screen.documents.beforeInvoices = () -> on.add(screen.documents.lastProgress.at(1, 2));
        screen.open("fees-bill");
        click("make-invoices");
        leave();
        screen.background.remove().run();
        assertThat(on).containsExactly(false);

        Screens.close();
        screen.open("fees-bill");
        click("email-invoices");
        click("mailing-send");
        leave();
        screen.background.remove().run();
        assertThat(screen.office.runs().latest(Kit.VIEWER, Page.first(1)).get(0).state())
                .isEqualTo(State.DONE);
    }

    @Test
    void aRunThatFailsUnderWayShowsItsLog() {
        screen.mailer.configured = true;
        screen.mailer.failure =
                new MailException(MailException.Problem.POSTPONED, "smtp.school.example: 451 later", null);
        screen.mailer.beforeFailure = request -> screen.mailer.log(
                Channel.EMAIL,
                State.FAILED,
                request.invoices(),
                "451 later",
                FakeMailer.line(100, Outcome.SENT, "24.95"),
                FakeMailer.line(101, Outcome.WAITING, "3.00"));
        screen.open("fees-bill");
        click("email-invoices");
        click("mailing-send");
        screen.finish();
        assertThat(text("mailing-notice"))
                .contains("accepts no messages at the moment", "451 later")
                .endsWith("The log below lists the families already e-mailed; the rest can be sent later.");
        assertThat(text("run-figures")).startsWith("Sent for 1 of 2 students");
    }

    @Test
    void anUnreachableMailServerIsOneSentence() {
        screen.mailer.configured = true;
        screen.mailer.failure = new MailException(MailException.Problem.UNREACHABLE, "mail.school.example", null);
        screen.open("fees-bill");
        click("email-invoices");
        click("mailing-send");
        screen.finish();
        assertThat(text("mailing-notice")).contains("cannot be reached", "mail.school.example");
        assertThat(find(Button.class, "email-invoices").isEnabled()).isTrue();
    }

    private static void leave() {
        UI page = UI.getCurrent();
        page.getSession().removeUI(page);
    }
}
