package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.group;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Copy;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.EmailedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.StartedRun;
import org.openadmin.fees.testkit.Kit;

/** The logs of the runs of invoices on a real database. */
class InvoiceRunsDatabaseTest {

    private static final PortalNode HERE = () -> new PortalStart("here", "first");
    private static final RunTotals NOTHING = new RunTotals(0, 0, cad("0"), cad("0"));

    private static DatabaseOffice office;
    private static InvoiceRunRecorder recorder;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(20);
        recorder = new JpaInvoiceRunRecorder(office.transactions, office.settings, Kit.CLOCK, HERE);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static InvoiceRequest request() {
        return InvoiceRequest.of(CLERK, DAY, Optional.empty());
    }

    private static InvoiceRequest keyed(RequestKey key) {
        return new InvoiceRequest(
                key,
                CLERK,
                DAY,
                Optional.of(group(GroupKind.GRADE, "9 10")),
                Optional.of(cad("5.00")),
                InvoiceOrder.HOMEROOM,
                true);
    }

    private static StudentSnapshot student(int number) {
        return new StudentSnapshot(new StudentNumber(number), "Student " + number, "9", "9A");
    }

    private static Line message(int number, String due, String recipient) {
        return new Line(student(number), Outcome.WAITING, cad(due), recipient, "");
    }

    private static RunNumber begin(InvoiceRequest request, Channel channel) {
        return recorder.start(request, channel).run().number();
    }

    private static InvoiceRun end(RunNumber run, State state) {
        return recorder.end(run, state, NOTHING, "");
    }

    private static Clock later(Duration time) {
        return Clock.fixed(Kit.CLOCK.instant().plus(time), ZoneOffset.UTC);
    }

    @Test
    void aRunIsKeptWithWhoAskedForWhatAndWhatCameOfIt() {
        RunNumber number = begin(keyed(RequestKey.fresh()), Channel.PRINT);
        recorder.add(
                number,
                List.of(
                        Line.of(student(3), Outcome.INVOICED, cad("12.00")),
                        Line.of(student(1), Outcome.NO_ADDRESS, cad("7.00")),
                        Line.of(student(2), Outcome.NOTHING_DUE, cad("0"))));
        recorder.end(number, State.DONE, new RunTotals(1, 2, cad("15.00"), cad("3.00")), "");

        InvoiceRun run = office.runs.run(VIEWER, number);
        assertThat(run.channel()).isEqualTo(Channel.PRINT);
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.date()).isEqualTo(DAY);
        assertThat(run.audience()).isEqualTo("grade 9 10");
        assertThat(run.minimum()).contains(cad("5.00"));
        assertThat(run.order()).isEqualTo(InvoiceOrder.HOMEROOM);
        assertThat(run.invoices()).isEqualTo(1);
        assertThat(run.pages()).isEqualTo(2);
        assertThat(run.due()).isEqualTo(cad("12.00"));
        assertThat(run.outcomes())
                .isEqualTo(Map.of(Outcome.INVOICED, 1, Outcome.NO_ADDRESS, 1, Outcome.NOTHING_DUE, 1));
        assertThat(run.leftOut()).isEqualTo(2);
        assertThat(run.startedBy()).isEqualTo("clerk");
        assertThat(run.endedAt()).isPresent();
        assertThat(office.runs.latest(VIEWER, Page.first(1))).containsExactly(run);
    }

    @Test
    void aPrintThatWasStoppedHasNoInvoicesInItsLog() {
        RunNumber number = begin(keyed(RequestKey.fresh()), Channel.PRINT);
        recorder.add(
                number,
                List.of(
                        Line.of(student(3), Outcome.INVOICED, cad("12.00")),
                        Line.of(student(2), Outcome.NOTHING_DUE, cad("0"))));
        assertThat(office.runs.run(VIEWER, number).outcomes()).containsEntry(Outcome.INVOICED, 1);

        InvoiceRun stopped = end(number, State.CANCELLED);
        assertThat(stopped.outcomes()).isEqualTo(Map.of(Outcome.UNMADE, 1, Outcome.NOTHING_DUE, 1));
        assertThat(stopped.leftOut()).isEqualTo(1);
        assertThat(office.runs.lines(VIEWER, number, Page.first(10)))
                .extracting(Line::outcome)
                .containsExactlyInAnyOrder(Outcome.UNMADE, Outcome.NOTHING_DUE);
    }

    @Test
    void theSameKeyIsTheSameRunAndAnotherWishWithItIsRefused() {
        RequestKey key = RequestKey.fresh();
        StartedRun first = recorder.start(keyed(key), Channel.PRINT);
        StartedRun again = recorder.start(keyed(key), Channel.PRINT);

        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.run().number()).isEqualTo(first.run().number());
        assertThatThrownBy(() -> recorder.start(keyed(key), Channel.EMAIL))
                .isInstanceOf(RequestKeyReusedException.class);
        InvoiceRequest other =
                new InvoiceRequest(key, CLERK, DAY, Optional.empty(), Optional.empty(), InvoiceOrder.NAME, false);
        assertThatThrownBy(() -> recorder.start(other, Channel.PRINT)).isInstanceOf(RequestKeyReusedException.class);
    }

    @Test
    void aDoubleClickFromEightBrowsersIsOneRun() throws Exception {
        RequestKey key = RequestKey.fresh();
        List<Callable<StartedRun>> clicks = IntStream.range(0, 8)
                .<Callable<StartedRun>>mapToObj(i -> () -> recorder.start(keyed(key), Channel.PRINT))
                .toList();
        ExecutorService browsers = Executors.newFixedThreadPool(clicks.size());
        List<StartedRun> begun = new ArrayList<>();
        try {
            for (Future<StartedRun> each : browsers.invokeAll(clicks)) {
                begun.add(each.get());
            }
        } finally {
            browsers.shutdown();
        }

        assertThat(begun).filteredOn(StartedRun::isNew).hasSize(1);
        assertThat(begun.stream().map(each -> each.run().number()).distinct()).hasSize(1);
    }

    /** The portal's field for addresses may be longer than the log's. */
    @Test
    void aMessageWithAVeryLongRecipientIsClaimedToo() {
        String recipient = "m".repeat(600) + "@x.example";
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.add(run, List.of(message(1, "5.00", recipient), message(2, "6.00", "b@x.example")));

        assertThat(recorder.claim(run, recipient)).isTrue();
        recorder.recordResult(run, recipient, Outcome.FAILED, "no such address", NOTHING);

        assertThat(office.runs.lines(VIEWER, run, Page.first(10)))
                .extracting(line -> line.outcome() + " " + line.recipient().length())
                .containsExactly("FAILED 512", "WAITING 11");
        end(run, State.FAILED);
    }

    @Test
    void aMessageIsClaimedOnceAndWhatBecameOfItStays() {
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.add(run, List.of(message(1, "5.00", "a@x.example"), message(2, "6.00", "a@x.example")));

        assertThat(recorder.claim(run, "a@x.example")).isTrue();
        assertThat(recorder.claim(run, "a@x.example")).isFalse();
        assertThat(recorder.claim(run, "b@x.example")).isFalse();
        recorder.recordResult(run, "a@x.example", Outcome.SENT, "250 ok", NOTHING);
        recorder.recordResult(run, "a@x.example", Outcome.FAILED, "too late", NOTHING);

        assertThat(office.runs.lines(VIEWER, run, Page.first(10)))
                .containsExactly(
                        new Line(student(1), Outcome.SENT, cad("5.00"), "a@x.example", "250 ok"),
                        new Line(student(2), Outcome.SENT, cad("6.00"), "a@x.example", "250 ok"));
        end(run, State.DONE);
        assertThat(recorder.claim(run, "a@x.example")).isFalse();
    }

    @Test
    void anInvoiceThatWasSentIsKnownByItsAddressAndCharges() {
        StudentNumber ann = new StudentNumber(21);
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.add(
                run,
                List.of(message(21, "5.00", "dad@x.example,mum@x.example"), message(22, "6.00", "mum@x.example")),
                List.of(
                        new Copy(ann, "dad@x.example", Outcome.WAITING, List.of(new ChargeId(7), new ChargeId(9))),
                        new Copy(ann, "mum@x.example", Outcome.WAITING, List.of(new ChargeId(7), new ChargeId(9))),
                        new Copy(ann, "none@x.example", Outcome.SHARED_EMAIL, List.of(new ChargeId(7))),
                        new Copy(new StudentNumber(22), "mum@x.example", Outcome.WAITING, List.of())));
        assertThat(recorder.emailed(Set.of(ann))).isEmpty();

        recorder.claim(run, "dad@x.example");
        recorder.recordResult(run, "dad@x.example", Outcome.FAILED, "550 no such user", NOTHING);
        recorder.claim(run, "mum@x.example");

        assertThat(recorder.emailed(Set.of(ann)))
                .containsExactly(new EmailedInvoice(
                        run, ann, "mum@x.example", List.of(new ChargeId(7), new ChargeId(9)), cad("5.00")));
        recorder.recordResult(run, "mum@x.example", Outcome.SENT, "", NOTHING);
        assertThat(recorder.emailed(Set.of(new StudentNumber(22), new StudentNumber(23))))
                .containsExactly(
                        new EmailedInvoice(run, new StudentNumber(22), "mum@x.example", List.of(), cad("6.00")));
        end(run, State.DONE);
        assertThat(office.runs.lines(VIEWER, run, Page.first(10)))
                .extracting(line -> line.outcome() + " " + line.detail())
                .containsExactly("SENT dad@x.example: 550 no such user; none@x.example: shared email", "SENT ");
    }

    @Test
    void whatWasSentBeforeEachAddressHadAMessageOfItsOwnIsKnownToo() throws Exception {
        StudentNumber ann = new StudentNumber(41);
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.add(run, List.of(message(41, "5.00", "a@x.example,b@x.example")), List.of());
        end(run, State.DONE);
        String script;
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db"))) {
            script = Files.readString(scripts.filter(file -> file.toString().endsWith("__messages.sql"))
                    .findFirst()
                    .orElseThrow());
        }
        try (Connection connection = office.administrator.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE fees_run_line SET outcome = 'sent' WHERE run_id = " + run);
            statement.executeUpdate(script.substring(script.indexOf("INSERT"), script.lastIndexOf(';')));
        }

        assertThat(recorder.emailed(Set.of(ann)))
                .containsExactly(
                        new EmailedInvoice(run, ann, "a@x.example", List.of(), cad("5.00")),
                        new EmailedInvoice(run, ann, "b@x.example", List.of(), cad("5.00")));
    }

    @Test
    void blindCopiesAreClaimedTogether() {
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.add(run, List.of(message(31, "5.00", "a@x.example,b@x.example")));

        assertThat(recorder.claim(run, "a@x.example,b@x.example")).isTrue();
        assertThat(recorder.claim(run, "b@x.example")).isFalse();
        recorder.recordResult(run, "a@x.example,b@x.example", Outcome.SENT, "", NOTHING);

        assertThat(office.runs.run(VIEWER, run).outcomes()).isEqualTo(Map.of(Outcome.SENT, 1));
        assertThat(recorder.emailed(Set.of(new StudentNumber(31))))
                .extracting(EmailedInvoice::address)
                .containsExactlyInAnyOrder("a@x.example", "b@x.example");
        end(run, State.DONE);
    }

    @Test
    void oneRunByEmailAtATimeUntilItHasBeenSilentForTenMinutes() {
        RunNumber cutOff = begin(request(), Channel.EMAIL);
        recorder.add(cutOff, List.of(message(11, "5.00", "c@x.example")));

        assertThatThrownBy(() -> recorder.start(request(), Channel.EMAIL))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("run " + cutOff);
        assertThat(begin(request(), Channel.PRINT)).isNotEqualTo(cutOff);

        Clock afterwards = later(Duration.ofMinutes(11));
        InvoiceRunRecorder next = new JpaInvoiceRunRecorder(office.transactions, office.settings, afterwards, HERE);
        RunNumber other = next.start(request(), Channel.EMAIL).run().number();
        InvoiceRun failed = new JpaInvoiceRuns(office.transactions, office.settings, afterwards).run(VIEWER, cutOff);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).contains("cut off");
        assertThat(next.claim(cutOff, "c@x.example"))
                .as("it wakes up, and another is under way")
                .isFalse();
        next.end(other, State.DONE, NOTHING, "");
        end(cutOff, State.FAILED);
    }

    @Test
    void aPortalThatStartsAgainEndsItsOwnRunsAndNobodyElses() {
        InvoiceRunRecorder elsewhere = recorder(() -> new PortalStart("there", "first"));
        RunNumber ours = begin(request(), Channel.EMAIL);
        recorder.add(ours, List.of(message(51, "5.00", "e@x.example"), message(52, "6.00", "f@x.example")));
        recorder.claim(ours, "e@x.example");
        recorder.recordResult(ours, "e@x.example", Outcome.SENT, "", new RunTotals(1, 0, cad("7.00"), cad("2.00")));
        RunNumber print = begin(request(), Channel.PRINT);
        RunNumber theirs = elsewhere.start(request(), Channel.PRINT).run().number();

        recorder.endInterrupted();
        assertThat(office.runs.run(VIEWER, ours).state()).as("the same start").isEqualTo(State.RUNNING);

        recorder(() -> new PortalStart("here", "second")).endInterrupted();
        InvoiceRun cutOff = office.runs.run(VIEWER, ours);
        assertThat(cutOff.state()).isEqualTo(State.FAILED);
        assertThat(cutOff.problem()).contains("cut off");
        assertThat(cutOff.endedAt()).isPresent();
        assertThat(cutOff.invoices()).isEqualTo(1);
        assertThat(cutOff.charged()).isEqualTo(cad("7.00"));
        assertThat(cutOff.due()).isEqualTo(cad("5.00"));
        assertThat(office.runs.run(VIEWER, print).state()).isEqualTo(State.FAILED);
        assertThat(office.runs.run(VIEWER, theirs).state()).isEqualTo(State.RUNNING);
        end(theirs, State.CANCELLED);
    }

    @Test
    void theNextRunOfAPortalThatStartedAgainNeedNotWait() {
        RunNumber cutOff = begin(request(), Channel.EMAIL);
        InvoiceRunRecorder elsewhere = recorder(() -> new PortalStart("there", "first"));
        InvoiceRunRecorder restarted = recorder(() -> new PortalStart("here", "third"));

        assertThatThrownBy(() -> elsewhere.start(request(), Channel.EMAIL)).isInstanceOf(MailException.class);
        RunNumber next = restarted.start(request(), Channel.EMAIL).run().number();

        assertThat(office.runs.run(VIEWER, cutOff).state()).isEqualTo(State.FAILED);
        assertThat(recorder.shouldContinue(cutOff)).isFalse();
        assertThat(restarted.shouldContinue(next)).isTrue();
        end(next, State.DONE);
        assertThat(restarted.shouldContinue(next)).isFalse();
    }

    @Test
    void aRunIsStoppedThroughTheDatabase() {
        RunNumber run = begin(request(), Channel.EMAIL);
        assertThat(recorder.shouldContinue(run)).isTrue();

        office.runs.stop(CLERK, run);

        assertThat(recorder.shouldContinue(run)).isFalse();
        assertThatThrownBy(() -> recorder.start(request(), Channel.EMAIL))
                .as("it has not stopped yet")
                .isInstanceOf(MailException.class);
        assertThat(end(run, State.CANCELLED).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aRunThatWaitsSaysForWhatAndCanBeStoppedMeanwhile() {
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.recordWait(run, "451 later" + "!".repeat(600));
        assertThat(office.runs.run(VIEWER, run).problem())
                .startsWith("451 later")
                .hasSize(512);

        office.runs.stop(CLERK, run);
        recorder.recordWait(run, "");
        assertThat(office.runs.run(VIEWER, run).problem()).isEmpty();
        end(run, State.CANCELLED);
        recorder.recordWait(run, "too late");
        assertThat(office.runs.run(VIEWER, run).problem()).isEmpty();
    }

    @Test
    void aMessageIsCountedOnce() {
        RunNumber run = begin(request(), Channel.EMAIL);
        recorder.add(run, List.of(message(61, "5.00", "g@x.example"), message(62, "6.00", "g@x.example")));
        recorder.claim(run, "g@x.example");
        RunTotals sent = new RunTotals(2, 0, cad("13.00"), cad("2.00"));
        recorder.recordResult(run, "g@x.example", Outcome.SENT, "", sent);
        recorder.recordResult(run, "g@x.example", Outcome.SENT, "", sent);

        InvoiceRun underWay = office.runs.run(VIEWER, run);
        assertThat(underWay.invoices()).isEqualTo(2);
        assertThat(underWay.due()).isEqualTo(cad("11.00"));
        recorder.end(run, State.DONE, sent, "");
    }

    private static InvoiceRunRecorder recorder(PortalNode portal) {
        return new JpaInvoiceRunRecorder(office.transactions, office.settings, Kit.CLOCK, portal);
    }

    @Test
    void linesComeWithWhatWentWrongFirstAndALongAnswerIsShortened() {
        RunNumber run = begin(request(), Channel.EMAIL);
        List<Line> lines = new ArrayList<>();
        for (int number = 100; number < 1300; number++) {
            lines.add(Line.of(student(number), Outcome.NO_EMAIL, cad("1.00")));
        }
        lines.add(message(2000, "1.00", "d@x.example"));
        recorder.add(run, lines);
        recorder.add(run, lines.subList(0, 3));
        recorder.claim(run, "d@x.example");
        recorder.recordResult(run, "d@x.example", Outcome.FAILED, "é".repeat(600), NOTHING);
        end(run, State.CANCELLED);

        assertThat(office.runs.run(VIEWER, run).outcomes())
                .isEqualTo(Map.of(Outcome.NO_EMAIL, 1200, Outcome.FAILED, 1));
        Line first = office.runs.lines(VIEWER, run, Page.first(1)).get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.detail()).hasSize(512).endsWith("é…");
        assertThat(office.runs.lines(VIEWER, run, new Page(1000, 1000))).hasSize(201);
    }

    @Test
    void anEndedRunStaysAsItIs() {
        RunNumber run = begin(request(), Channel.PRINT);
        recorder.end(run, State.FAILED, NOTHING, "No space left");
        InvoiceRun kept = recorder.end(run, State.DONE, new RunTotals(1, 1, cad("1.00"), cad("0")), "");

        assertThat(kept.state()).isEqualTo(State.FAILED);
        assertThat(kept.problem()).isEqualTo("No space left");
        assertThat(kept.invoices()).isZero();
    }

    @Test
    void rolesAndNumbersAreChecked() {
        Actor nobody = new Actor("nobody", Set.of());
        assertThatThrownBy(() -> recorder.start(InvoiceRequest.of(CASHIER, DAY, Optional.empty()), Channel.PRINT))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.runs.latest(nobody, Page.first(1))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.runs.run(VIEWER, new RunNumber(999_999)))
                .isInstanceOf(UnknownRunException.class);
        assertThatThrownBy(() -> office.runs.lines(VIEWER, new RunNumber(999_999), Page.first(1)))
                .isInstanceOf(UnknownRunException.class);
    }
}
