package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;

/** What keeps a run by e-mail from being sent: the server, the documents, the configuration, the role. */
class EmailRunFailuresTest extends MailingSchool {

    @Test
    void aServerThatIsNotThereFailsTheRunAndEverybodyWaits() throws Exception {
        owes(1, "A", "A", "a@home.example", "10.00");
        smtp.leave();

        assertThatThrownBy(() -> mail.send(request("", false), Progress.NONE))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE));
        assertThat(school.lastRun().state()).isEqualTo(State.FAILED);
        assertThat(school.lastRun().problem()).contains("cannot be reached");
        assertThat(school.lastRun().outcomes()).isEqualTo(Map.of(Outcome.WAITING, 1));
    }

    @Test
    void aServerThatFailsUnderWayLeavesNoMessageInDoubt() {
        owes(1, "A", "A", "a@home.example", "10.00");
        owes(2, "B", "B", "b@home.example", "10.00");
        owes(3, "C", "C", "c@home.example", "10.00");
        smtp.answers("MAIL", "250 ok", "550 account suspended");

        assertThatThrownBy(() -> mail.send(request("", false), Progress.NONE))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.REFUSED));
        assertThat(school.lastRun().state()).isEqualTo(State.FAILED);
        assertThat(school.lastRun().invoices()).isEqualTo(1);
        assertThat(school.lastRun().outcomes())
                .isEqualTo(Map.of(Outcome.SENT, 1, Outcome.FAILED, 1, Outcome.WAITING, 1));
    }

    @Test
    void invoicesThatCannotBeMadeAreFoundBeforeTheFirstMessageGoes() {
        owes(1, "A", "A", "a@home.example", "10.00");
        school.renderer.failure = new DocumentException(DocumentException.Problem.LOGO, "logo.png", null);
        EmailedInvoices mailed = school.mailer(new StridingClock(NOW));

        assertThatThrownBy(() -> mailed.send(request("", false), Progress.NONE)).isInstanceOf(DocumentException.class);
        assertThat(school.lastRun().state()).isEqualTo(State.FAILED);
        assertThat(school.lastRun().outcomes()).isEqualTo(Map.of(Outcome.WAITING, 1));
        assertThat(smtp.commands).isEmpty();
    }

    @Test
    void withoutAMailServerThereIsNoRun() {
        school.mail = Optional.empty();
        owes(1, "A", "A", "a@home.example", "10.00");

        assertThat(mail.isConfigured()).isFalse();
        for (Runnable what : List.<Runnable>of(
                () -> mail.plan(request("", false)), () -> mail.send(request("", false), Progress.NONE))) {
            assertThatThrownBy(what::run).isInstanceOfSatisfying(MailException.class, e -> assertThat(e.problem())
                    .isEqualTo(Problem.NOT_CONFIGURED));
        }
        assertThat(school.runs()).isEmpty();
        assertThat(school.audited()).containsExactly("email-invoices mail");
    }

    @Test
    void mailNeedsTheRole() {
        Actor cashier = new Actor("claire", Set.of(Role.CASHIER));
        Request request = new Request(InvoiceRequest.of(cashier, DAY, Optional.empty()), false);

        assertThatThrownBy(() -> mail.plan(request)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> mail.send(request, Progress.NONE)).isInstanceOf(NotAllowedException.class);
        assertThat(school.audited()).containsExactly("email-invoices not-allowed");
    }
}
