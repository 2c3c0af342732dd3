package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;

/** A run by e-mail in progress: how it is followed, waits, and is stopped. */
class EmailRunInProgressTest extends MailingSchool {

    @Test
    void aRunThatIsStoppedBetweenTwoParentsHasReachedOneOfThem() {
        StudentNumber ann = owes(1, "Roy", "Ann", "mum@home.example, dad@home.example", "10.00");

        InvoiceRun run = mail.send(request("", false), (done, all) -> done < 1);

        assertThat(line(run, ann).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(line(run, ann).detail()).isEqualTo("dad@home.example: sent");
        assertThat(run.invoices()).isZero();
        assertThat(mail.send(Request.finishing(CLERK, run), Progress.NONE).outcomes())
                .isEqualTo(Map.of(Outcome.SENT, 1));
        assertThat(recipients()).containsExactly(List.of("dad@home.example"), List.of("mum@home.example"));
    }

    @Test
    void aChangeOfTheConfigurationDoesNotReachARunThatIsUnderWay() {
        owes(1, "Ann", "A", "a@home.example", "10.00");
        owes(2, "Bob", "B", "b@home.example", "10.00");

        mail.send(request("", false), (done, all) -> {
            school.speak(Locale.CANADA_FRENCH);
            return true;
        });

        assertThat(school.renderer.languages).hasSize(3).containsOnly(Locale.CANADA);
    }

    @Test
    void aRunThatIsStoppedLeavesTheRestForAnotherOne() {
        for (int number = 1; number <= 4; number++) {
            owes(number, "S" + number, "A", "a" + number + "@home.example", "10.00");
        }

        InvoiceRun run = mail.send(request("", false), (done, all) -> done < 2);

        assertThat(run.state()).isEqualTo(State.CANCELLED);
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 2, Outcome.WAITING, 2));
        assertThat(mail.send(request("", false), Progress.NONE).outcomes())
                .isEqualTo(Map.of(Outcome.SENT, 2, Outcome.ALREADY_SENT, 2));
        assertThat(smtp.taken).hasSize(4);
    }

    @Test
    void aRunIsStoppedBySomebodyElseBetweenTwoMessages() {
        for (int number = 1; number <= 4; number++) {
            owes(number, "S" + number, "A", "a" + number + "@home.example", "10.00");
        }

        InvoiceRun run = mail.send(request("", false), (done, all) -> {
            if (done == 2) {
                school.office
                        .runs()
                        .stop(
                                new Actor("bill", Set.of(Role.BILL)),
                                school.lastRun().number());
            }
            return true;
        });

        assertThat(run.state()).isEqualTo(State.CANCELLED);
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 2, Outcome.WAITING, 2));
        assertThat(smtp.taken).hasSize(2);
    }

    @Test
    void theLogOfARunInProgressHasTheSumsOfWhatHasBeenSent() {
        StudentNumber ann = owes(1, "A", "Ann", "a@home.example", "10.00");
        school.credit(ann, "2.50");
        owes(2, "B", "Bob", "b@home.example", "20.00");
        List<String> figures = new ArrayList<>();

        mail.send(request("", false), (done, all) -> {
            InvoiceRun now = school.lastRun();
            figures.add(now.invoices() + " " + now.charged().amount() + " "
                    + now.due().amount());
            return true;
        });

        assertThat(figures).startsWith("0 0.00 0.00").contains("1 10.00 7.50").endsWith("2 30.00 27.50");
    }

    @Test
    void theLogOfARunThatWaitsSaysForWhatAndTheRunGoesOn() {
        owes(1, "A", "Ann", "a@home.example", "10.00");
        owes(2, "B", "Bob", "b@home.example", "20.00");
        smtp.answers("MAIL", Collections.nCopies(5, "451 4.7.1 try again later").toArray(String[]::new));
        List<String> problems = new ArrayList<>();

        InvoiceRun run = mail.send(
                request("", false),
                (done, all) -> problems.add(done + " " + school.lastRun().problem()));

        assertThat(problems)
                .anyMatch(each -> each.matches(
                        "0 The mail server is tried again at \\d\\d:\\d\\d:\\d\\d: .*: 451 4.7.1 try again later"))
                .contains("1 ");
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 2));
        assertThat(run.problem()).isEmpty();
    }

    @Test
    void aRunThatWaitsForTheServerIsStoppedBySomebodyElse() {
        owes(1, "A", "Ann", "a@home.example", "10.00");
        smtp.answers("MAIL", Collections.nCopies(50, "451 try later").toArray(String[]::new));

        InvoiceRun run = mail.send(request("", false), (done, all) -> {
            if (!school.lastRun().problem().isEmpty()) {
                school.office.runs().stop(CLERK, school.lastRun().number());
            }
            return true;
        });

        assertThat(run.state()).isEqualTo(State.CANCELLED);
        assertThat(smtp.taken).isEmpty();
    }

    @Test
    void aRunOfAModuleThatGoesEndsBeforeItsNextMessage() {
        owes(1, "A", "A", "a@home.example", "10.00");
        owes(2, "B", "B", "b@home.example", "10.00");

        InvoiceRun run = mail.send(request("", false), (done, all) -> {
            if (done == 1) {
                mail.stop();
            }
            return true;
        });

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.problem()).isEqualTo("the module was stopped");
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void aPauseEndsAtOnceWhenTheModuleStops() throws Exception {
        school.mail = Optional.of(settings(Map.of(), 1));
        owes(1, "A", "A", "a@home.example", "10.00");
        owes(2, "B", "B", "b@home.example", "10.00");
        EmailedInvoices slow = school.mailer(Clock.fixed(NOW, ZoneOffset.UTC));
        AtomicInteger callsAfterTheFirstMessage = new AtomicInteger();
        CountDownLatch pausing = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicBoolean wentOn = new AtomicBoolean();
        Progress progress = (done, all) -> {
            wentOn.compareAndSet(false, stopped.get());
            // first before the pause of a minute, then in it
            if (done == 1 && callsAfterTheFirstMessage.incrementAndGet() == 2) {
                pausing.countDown();
            }
            return true;
        };

        CompletableFuture<InvoiceRun> run =
                CompletableFuture.supplyAsync(() -> slow.send(request("", false), progress));
        pausing.await();
        slow.stop();
        stopped.set(true);

        assertThat(run.join().state()).isEqualTo(State.FAILED);
        assertThat(run.join().problem()).isEqualTo("the module was stopped");
        assertThat(wentOn).as("another step of the pause").isFalse();
        assertThat(smtp.taken).hasSize(1);
    }
}
