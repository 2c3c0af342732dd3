package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.money;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Plan;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceMailer.SharedAddress;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.mail.ScriptedServer;
import org.openadmin.fees.testkit.Kit;

/** Who gets an invoice by e-mail and who does not, what has been sent before, and the rest of a run. */
class EmailedOnceTest extends MailingSchool {

    @Test
    void whoGetsNoneIsInTheLogWithTheReason() {
        StudentNumber sent = owes(1, "Sent", "S", "s@home.example", "10.00");
        StudentNumber none = owes(2, "None", "N", "", "10.00");
        StudentNumber wrong = owes(3, "Wrong", "W", "w@home.example, nobody", "10.00");
        StudentNumber little = owes(4, "Little", "L", "l@home.example", "0.50");
        StudentNumber covered = owes(5, "Covered", "C", "c@home.example", "10.00");
        school.credit(covered, "10.00");
        StudentNumber gone = new StudentNumber(6);
        school.charge(gone, "Lab fee", "10.00");
        Request request = request("1.00", false);

        Plan plan = mail.plan(request);
        assertThat(school.runs()).isEmpty();
        InvoiceRun run = mail.send(request, Progress.NONE);

        assertThat(plan)
                .isEqualTo(new Plan(
                        1,
                        1,
                        money("10.00"),
                        Map.of(
                                Outcome.NO_EMAIL, 2,
                                Outcome.BELOW_MINIMUM, 1,
                                Outcome.NOTHING_DUE, 1,
                                Outcome.UNKNOWN_STUDENT, 1),
                        0,
                        List.of()));
        assertThat(run.leftOut()).isEqualTo(5);
        assertThat(school.who(run.number(), Outcome.SENT)).containsExactly(sent);
        assertThat(school.who(run.number(), Outcome.NO_EMAIL)).containsExactly(none, wrong);
        assertThat(school.who(run.number(), Outcome.BELOW_MINIMUM)).containsExactly(little);
        assertThat(school.who(run.number(), Outcome.NOTHING_DUE)).containsExactly(covered);
        assertThat(school.who(run.number(), Outcome.UNKNOWN_STUDENT)).containsExactly(gone);
        assertThat(line(run, wrong).detail()).isEqualTo("w@home.example, nobody");
        assertThat(line(run, sent).recipient()).isEqualTo("s@home.example");
    }

    @Test
    void theSameInvoiceGoesOutOnceUnlessItIsWantedAgainOrMoreIsDue() {
        StudentNumber ann = owes(1, "Ann", "A", "a@home.example", "10.00");
        owes(2, "Bob", "B", "b@home.example", "10.00");
        mail.send(request("", false), Progress.NONE);
        school.charge(ann, "Locker", "5.00");

        assertThat(mail.plan(request("", false)).leftOut()).isEqualTo(Map.of(Outcome.ALREADY_SENT, 1));
        InvoiceRun second = mail.send(request("", false), Progress.NONE);

        assertThat(school.who(second.number(), Outcome.SENT)).containsExactly(ann);
        assertThat(second.due()).isEqualTo(money("15.00"));
        assertThatThrownBy(() -> mail.send(request("", false), Progress.NONE))
                .isInstanceOfSatisfying(
                        NothingToInvoiceException.class,
                        e -> assertThat(e.run().count(Outcome.ALREADY_SENT)).isEqualTo(2));
        assertThat(mail.send(request("", true), Progress.NONE).count(Outcome.SENT))
                .isEqualTo(2);
        assertThat(smtp.taken).hasSize(5);
    }

    @Test
    void whateverItsDateNobodyIsAskedForWhatHasBeenPaidSince() {
        StudentNumber paid = owes(1, "Ann", "A", "a@home.example", "10.00");
        StudentNumber owing = owes(2, "Bob", "B", "b@home.example", "10.00");
        school.office
                .cashier()
                .receive(Kit.paying(
                        paid,
                        "10.00",
                        school.office.accounts().outstanding(paid).get(0).id()));

        InvoiceRun run = mail.send(on(DAY.minusDays(3), false), Progress.NONE);

        assertThat(school.who(run.number(), Outcome.SENT)).containsExactly(owing);
    }

    @Test
    void theSameChargesAreNotSentAgainOnAnotherDate() {
        StudentNumber ann = owes(1, "Ann", "A", "a@home.example", "10.00");
        owes(2, "Bob", "B", "b@home.example", "10.00");
        mail.send(request("", false), Progress.NONE);
        school.charge(ann, "Locker", "5.00");
        Request nextDay = on(DAY.plusDays(1), false);

        Plan plan = mail.plan(nextDay);

        assertThat(plan.alreadySent()).isEqualTo(1);
        assertThat(plan.messages()).isEqualTo(1);
        assertThat(school.who(mail.send(nextDay, Progress.NONE).number(), Outcome.ALREADY_SENT))
                .containsExactly(new StudentNumber(2));
        Plan again = mail.plan(on(DAY.plusDays(2), true));
        assertThat(again.alreadySent()).isEqualTo(2);
        assertThat(again.messages()).isEqualTo(2);
    }

    @Test
    void anInvoiceWithLessOfTheSameChargesBringsNothingNewAndOneWithMoreDueDoes() {
        StudentNumber ann = owes(1, "Ann", "A", "a@home.example", "10.00");
        StudentNumber bob = owes(2, "Bob", "B", "b@home.example", "10.00");
        school.credit(bob, "4.00");
        mail.send(request("", false), Progress.NONE);
        school.credit(ann, "3.00");
        school.credit(bob, "-1.00");

        InvoiceRun next = mail.send(on(DAY.plusDays(1), false), Progress.NONE);

        assertThat(school.who(next.number(), Outcome.ALREADY_SENT)).containsExactly(ann);
        assertThat(school.who(next.number(), Outcome.SENT)).containsExactly(bob);
    }

    @Test
    void aCorrectedAddressHasNotBeenSentAnything() {
        owes(1, "Roy", "Ann", "wrong@home.example, dad@home.example", "10.00");
        mail.send(request("", false), Progress.NONE);
        school.reachable(1, "Roy", "Ann", "right@home.example, DAD@home.example");

        assertThat(mail.plan(request("", false)).alreadySent()).isZero();
        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(recipients().subList(2, 3)).containsExactly(List.of("right@home.example"));
        assertThat(line(run, new StudentNumber(1)).recipient()).isEqualTo("right@home.example");
        assertThat(line(run, new StudentNumber(1)).detail()).isEqualTo("dad@home.example: already sent");
    }

    @Test
    void theRestOfARunIsSentOnAnotherDayWithItsOwnDateAndStudents() throws Exception {
        for (int number = 1; number <= 4; number++) {
            owes(number, "S" + number, "A", "a" + number + "@home.example", "10.00");
        }
        InvoiceRequest some =
                InvoiceRequest.of(CLERK, DAY, Optional.of(Audience.Group.parse(GroupKind.STUDENT, "1 2 3")));
        InvoiceRun stopped = mail.send(new Request(some, false), (done, all) -> done < 2);
        school.charge(new StudentNumber(1), "Charged since", "3.00");
        Request rest = Request.finishing(CLERK, stopped);

        assertThat(mail.plan(rest).messages()).isEqualTo(1);
        InvoiceRun finished = mail.send(rest, Progress.NONE);

        assertThat(finished.date()).isEqualTo(DAY);
        assertThat(finished.audience()).isEqualTo("student 1 2 3");
        assertThat(finished.outcomes()).isEqualTo(Map.of(Outcome.SENT, 1, Outcome.ALREADY_SENT, 2));
        assertThat(recipients().subList(2, 3)).containsExactly(List.of("a3@home.example"));
        assertThat(text(message(2))).contains("dated September 8, 2026");
    }

    @Test
    void anAddressOfSeveralFamiliesGetsNothingAndIsNamedBeforehandAndInTheLog() {
        StudentNumber ann = owes(1, "Roy", "Ann", "none@school.example", "10.00");
        StudentNumber bea = owes(2, "Sun", "Bea", "NONE@school.example bea@home.example", "10.00");
        StudentNumber cid = owes(3, "Sun", "Cid", "bea@home.example", "10.00");
        school.reachable(4, "Who Owes Nothing", "Dan", "cid@home.example none@school.example");

        Plan plan = mail.plan(request("", false));
        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(plan.shared()).containsExactly(new SharedAddress("none@school.example", 3));
        assertThat(plan.leftOut()).isEqualTo(Map.of(Outcome.SHARED_EMAIL, 1));
        assertThat(recipients()).containsExactly(List.of("bea@home.example"));
        assertThat(line(run, ann).outcome()).isEqualTo(Outcome.SHARED_EMAIL);
        assertThat(line(run, ann).detail()).isEqualTo("none@school.example");
        assertThat(line(run, bea).outcome()).isEqualTo(Outcome.SENT);
        assertThat(line(run, bea).detail()).isEqualTo("none@school.example: shared email");
        assertThat(line(run, cid).detail()).isEmpty();
        assertThat(run.leftOut()).isEqualTo(1);
    }

    @Test
    void whoseOtherAddressIsSharedHasTheInvoiceAlreadyOnTheirOwn() {
        StudentNumber ann = owes(1, "Roy", "Ann", "none@school.example ann@home.example", "10.00");
        owes(2, "Sun", "Bea", "none@school.example", "10.00");
        mail.send(request("", false), Progress.NONE);

        Plan plan = mail.plan(request("", false));

        assertThat(plan.leftOut()).isEqualTo(Map.of(Outcome.ALREADY_SENT, 1, Outcome.SHARED_EMAIL, 1));
        assertThat(plan.alreadySent()).isEqualTo(1);
        InvoiceRun again = mail.send(request("", true), Progress.NONE);
        assertThat(line(again, ann).outcome()).isEqualTo(Outcome.SENT);
        assertThat(recipients()).containsExactly(List.of("ann@home.example"), List.of("ann@home.example"));
    }

    @Test
    void oneAddressOfTwoThatIsRefusedIsNamedAndGetsItNextTime() {
        StudentNumber ann = owes(1, "Roy", "Ann", "mum@home.example, dad@home.example", "10.00");
        smtp.answers("RCPT", "550 no such user");

        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(line(run, ann).outcome()).isEqualTo(Outcome.SENT);
        assertThat(line(run, ann).detail()).isEqualTo("dad@home.example: 550 no such user");
        assertThat(run.invoices()).isEqualTo(1);
        mail.send(request("", false), Progress.NONE);
        assertThat(recipients()).containsExactly(List.of("mum@home.example"), List.of("dad@home.example"));
    }

    @Test
    void theSameKeySendsNothingTwice() {
        owes(1, "Ann", "A", "a@home.example", "10.00");
        Request request = request("", true);

        InvoiceRun run = mail.send(request, Progress.NONE);

        assertThat(mail.send(request, Progress.NONE)).isEqualTo(run);
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgainByItself() {
        StudentNumber ann = owes(1, "Ann", "A", "a@home.example", "10.00");
        StudentNumber bob = owes(2, "Bob", "B", "b@home.example", "10.00");
        StudentNumber cid = owes(3, "Cid", "C", "c@home.example", "10.00");
        smtp.answers(ScriptedServer.END, ScriptedServer.DROP).answers("RCPT", "250 ok", "550 no such user");

        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.invoices()).isEqualTo(1);
        assertThat(school.who(run.number(), Outcome.UNCERTAIN)).containsExactly(ann);
        assertThat(school.who(run.number(), Outcome.FAILED)).containsExactly(bob);
        assertThat(school.who(run.number(), Outcome.SENT)).containsExactly(cid);
        assertThat(line(run, bob).detail()).isEqualTo("550 no such user");
        InvoiceRun next = mail.send(request("", false), Progress.NONE);
        assertThat(school.who(next.number(), Outcome.SENT)).containsExactly(bob);
    }
}
