package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;

import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Plan;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;

/** Reminders by e-mail: one for each stage, to each address of a family. */
class EmailedRemindersTest extends MailingSchool {

    private static final int USUAL_DUE_DAYS = 37;

    private static Request reminders() {
        return new Request(InvoiceRequest.of(CLERK, DAY, Optional.empty()).ofReminders(Optional.empty()), false);
    }

    private StudentNumber overdue(int number, String lastname, String email, int days) {
        StudentNumber student = school.reachable(number, lastname, "Ann", email);
        school.charge(student, DAY.minusDays(USUAL_DUE_DAYS + days), "Lab fee", "10.00");
        return student;
    }

    @Test
    void eachStageIsSentOnceWhateverInvoicesWereSent() throws Exception {
        StudentNumber student = overdue(1, "Roy", "mum@home.example", 40);
        mail.send(request("", false), Progress.NONE);
        Plan plan = mail.plan(reminders());
        assertThat(plan.messages()).isEqualTo(1);

        InvoiceRun run = mail.send(reminders(), Progress.NONE);

        assertThat(run.isOfReminders()).isTrue();
        assertThat(line(run, student).reminder().orElseThrow().days()).isEqualTo(30);
        assertThat(pdf(1)).isEqualTo("2026-09-08 1 Roy, Ann: Lab fee 10.00; due 10.00; reminder 30 FURTHER");
        assertThat(mail.plan(reminders()).leftOut()).isEqualTo(Map.of(Outcome.REMINDED, 1));
        NothingToInvoiceException nobody =
                catchThrowableOfType(NothingToInvoiceException.class, () -> mail.send(reminders(), Progress.NONE));
        assertThat(school.who(nobody.run().number(), Outcome.REMINDED)).containsExactly(student);
        assertThat(smtp.taken).hasSize(2);
        assertThat(school.audited()).contains("email-reminders");
    }

    @Test
    void aReminderDoesNotKeepAnInvoiceFromBeingSent() {
        overdue(1, "Roy", "mum@home.example", 40);
        mail.send(reminders(), Progress.NONE);

        assertThat(mail.plan(request("", false)).messages()).isEqualTo(1);
    }

    @Test
    void whoWasRemindedOnPaperIsNotRemindedByEmail() {
        StudentNumber student = school.child(1, "Roy", "Ann", "", "12 Main Street", "mum@home.example");
        school.charge(student, DAY.minusDays(USUAL_DUE_DAYS + 40), "Lab fee", "10.00");
        school.printer().print(reminders().invoices(), Progress.NONE, OutputStream.nullOutputStream());

        assertThat(mail.plan(reminders()).leftOut()).isEqualTo(Map.of(Outcome.REMINDED, 1));
    }

    @Test
    void theMessageHasTheToneOfItsHighestStageInBothLanguagesAndNotTheSchoolsTextOfInvoices() throws Exception {
        school.mail = Optional.of(settings(Map.of("en", new MessageTemplate("Bill", "Our own {invoices}"))));
        overdue(1, "Roy", "mum@home.example", 70);
        overdue(2, "Roy", "mum@home.example", 20);

        mail.send(reminders(), Progress.NONE);

        MimeMessage message = message(0);
        assertThat(message.getSubject())
                .isEqualTo("École Prairie View School: reminder for Ann Roy and Ann Roy / Rappel");
        assertThat(text(message))
                .contains("the last that we send, is attached", "le dernier que nous envoyons")
                .contains("- Lab fee: $10.00, overdue: was due June 30, 2026")
                .contains("Total: $20.00, overdue since June 30, 2026.")
                .contains("the slip at the bottom of the letter")
                .doesNotContain("Our own", "invoice");
    }

    @Test
    void aRunThatWasStoppedIsFinishedForThoseWhomItDidNotReach() {
        StudentNumber first = overdue(1, "Abel", "a@home.example", 40);
        StudentNumber second = overdue(2, "Zwicky", "z@home.example, y@home.example", 40);
        InvoiceRun stopped = mail.send(reminders(), (done, all) -> done < 2);
        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(smtp.taken).hasSize(2);

        InvoiceRun rest = mail.send(Request.finishing(CLERK, stopped), Progress.NONE);

        assertThat(rest.isOfReminders()).isTrue();
        assertThat(school.who(rest.number(), Outcome.ALREADY_SENT)).containsExactly(first);
        assertThat(school.who(rest.number(), Outcome.SENT)).containsExactly(second);
        assertThat(recipients())
                .containsExactly(List.of("a@home.example"), List.of("y@home.example"), List.of("z@home.example"));
        assertThat(mail.plan(reminders()).messages()).isZero();
    }

    @Test
    void nothingOfAReminderIsSentAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(reminders().invoices(), true));
    }
}
