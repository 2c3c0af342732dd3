package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.DueReminder.Last;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.spi.ReminderSettings;

/** What {@link Reminders} promises, and what the runs of reminders keep. */
public abstract class RemindersContract extends OfficeContract {

    private static final ReminderStage FIRST = new ReminderStage(14, Tone.FIRST);
    private static final ReminderStage SECOND = new ReminderStage(30, Tone.FURTHER);
    private static final ReminderStage LAST = new ReminderStage(60, Tone.FINAL);
    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));

    /** Starts a run of reminders, or returns the one with this request key. */
    protected abstract RunNumber begin(InvoiceRequest request, Channel channel);

    /** Adds the letter of a student to a printed run. */
    protected abstract void print(RunNumber run, Line line, List<ChargeId> charges);

    /** Ends a printed run with its document. */
    protected abstract void complete(RunNumber run);

    /** Adds the message to a student's address to a run by e-mail, and gives it this outcome. */
    protected abstract void email(RunNumber run, Line line, List<ChargeId> charges, Outcome outcome);

    /** Ends a run without a document. */
    protected abstract void end(RunNumber run, State state);

    @BeforeEach
    void configure() {
        office.configure(Kit.settings().withReminders(ReminderSettings.usual()));
    }

    @Test
    void theStagesAreThoseOfTheConfiguration() {
        assertThat(office.reminders().stages(VIEWER)).containsExactly(FIRST, SECOND, LAST);
        assertNeeds(Role.VIEW, () -> office.reminders().stages(NOBODY));
    }

    @Test
    void aStudentIsRemindedOfWhatIsOverdueForMoreThanTheDaysOfAStage() {
        StudentNumber student = student();
        charge(student, DAY.minusDays(14), "Lab fee", "10.00");
        assertThat(due(student).reason()).contains(Outcome.NOT_YET);
        charge(student, DAY.minusDays(31), "Bus", "5.00");
        charge(student, DAY, "Not overdue", "99.00");

        DueReminder due = due(student);

        assertThat(due)
                .isEqualTo(new DueReminder(
                        due.student(),
                        cad("15.00"),
                        DAY.minusDays(31),
                        31,
                        Optional.of(SECOND),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(due.student().number()).isEqualTo(student);
        assertThat(due.student().homeroom()).isEqualTo("9A");
    }

    @Test
    void creditCountsFirst() {
        StudentNumber student = student();
        charge(student, DAY.minusDays(40), "Lab fee", "10.00");
        charge(student, DAY.minusDays(20), "Bus", "5.00");
        receive(student, "10.00");

        assertThat(due(student).amount()).isEqualTo(cad("5.00"));
        assertThat(due(student).since()).isEqualTo(DAY.minusDays(20));
        assertThat(due(student).stage()).contains(FIRST);

        receive(student, "5.00");
        assertThat(all(student)).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfLessThanTheMinimum() {
        StudentNumber student = student();
        charge(student, DAY.minusDays(40), "Lab fee", "4.99");
        office.configure(Kit.settings().withReminders(new ReminderSettings(List.of(14), Optional.of(cad("5.00")))));

        assertThat(due(student).reason()).contains(Outcome.BELOW_MINIMUM);
        assertThat(office.reminders()
                        .due(request(student, Optional.of(cad("4.99")), Optional.empty()))
                        .get(0)
                        .stage())
                .as("the request has its own")
                .contains(FIRST);
    }

    @Test
    void oneStageCanBeWantedAlone() {
        StudentNumber student = student();
        charge(student, DAY.minusDays(40), "Lab fee", "10.00");

        assertThat(office.reminders()
                        .due(request(student, Optional.empty(), Optional.of(30)))
                        .get(0)
                        .stage())
                .contains(SECOND);
        assertThat(office.reminders()
                        .due(request(student, Optional.empty(), Optional.of(14)))
                        .get(0)
                        .reason())
                .contains(Outcome.OTHER_STAGE);
    }

    @Test
    void aPrintedReminderCountsOnceItsDocumentIsMade() {
        StudentNumber student = student();
        ChargeId charge = charge(student, DAY.minusDays(40), "Lab fee", "10.00");
        InvoiceRequest request = request(student);
        RunNumber run = begin(request, Channel.PRINT);
        print(run, line(student, SECOND), List.of(charge));
        assertThat(due(student).stage()).as("in progress").contains(SECOND);

        complete(run);

        assertThat(due(student).stage()).isEmpty();
        assertThat(due(student).reason()).contains(Outcome.REMINDED);
        assertThat(due(student).last()).contains(new Last(run, DAY, SECOND, Channel.PRINT));
        InvoiceRun stored = office.runs().run(VIEWER, run);
        assertThat(stored.kind()).isEqualTo(Kind.REMINDERS);
        assertThat(stored.stage()).isEmpty();
        assertThat(office.runs().lines(VIEWER, run, Page.first(5)))
                .extracting(Line::reminder)
                .containsExactly(Optional.of(SECOND));
        assertThat(begin(request, Channel.PRINT)).as("the same key").isEqualTo(run);
    }

    @Test
    void aPrintRunThatFailedRemindedNobody() {
        for (State state : List.of(State.FAILED, State.CANCELLED)) {
            StudentNumber student = student();
            ChargeId charge = charge(student, DAY.minusDays(40), "Lab fee", "10.00");
            RunNumber run = begin(request(student), Channel.PRINT);
            print(run, line(student, SECOND), List.of(charge));
            end(run, state);

            assertThat(due(student).stage()).as("%s", state).contains(SECOND);
            assertThat(due(student).last()).isEmpty();
        }
    }

    @Test
    void anEmailedReminderCountsIfItMayHaveArrived() {
        for (Outcome outcome : List.of(Outcome.SENT, Outcome.UNCERTAIN, Outcome.FAILED)) {
            StudentNumber student = student();
            ChargeId charge = charge(student, DAY.minusDays(40), "Lab fee", "10.00");
            RunNumber run = begin(request(student), Channel.EMAIL);
            email(run, line(student, SECOND), List.of(charge), outcome);
            end(run, State.CANCELLED);

            boolean counts = outcome != Outcome.FAILED;
            assertThat(due(student).reason())
                    .as("%s", outcome)
                    .isEqualTo(counts ? Optional.of(Outcome.REMINDED) : Optional.empty());
            assertThat(due(student).last())
                    .isEqualTo(counts ? Optional.of(new Last(run, DAY, SECOND, Channel.EMAIL)) : Optional.empty());
        }
    }

    @Test
    void aChargeThatBecomesOverdueLaterBeginsAnewAndAPaidOneIsForgotten() {
        StudentNumber student = student();
        ChargeId old = charge(student, DAY.minusDays(70), "Lab fee", "10.00");
        RunNumber run = begin(request(student), Channel.PRINT);
        print(run, line(student, LAST), List.of(old));
        complete(run);

        charge(student, DAY.minusDays(20), "Bus", "5.00");
        assertThat(due(student).stage()).contains(FIRST);
        assertThat(due(student).amount()).isEqualTo(cad("15.00"));
        office.cashier().receive(Kit.paying(student, "10.00", old));
        assertThat(due(student).last()).isEmpty();
    }

    @Test
    void aReminderOfAnEarlierDayRemindedOfTheStagesOfThatDay() {
        StudentNumber student = student();
        ChargeId charge = charge(student, DAY.minusDays(40), "Lab fee", "10.00");
        RunNumber run = begin(request(student, DAY.minusDays(20)), Channel.PRINT);
        print(run, line(student, FIRST), List.of(charge));
        complete(run);

        assertThat(due(student).stage()).as("20 days ago it was 20 days").contains(SECOND);
        assertThat(due(student).last().orElseThrow().date()).isEqualTo(DAY.minusDays(20));
    }

    @Test
    void remindersOfOneRunAtATime() {
        RunNumber first = begin(request(student()), Channel.PRINT);

        for (Channel channel : Channel.values()) {
            InvoiceRequest other = request(student());
            assertThat(refusal(RemindersInProgressException.class, () -> begin(other, channel))
                            .number())
                    .isEqualTo(first);
            assertThat(office.runs().started(VIEWER, other.key())).isEmpty();
        }
        end(begin(InvoiceRequest.of(CLERK, DAY, Optional.empty()), Channel.PRINT), State.DONE);
        end(first, State.DONE);
        end(begin(request(student()), Channel.PRINT), State.DONE);
    }

    @Test
    void aKeyIsOfOneRequest() {
        InvoiceRequest request = request(student());
        RunNumber run = begin(request, Channel.PRINT);
        end(run, State.DONE);

        refusal(RequestKeyReusedException.class, () -> begin(request.ofReminders(Optional.of(30)), Channel.PRINT));
        refusal(
                RequestKeyReusedException.class,
                () -> begin(
                        new InvoiceRequest(
                                request.key(),
                                CLERK,
                                DAY,
                                request.audience(),
                                Optional.empty(),
                                InvoiceOrder.NAME,
                                false),
                        Channel.PRINT));
    }

    @Test
    void eachRunHasALineInTheAuditLog() {
        InvoiceRequest print = request(student());
        end(begin(print, Channel.PRINT), State.DONE);
        InvoiceRequest email = request(student());
        end(begin(email, Channel.EMAIL), State.DONE);

        assertThat(office.audit().entries(ADMIN, AuditQuery.everything().with(AuditOutcome.DONE), Page.first(50)))
                .anySatisfy(line -> {
                    assertThat(line.operation()).isEqualTo(AuditOperation.PRINT_REMINDERS);
                    assertThat(line.key()).contains(print.key());
                })
                .anySatisfy(line -> {
                    assertThat(line.operation()).isEqualTo(AuditOperation.EMAIL_REMINDERS);
                    assertThat(line.key()).contains(email.key());
                });
    }

    @Test
    void remindersAreOfTodayAtTheLatest() {
        InvoiceRequest tomorrow = request(student(), Kit.TODAY.plusDays(1));

        assertThat(refusal(DateNotAllowedException.class, () -> office.reminders()
                                .due(tomorrow))
                        .limit())
                .isEqualTo(Limit.REMINDER_AFTER_TODAY);
        assertThat(refusal(DateNotAllowedException.class, () -> begin(tomorrow, Channel.PRINT))
                        .limit())
                .isEqualTo(Limit.REMINDER_AFTER_TODAY);
    }

    @Test
    void studentsAreInTheOrderOfTheRequestAndThoseWhoAreGoneAreRemembered() {
        StudentNumber zoe = student("Zwicky", "Zoé", "5", "5A");
        StudentNumber ann = student("Abel", "Ann", "5", "5B");
        charge(zoe, DAY.minusDays(40), "Lab fee", "10.00");
        charge(ann, DAY.minusDays(40), "Lab fee", "10.00");
        office.remove(zoe);

        List<DueReminder> everybody = office.reminders()
                .due(InvoiceRequest.of(CLERK, DAY, Optional.empty()).ofReminders(Optional.empty()));

        assertThat(everybody.stream().map(each -> each.student().number()).filter(List.of(zoe, ann)::contains))
                .containsExactly(ann, zoe);
        assertThat(everybody)
                .filteredOn(each -> each.student().number().equals(zoe))
                .extracting(each -> each.student().name())
                .containsExactly("Zwicky, Zoé");
    }

    @Test
    void onlyThoseWhoMaySendSeeWhoIsDue() {
        assertNeeds(Role.BILL, () -> office.reminders()
                .due(InvoiceRequest.of(VIEWER, DAY, Optional.empty()).ofReminders(Optional.empty())));
        refusal(UnknownGroupValueException.class, () -> office.reminders()
                .due(InvoiceRequest.of(CLERK, DAY, Optional.of(Audience.Group.parse(GroupKind.HOMEROOM, "99Z")))
                        .ofReminders(Optional.empty())));
    }

    private void receive(StudentNumber student, String amount) {
        office.cashier().receive(Kit.paying(student, amount));
    }

    private List<DueReminder> all(StudentNumber student) {
        return office.reminders().due(request(student));
    }

    private DueReminder due(StudentNumber student) {
        List<DueReminder> due = all(student);
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    private static InvoiceRequest request(StudentNumber student) {
        return request(student, DAY);
    }

    private static InvoiceRequest request(StudentNumber student, LocalDate date) {
        return InvoiceRequest.of(CLERK, date, Optional.of(Kit.only(student))).ofReminders(Optional.empty());
    }

    private static InvoiceRequest request(StudentNumber student, Optional<Money> minimum, Optional<Integer> stage) {
        return new InvoiceRequest(
                RequestKey.fresh(),
                CLERK,
                Kind.REMINDERS,
                stage,
                DAY,
                Optional.of(Kit.only(student)),
                minimum,
                InvoiceOrder.NAME,
                false);
    }

    private static Line line(StudentNumber student, ReminderStage stage) {
        return Line.of(new StudentSnapshot(student, "Tremblay, Inès", "9", "9A"), Outcome.INVOICED, cad("10.00"))
                .withReminder(Optional.of(stage));
    }
}
