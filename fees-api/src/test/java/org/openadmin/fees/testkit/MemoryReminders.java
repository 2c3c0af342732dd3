package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.DueReminder.Last;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.Overdue;
import org.openadmin.fees.spi.ReminderSettings;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.search.NameOrder;
import org.openadmin.fees.testkit.MemoryInvoiceRuns.Reminded;

/** Who would be reminded now. */
final class MemoryReminders implements Reminders {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryInvoiceRuns runs;
    private final Students students;
    private final Supplier<Settings> settings;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;

    MemoryReminders(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryInvoiceRuns runs,
            Students students,
            Supplier<Settings> settings,
            Supplier<LocalDate> today,
            MemoryCalls calls) {
        this.ledger = ledger;
        this.books = books;
        this.runs = runs;
        this.students = students;
        this.settings = settings;
        this.today = today;
        this.calls = calls;
    }

    @Override
    public List<ReminderStage> stages(Actor reader) {
        reader.require(Role.VIEW);
        ReminderSettings reminders = settings.get().reminders();
        return reminders.stages().stream().map(reminders::stage).toList();
    }

    @Override
    public List<DueReminder> due(InvoiceRequest request) {
        request.actor().require(Role.BILL);
        calls.query(Reminders.class);
        DateNotAllowedException.requireNotAfter(today.get(), request.date(), Limit.REMINDER_AFTER_TODAY);
        List<StudentNumber> selected = request.audience()
                .map(audience ->
                        students.in(audience).stream().map(Student::number).toList())
                .orElseGet(this::everybody);
        List<DueReminder> due = new ArrayList<>();
        selected.forEach(student -> due(student, request).ifPresent(due::add));
        due.sort(order(request.order()));
        return due;
    }

    private List<StudentNumber> everybody() {
        return ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .flatMap(student -> student.number().student().stream())
                .distinct()
                .toList();
    }

    private static Comparator<DueReminder> order(InvoiceOrder order) {
        Comparator<DueReminder> byName = Comparator.comparing(each -> NameOrder.of(each.student()));
        Comparator<DueReminder> byHomeroom = Comparator.<DueReminder, String>comparing(
                        each -> each.student().homeroom())
                .thenComparing(byName);
        return switch (order) {
            case NAME -> byName;
            case HOMEROOM -> byHomeroom;
            case GRADE ->
                Comparator.<DueReminder, String>comparing(each -> each.student().grade())
                        .thenComparing(byHomeroom);
        };
    }

    private Optional<DueReminder> due(StudentNumber student, InvoiceRequest request) {
        List<Charge> charges = books.outstanding(student);
        Overdue overdue = Overdue.of(charges, books.balance(student).credit(), request.date());
        if (overdue.isEmpty()) {
            return Optional.empty();
        }
        List<Reminded> earlier = runs.reminded(List.of(student));
        Map<ChargeId, LocalDate> listed = new HashMap<>();
        Optional<Reminded> last = Optional.empty();
        for (Reminded each : earlier) {
            each.charges()
                    .forEach(charge ->
                            listed.merge(charge, each.run().date(), (one, other) -> one.isAfter(other) ? one : other));
            boolean concerns = overdue.charges().stream().map(Charge::id).anyMatch(each.charges()::contains);
            if (concerns
                    && last.filter(before ->
                                    before.run().date().isAfter(each.run().date()))
                            .isEmpty()) {
                last = Optional.of(each);
            }
        }
        ReminderSettings reminders = settings.get().reminders();
        Optional<ReminderStage> stage = overdue.due(reminders, listed);
        Optional<Outcome> reason = reason(overdue, stage, request, reminders);
        return Optional.of(new DueReminder(
                students.find(student).map(Student::snapshot).orElseGet(() -> charges.get(charges.size() - 1)
                        .student()),
                overdue.amount(),
                overdue.since().orElseThrow(),
                overdue.days(),
                reason.isPresent() ? Optional.empty() : stage,
                reason,
                last.map(each -> new Last(
                        each.run().number(),
                        each.run().date(),
                        each.stage(),
                        each.run().channel()))));
    }

    private static Optional<Outcome> reason(
            Overdue overdue, Optional<ReminderStage> stage, InvoiceRequest request, ReminderSettings reminders) {
        if (request.minimum()
                .or(reminders::minimum)
                .filter(least -> overdue.amount().compareTo(least) < 0)
                .isPresent()) {
            return Optional.of(Outcome.BELOW_MINIMUM);
        }
        if (stage.isEmpty()) {
            return Optional.of(overdue.reached(reminders).isPresent() ? Outcome.REMINDED : Outcome.NOT_YET);
        }
        boolean unwanted =
                request.stage().filter(wanted -> wanted != stage.get().days()).isPresent();
        return unwanted ? Optional.of(Outcome.OTHER_STAGE) : Optional.empty();
    }
}
