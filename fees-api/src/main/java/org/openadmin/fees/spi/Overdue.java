package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.ReminderStage;

/**
 * What a student owes past its due date, and the reminder that this calls for. The credit on account pays what was due first, as on an
 * invoice: what it covers is not overdue.
 *
 * <p>A charge reaches a stage of <i>n</i> days when it has been overdue for more than <i>n</i> days. A reminder that lists a charge
 * reminds of each stage that the charge has reached on its day. So a reminder is called for if a charge has reached a stage that no
 * reminder which lists it has reminded of, and it is that of the highest such stage. A family thus gets at most one reminder for each
 * stage of a charge, however often the office asks, and none for the stages that were passed meanwhile. A charge that becomes overdue
 * later begins at its own first stage.
 *
 * @param day the day on which it is overdue
 * @param charges the charges that are overdue, the one due first first, including those that the credit covers
 * @param open those of them that the credit does not cover entirely
 * @param credit the credit on account, zero or more
 * @param amount the charges less the credit, or zero if it covers them
 */
public record Overdue(LocalDate day, List<Charge> charges, List<Charge> open, Money credit, Money amount) {

    public Overdue {
        charges = List.copyOf(charges);
        open = List.copyOf(open);
    }

    /** @param outstanding the charges that are outstanding, in any order */
    public static Overdue of(Collection<Charge> outstanding, Money credit, LocalDate day) {
        Money zero = Money.zero(credit.currency());
        List<Charge> charges = outstanding.stream()
                .filter(charge -> charge.isPastDue(day))
                .sorted(Comparator.comparing(Charge::due)
                        .thenComparing(charge -> charge.id().value()))
                .toList();
        List<Charge> open = new ArrayList<>();
        Money rest = credit;
        Money amount = zero;
        for (Charge charge : charges) {
            Money uncovered = charge.total().minus(rest);
            rest = uncovered.isNegative() ? uncovered.negated() : zero;
            if (uncovered.isPositive()) {
                open.add(charge);
                amount = amount.plus(uncovered);
            }
        }
        return new Overdue(day, charges, open, credit, amount);
    }

    /** Whether nothing is overdue, or the credit covers it. */
    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** The due date of the amount that has been overdue longest; empty if nothing is. */
    public Optional<LocalDate> since() {
        return open.stream().map(Charge::due).findFirst();
    }

    /** Whether all that is overdue was due on one day. */
    public boolean isOfOneDay() {
        return open.stream().map(Charge::due).distinct().count() == 1;
    }

    /** For how many days an amount has been overdue; zero if nothing is. */
    public int days() {
        return since().map(due -> days(due, day)).orElse(0);
    }

    /** The highest stage that a charge has reached, reminded of or not; empty if none has reached the first. */
    public Optional<ReminderStage> reached(ReminderSettings settings) {
        return settings.stages().stream()
                .filter(stage -> days() > stage)
                .reduce((lower, higher) -> higher)
                .map(settings::stage);
    }

    /**
     * The reminder that is called for; empty if there is none.
     *
     * @param reminded the day of the latest reminder that lists each charge, of those that have been listed
     */
    public Optional<ReminderStage> due(ReminderSettings settings, Map<ChargeId, LocalDate> reminded) {
        OptionalInt highest = open.stream()
                .flatMap(charge -> settings.stages().stream()
                        .filter(stage -> days(charge.due(), day) > stage)
                        .filter(stage -> !isReminded(charge, stage, reminded)))
                .mapToInt(Integer::intValue)
                .max();
        return highest.isPresent() ? Optional.of(settings.stage(highest.getAsInt())) : Optional.empty();
    }

    /** A reminder of a stage is one of all lower stages too. */
    private static boolean isReminded(Charge charge, int stage, Map<ChargeId, LocalDate> reminded) {
        LocalDate last = reminded.get(charge.id());
        return last != null && days(charge.due(), last) > stage;
    }

    private static int days(LocalDate due, LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(due, day));
    }
}
