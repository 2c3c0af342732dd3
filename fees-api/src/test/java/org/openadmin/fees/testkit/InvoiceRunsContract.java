package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;

/** What {@link InvoiceRuns} promises. */
public abstract class InvoiceRunsContract extends OfficeContract {

    /** Starts a run and adds these students to it. */
    protected abstract RunNumber begin(InvoiceRequest request, Channel channel, List<Line> lines);

    /** Claims the message to an address of a student who is waiting. */
    protected abstract boolean claim(RunNumber run, String address);

    /** Records the result of a message that was claimed. */
    protected abstract void result(RunNumber run, String address, Outcome outcome, String detail);

    /** Ends a run with 2 invoices on 3 pages, 30.00 charged and 5.05 credit. */
    protected abstract void end(RunNumber run, State state, String problem);

    @Test
    void aRunKeepsItsRequestAndItsResult() {
        Instant before = Kit.CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        RunNumber number = begin(
                new InvoiceRequest(
                        RequestKey.fresh(),
                        CLERK,
                        DAY,
                        Optional.of(Audience.Group.parse(GroupKind.GRADE, "9 10")),
                        Optional.of(cad("5.00")),
                        InvoiceOrder.HOMEROOM,
                        true),
                Channel.PRINT,
                List.of(
                        line(1, Outcome.INVOICED),
                        line(2, Outcome.INVOICED),
                        line(3, Outcome.NO_ADDRESS),
                        line(4, Outcome.NOTHING_DUE)));
        end(number, State.DONE, "");

        InvoiceRun run = office.runs().run(VIEWER, number);

        assertThat(run)
                .isEqualTo(new InvoiceRun(
                        number,
                        Channel.PRINT,
                        State.DONE,
                        DAY,
                        "grade 9 10",
                        Optional.of(cad("5.00")),
                        InvoiceOrder.HOMEROOM,
                        2,
                        3,
                        cad("30.00"),
                        cad("5.05"),
                        Map.of(Outcome.INVOICED, 2, Outcome.NO_ADDRESS, 1, Outcome.NOTHING_DUE, 1),
                        "",
                        run.startedAt(),
                        run.endedAt(),
                        "clerk"));
        assertThat(run.due()).isEqualTo(cad("24.95"));
        assertThat(run.leftOut()).isEqualTo(2);
        assertThat(run.startedAt()).isBetween(before, Kit.CLOCK.instant());
        assertThat(run.endedAt().orElseThrow()).isBetween(run.startedAt(), Kit.CLOCK.instant());
    }

    @Test
    void aRunInProgressHasNoResultYet() {
        RunNumber number = begin(everybody(), Channel.PRINT, List.of(line(1, Outcome.INVOICED)));

        InvoiceRun run = office.runs().run(VIEWER, number);

        assertThat(run.state()).isEqualTo(State.RUNNING);
        assertThat(run.endedAt()).isEmpty();
        assertThat(run.audience()).isEmpty();
        assertThat(run.minimum()).isEmpty();
        assertThat(run.invoices()).isZero();
        assertThat(run.due()).isEqualTo(cad("0.00"));
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.INVOICED, 1));
    }

    @Test
    void aPrintRunThatDidNotCompleteHasNoInvoices() {
        RunNumber number =
                begin(everybody(), Channel.PRINT, List.of(line(1, Outcome.INVOICED), line(2, Outcome.NO_ADDRESS)));
        end(number, State.FAILED, "No space left on device");

        InvoiceRun run = office.runs().run(VIEWER, number);

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.problem()).isEqualTo("No space left on device");
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.UNMADE, 1, Outcome.NO_ADDRESS, 1));
        assertThat(office.runs().lines(VIEWER, number, Page.first(10)))
                .extracting(Line::outcome)
                .containsExactly(Outcome.NO_ADDRESS, Outcome.UNMADE);
    }

    @Test
    void anEmailRunThatWasStoppedKeepsWhatWasSent() {
        RunNumber number = begin(
                everybody(),
                Channel.EMAIL,
                List.of(message(1, Outcome.SENT, ""), message(2, Outcome.WAITING, "Later")));
        end(number, State.CANCELLED, "");

        assertThat(office.runs().run(VIEWER, number).outcomes()).isEqualTo(Map.of(Outcome.SENT, 1, Outcome.WAITING, 1));
        assertThat(office.runs().lines(VIEWER, number, Page.first(10)))
                .containsExactly(message(2, Outcome.WAITING, "Later"), message(1, Outcome.SENT, ""));
    }

    @Test
    void aRunInProgressIsAskedToStopByAnybodyWhoMaySendOne() {
        for (Channel channel : Channel.values()) {
            RunNumber number = begin(everybody(), channel, List.of());

            assertThat(office.runs()
                            .stop(new Actor("bill", Set.of(Role.BILL)), number)
                            .state())
                    .isEqualTo(State.STOPPING);
            assertThat(office.runs().stop(CLERK, number).state()).as("again").isEqualTo(State.STOPPING);
            assertThat(office.runs().run(VIEWER, number).state()).isEqualTo(State.STOPPING);
            assertThat(office.runs().run(VIEWER, number).endedAt()).isEmpty();

            end(number, State.CANCELLED, "");
            assertThat(office.runs().run(VIEWER, number).state()).isEqualTo(State.CANCELLED);
        }
    }

    @Test
    void aRunThatHasEndedIsNotStopped() {
        RunNumber number = begin(everybody(), Channel.EMAIL, List.of());
        end(number, State.DONE, "");
        InvoiceRun ended = office.runs().run(VIEWER, number);

        assertThat(office.runs().stop(CLERK, number)).isEqualTo(ended);
        assertThat(office.runs().run(VIEWER, number)).isEqualTo(ended);
    }

    @Test
    void aStudentWithSeveralAddressesHasTheResultThatNeedsMostAttention() {
        Line line = new Line(
                snapshot(1, "Student 1"), Outcome.WAITING, cad("12.00"), "dad@home.example,mum@home.example", "");
        RunNumber number = begin(everybody(), Channel.EMAIL, List.of(line, message(2, Outcome.WAITING, "")));

        assertThat(claim(number, "dad@home.example")).isTrue();
        assertThat(claim(number, "dad@home.example")).isFalse();
        assertThat(firstLine(number)).isEqualTo("SENDING mum@home.example: waiting");
        result(number, "dad@home.example", Outcome.SENT, "");
        assertThat(firstLine(number)).isEqualTo("WAITING dad@home.example: sent");
        claim(number, "mum@home.example");
        result(number, "mum@home.example", Outcome.FAILED, "550 no such user");
        claim(number, "parent2@home.example");
        result(number, "parent2@home.example", Outcome.SENT, "");
        end(number, State.DONE, "");

        assertThat(office.runs().run(VIEWER, number).outcomes()).isEqualTo(Map.of(Outcome.SENT, 2));
        assertThat(firstLine(number)).isEqualTo("SENT mum@home.example: 550 no such user");
    }

    private String firstLine(RunNumber run) {
        Line first = office.runs().lines(VIEWER, run, Page.first(1)).get(0);
        return first.outcome() + " " + first.detail();
    }

    @Test
    void failuresComeFirstThenThoseLeftOutThenAllOthersByName() {
        RunNumber number = begin(
                everybody(),
                Channel.EMAIL,
                List.of(
                        message(1, Outcome.SENT, ""),
                        line(2, Outcome.NO_EMAIL),
                        line(3, Outcome.NOTHING_DUE),
                        message(4, Outcome.FAILED, "550"),
                        message(5, Outcome.UNCERTAIN, ""),
                        new Line(snapshot(6, "Aalto, Ann"), Outcome.SENT, cad("1.00"), "a@home.example", ""),
                        line(7, Outcome.NOTHING_DUE)));
        end(number, State.DONE, "");

        assertThat(students(number, Page.first(10))).containsExactly(5, 4, 3, 7, 2, 6, 1);
        assertThat(students(number, new Page(2, 3))).containsExactly(3, 7, 2);
        assertThat(students(number, new Page(9, 3))).isEmpty();
    }

    @Test
    void runsAreListedNewestFirst() {
        RunNumber first = begin(everybody(), Channel.PRINT, List.of());
        RunNumber second = begin(everybody(), Channel.PRINT, List.of());

        assertThat(second).isGreaterThan(first);
        assertThat(office.runs().latest(VIEWER, Page.first(2)))
                .extracting(InvoiceRun::number)
                .containsExactly(second, first);
        assertThat(office.runs().latest(VIEWER, new Page(1, 1)))
                .extracting(InvoiceRun::number)
                .containsExactly(first);
        assertThat(office.runs().latest(VIEWER, new Page(900, 1))).isEmpty();
    }

    @Test
    void aRunSelectsTheSameStudentsAgain() {
        for (Audience audience : List.of(
                Audience.Group.parse(GroupKind.HOMEROOM, "\"Room 12\" 9A"), new Audience.Profile("high school"))) {
            RunNumber number = begin(InvoiceRequest.of(CLERK, DAY, Optional.of(audience)), Channel.PRINT, List.of());

            assertThat(office.runs().run(VIEWER, number).selection()).contains(audience);
        }
        RunNumber all = begin(everybody(), Channel.PRINT, List.of());
        assertThat(office.runs().run(VIEWER, all).selection()).isEmpty();
    }

    @Test
    void lettersThatCannotBePrintedStayInTheLogOfASentInvoice() {
        RunNumber number = begin(
                everybody(),
                Channel.EMAIL,
                List.of(message(1, Outcome.WAITING, "").withUnprintable("ⵣᏣ\uD83D\uDE00")));
        String address =
                office.runs().lines(VIEWER, number, Page.first(1)).get(0).recipient();

        claim(number, address);
        result(number, address, Outcome.SENT, "");

        assertThat(office.runs().lines(VIEWER, number, Page.first(1)))
                .extracting(line -> line.outcome() + " " + line.unprintable())
                .containsExactly("SENT ⵣᏣ\uD83D\uDE00");
        end(number, State.DONE, "");
    }

    @Test
    void aRunIsFoundByTheKeyOfItsRequest() {
        InvoiceRequest request = everybody();
        assertThat(office.runs().started(VIEWER, request.key())).isEmpty();

        RunNumber number = begin(request, Channel.PRINT, List.of(line(1, Outcome.INVOICED)));

        assertThat(office.runs().started(VIEWER, request.key()))
                .contains(office.runs().run(VIEWER, number));
        assertThat(office.runs().started(VIEWER, RequestKey.fresh())).isEmpty();
    }

    @Test
    void anUnknownRunIsReported() {
        RunNumber unknown = new RunNumber(999_999);

        assertThat(refusal(UnknownRunException.class, () -> office.runs().run(VIEWER, unknown))
                        .number())
                .isEqualTo(unknown);
        assertThat(refusal(UnknownRunException.class, () -> office.runs().lines(VIEWER, unknown, Page.first(1)))
                        .number())
                .isEqualTo(unknown);
        assertThat(refusal(UnknownRunException.class, () -> office.runs().stop(CLERK, unknown))
                        .number())
                .isEqualTo(unknown);
    }

    @Test
    void anyRoleReadsRunsAndThoseWhoMaySendStopThem() {
        RunNumber unknown = new RunNumber(999_999);

        assertNeeds(Role.VIEW, () -> office.runs().latest(NOBODY, Page.first(1)));
        assertNeeds(Role.VIEW, () -> office.runs().run(NOBODY, unknown));
        assertNeeds(Role.VIEW, () -> office.runs().started(NOBODY, RequestKey.fresh()));
        assertNeeds(Role.VIEW, () -> office.runs().lines(NOBODY, unknown, Page.first(1)));
        assertNeeds(Role.BILL, () -> office.runs().stop(new Actor("claire", Set.of(Role.CASHIER)), unknown));
    }

    private static InvoiceRequest everybody() {
        return InvoiceRequest.of(CLERK, DAY, Optional.empty());
    }

    private static StudentSnapshot snapshot(int number, String name) {
        return new StudentSnapshot(new StudentNumber(number), name, "9", "9A");
    }

    private static Line line(int number, Outcome outcome) {
        return Line.of(snapshot(number, "Student " + number), outcome, cad("12.00"));
    }

    private static Line message(int number, Outcome outcome, String detail) {
        return new Line(
                snapshot(number, "Student " + number),
                outcome,
                cad("12.00"),
                "parent" + number + "@home.example",
                detail);
    }

    private List<Integer> students(RunNumber run, Page page) {
        return office.runs().lines(VIEWER, run, page).stream()
                .map(line -> line.student().number().journalNumber())
                .toList();
    }
}
