package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.money;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Plan;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceMailer.SharedAddress;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.MailException.Problem;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.internal.mail.ScriptedServer;
import org.openadmin.fees.spi.School;

/** A run of invoices by e-mail, from the families to the server and the log. */
class EmailedInvoicesTest {

    private final InvoicingSchool school = new InvoicingSchool();
    private final ScriptedServer smtp = new ScriptedServer();
    private final EmailedInvoices mail = school.mailer(new StridingClock(NOW));

    @BeforeEach
    void configure() {
        school.mail = Optional.of(settings(Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        smtp.close();
    }

    @Test
    void eachAddressGetsOneMessageWithTheInvoicesOfAllItsStudents() throws Exception {
        owes(1, "Tremblay", "Inès", "Marie@home.example luc@home.example", "10.50");
        owes(2, "Tremblay", "Zoé", "luc@home.example;marie@HOME.example", "5.00");
        owes(3, "Roy", "Ann", "roy@home.example", "7.00");
        List<String> told = new ArrayList<>();

        InvoiceRun run = mail.send(request("", false), (done, all) -> told.add(done + "/" + all));

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 3));
        assertThat(run.invoices()).isEqualTo(3);
        assertThat(run.due()).isEqualTo(money("22.50"));
        assertThat(told).startsWith("0/3").contains("1/3").endsWith("3/3");
        assertThat(recipients())
                .containsExactly(
                        List.of("roy@home.example"), List.of("luc@home.example"), List.of("Marie@home.example"));
        assertThat(message(1).getAllRecipients()).containsExactly(new InternetAddress("luc@home.example"));
        assertThat(line(run, new StudentNumber(1)).recipient()).isEqualTo("luc@home.example,marie@home.example");
        MimeMessage message = message(1);
        assertThat(message.getSubject())
                .isEqualTo("École Prairie View School: invoice for Inès Tremblay and Zoé Tremblay / Facture");
        assertThat(text(message)).isEqualTo("""
                        (Le texte français se trouve plus bas.)

                        Hello,

                        The invoice dated September 8, 2026 is attached. This is what is due:

                        Inès Tremblay: $10.50
                        - Lab fee: $10.50

                        Zoé Tremblay: $5.00
                        - Lab fee: $5.00

                        Total due: $15.50, to be paid by October 8, 2026.

                        How to pay: at the school office, or by mail with the slip at the bottom of the invoice.

                        If you have any questions, please reply to this message.

                        École Prairie View School

                        ----------

                        Bonjour,

                        Vous trouverez ci-joint la facture du 8 septembre 2026. Voici ce qui est à payer~:

                        Inès Tremblay~: 10,50~$
                        - Lab fee~: 10,50~$

                        Zoé Tremblay~: 5,00~$
                        - Lab fee~: 5,00~$

                        Total à payer~: 15,50~$, au plus tard le 8 octobre 2026.

                        Pour payer~: au secrétariat de l’école, ou par la poste avec le talon au bas de la facture.

                        Pour toute question, répondez à ce message.

                        École Prairie View School
                        """.replace('~', '\u00a0'));
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("invoices-2026-09-08-Tremblay.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "2026-09-08 1 Tremblay, Inès: Lab fee 10.50; due 10.50",
                        "2026-09-08 2 Tremblay, Zoé: Lab fee 5.00; due 5.00");
        assertThat(school.renderer.open).isZero();
    }

    @Test
    void aFrenchSchoolWritesInFrenchFirst() throws Exception {
        school.speak(Locale.CANADA_FRENCH);
        owes(1, "L’Écuyer-Müller", "Inès", "a@home.example", "10.50");

        mail.send(request("", false), Progress.NONE);

        assertThat(message(0).getSubject())
                .isEqualTo("École Prairie View School\u00a0: facture pour Inès L’Écuyer-Müller / Invoice");
        assertThat(text(message(0)))
                .startsWith("(The English text is below.)\n\nBonjour,")
                .contains("10,50\u00a0$", "----------\n\nHello,\n");
        assertThat(((Multipart) message(0).getContent()).getBodyPart(1).getFileName())
                .isEqualTo("factures-2026-09-08-L-Ecuyer-Muller.pdf");
    }

    @Test
    void theMessageTellsWhoIsMeantWhatIsDueForWhomAndHowToPay() throws Exception {
        school.present(new School(
                "Prairie View School",
                List.of("120 River Street East", "Regina SK"),
                List.of("306-555-0100", "office@school.example"),
                List.of(),
                Optional.empty(),
                "",
                Map.of("en", "Cheques are payable to the school.")));
        StudentNumber ann = school.child(1, "Roy", "Ann", "Marie Côté", "12 Elm St", "mum@home.example");
        StudentNumber bea = school.child(2, "Roy", "Bea", "Luc Roy", "12 Elm St", "mum@home.example");
        StudentNumber cid = school.child(3, "Roy", "Cid", "MARIE COTE", "12 Elm St", "mum@home.example");
        school.charge(ann, "Lab fee", "10.00", "GST 0.50");
        school.charge(ann, "Locker", "5.00");
        school.credit(ann, "2.00");
        school.charge(bea, "Lab fee", "10.00");
        school.charge(cid, "Lab fee", "10.00");

        mail.send(request("", false), Progress.NONE);

        assertThat(message(0).getSubject())
                .isEqualTo("Prairie View School: invoice for Ann Roy, Bea Roy and Cid Roy / Facture");
        assertThat(text(message(0)))
                .contains("Hello Marie Côté and Luc Roy,\n", "Bonjour Marie Côté et Luc Roy,\n")
                .contains("Ann Roy: $13.50\n- Lab fee: $10.50\n- Locker: $5.00\n- less credit on account: $2.00\n\n"
                        + "Bea Roy: $10.00\n")
                .contains("Total due: $33.50, to be paid by October 8, 2026.")
                .contains("How to pay: at the school office, or by mail with the slip at the bottom of the invoice, to"
                        + " 120 River Street East, Regina SK.\nCheques are payable to the school.\n")
                .contains("Prairie View School\n306-555-0100\noffice@school.example\n\n----------");
    }

    @Test
    void aFamilyReadsItsOwnLanguageFirst() throws Exception {
        school.mail = Optional.of(new MailSettings(
                "127.0.0.1",
                smtp.port(),
                MailSettings.Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                60,
                3,
                Map.of(),
                false,
                Map.of("fr", Audience.Group.parse(GroupKind.STUDENT, "2 77"))));
        owes(1, "Ann", "A", "a@home.example", "10.00");
        owes(2, "Bob", "B", "b@home.example", "10.00");

        mail.send(request("", false), Progress.NONE);

        assertThat(text(message(0))).startsWith("(Le texte français");
        assertThat(text(message(1))).startsWith("(The English text is below.)\n\nBonjour,");
        assertThat(message(1).getSubject()).endsWith("\u00a0: facture pour B Bob / Invoice");
        assertThat(((Multipart) message(1).getContent()).getBodyPart(1).getFileName())
                .isEqualTo("factures-2026-09-08-Bob.pdf");
    }

    @Test
    void theSchoolsOwnWordsStandInForOursAndANameIsNoPlaceToFill() throws Exception {
        school.mail = Optional.of(settings(Map.of(
                "en",
                        new MessageTemplate(
                                "{school}: {students}", "Dear family,\nsee {date}, {due}, {dueDate}, {unknown}"),
                "cr", new MessageTemplate("", "Tānisi"))));
        owes(1, "{due}", "$1 \\", "a@home.example", "10.50");

        mail.send(request("", false), Progress.NONE);

        assertThat(message(0).getSubject()).isEqualTo("École Prairie View School: $1 \\ {due} / Facture");
        assertThat(text(message(0)))
                .contains(
                        "Dear family,\nsee September 8, 2026, $10.50, October 8, 2026, {unknown}\n\n----------\n\nBonjour")
                .endsWith("----------\n\nTānisi\n");
    }

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
    void aParentWithTwoChildrenInDifferentFieldsGetsOneMessage() throws Exception {
        owes(1, "Roy", "Ann", "mum@home.example, dad@home.example", "10.00");
        owes(2, "Roy", "Bea", "mum@home.example", "5.00");

        Plan plan = mail.plan(request("", false));
        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(plan.messages()).isEqualTo(2);
        assertThat(plan.students()).isEqualTo(2);
        assertThat(plan.due()).isEqualTo(money("15.00"));
        assertThat(recipients()).containsExactly(List.of("dad@home.example"), List.of("mum@home.example"));
        assertThat(pdf(0)).contains("Roy, Ann").doesNotContain("Roy, Bea");
        assertThat(pdf(1)).contains("Roy, Ann", "Roy, Bea");
        assertThat(run.invoices()).isEqualTo(2);
        assertThat(run.due()).isEqualTo(money("15.00"));
    }

    @Test
    void blindCopiesAreOneMessageToAllAddressesThatGetTheSameInvoices() throws Exception {
        school.mail = Optional.of(settings(Map.of(), 60, true));
        owes(1, "Roy", "Ann", "mum@home.example, dad@home.example", "10.00");
        owes(2, "Sun", "Bea", "one@home.example two@home.example", "5.00");
        owes(3, "Sun", "Cid", "one@home.example", "7.00");

        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(recipients())
                .containsExactly(
                        List.of("dad@home.example", "mum@home.example"),
                        List.of("one@home.example"),
                        List.of("two@home.example"));
        assertThat(message(0).getAllRecipients())
                .as("the addresses do not see each other")
                .containsExactly(new InternetAddress("office@school.example"));
        assertThat(smtp.taken.get(0).content()).doesNotContain("mum@home.example", "dad@home.example");
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 3));
        assertThat(mail.plan(request("", false)).leftOut()).isEqualTo(Map.of(Outcome.ALREADY_SENT, 3));
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
    }

    @Test
    void mailNeedsTheRole() {
        Actor cashier = new Actor("claire", Set.of(Role.CASHIER));
        Request request = new Request(InvoiceRequest.of(cashier, DAY, Optional.empty()), false);

        assertThatThrownBy(() -> mail.plan(request)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> mail.send(request, Progress.NONE)).isInstanceOf(NotAllowedException.class);
    }

    private StudentNumber owes(int number, String lastname, String firstname, String email, String amount) {
        StudentNumber student = school.reachable(number, lastname, firstname, email);
        school.charge(student, "Lab fee", amount);
        return student;
    }

    private Line line(InvoiceRun run, StudentNumber student) {
        return school.lines(run.number()).stream()
                .filter(line -> line.student().number().equals(student))
                .findFirst()
                .orElseThrow();
    }

    private MimeMessage message(int index) throws Exception {
        byte[] content = smtp.taken.get(index).content().getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    }

    private static String text(MimeMessage message) throws Exception {
        return ((Multipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private List<List<String>> recipients() {
        return smtp.taken.stream().map(ScriptedServer.Taken::recipients).toList();
    }

    private String pdf(int index) throws Exception {
        Multipart parts = (Multipart) message(index).getContent();
        return new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Request on(LocalDate date, boolean again) {
        return new Request(InvoiceRequest.of(CLERK, date, Optional.empty()), again);
    }

    private static Request request(String minimum, boolean again) {
        Optional<Money> least =
                Optional.of(minimum).filter(text -> !text.isEmpty()).map(InvoicingSchool::money);
        return new Request(
                new InvoiceRequest(RequestKey.fresh(), CLERK, DAY, Optional.empty(), least, InvoiceOrder.NAME, false),
                again);
    }

    private MailSettings settings(Map<String, MessageTemplate> letters) {
        return settings(letters, 60);
    }

    private MailSettings settings(Map<String, MessageTemplate> letters, int perMinute) {
        return settings(letters, perMinute, false);
    }

    private MailSettings settings(Map<String, MessageTemplate> letters, int perMinute, boolean blindCopies) {
        return new MailSettings(
                "127.0.0.1",
                smtp.port(),
                MailSettings.Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                perMinute,
                3,
                letters,
                blindCopies,
                Map.of());
    }
}
