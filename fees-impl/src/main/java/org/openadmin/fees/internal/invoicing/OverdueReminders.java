package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.DueReminder.Last;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Reminded;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Arrears;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.ReminderSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells who would be reminded now, by the same selection as the runs of reminders. */
@Component
public final class OverdueReminders implements Reminders {

    private final InvoiceSelection selection;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public OverdueReminders(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference InvoiceRunRecorder runs,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        selection = InvoiceSelection.ofNow(accounts, students, runs, settings);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<ReminderStage> stages(Actor reader) {
        reader.require(Role.VIEW);
        ReminderSettings reminders = settings.current().reminders();
        return reminders.stages().stream().map(reminders::stage).toList();
    }

    @Override
    public List<DueReminder> due(InvoiceRequest request) {
        request.actor().require(Role.BILL);
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), request.date(), Limit.REMINDER_AFTER_TODAY);
        List<DueReminder> due = new ArrayList<>();
        for (List<Candidate> some : Parts.of(selection.candidates(request), InvoiceSelection.STUDENTS_PER_QUERY)) {
            selection.arrears(some, request, Set.of()).stream()
                    .filter(each -> !each.overdue().isEmpty())
                    .map(OverdueReminders::record)
                    .forEach(due::add);
        }
        return due;
    }

    private static DueReminder record(Arrears arrears) {
        Set<ChargeId> overdue = new HashSet<>();
        arrears.overdue().charges().stream().map(Charge::id).forEach(overdue::add);
        Optional<Last> last = arrears.reminders().stream()
                .filter(reminder -> reminder.charges().stream().anyMatch(overdue::contains))
                .max(Comparator.comparing(Reminded::date).thenComparing(Reminded::run))
                .map(reminder -> new Last(reminder.run(), reminder.date(), reminder.stage(), reminder.channel()));
        return new DueReminder(
                arrears.student(),
                arrears.overdue().amount(),
                arrears.overdue().since().orElseThrow(),
                arrears.overdue().days(),
                arrears.reason().isPresent() ? Optional.empty() : arrears.due(),
                arrears.reason(),
                last);
    }
}
