package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;

class OverdueTest {

    private static final StudentSnapshot STUDENT = new StudentSnapshot(new StudentNumber(1), "Roy, Ann", "9", "9A");
    private static final ReminderSettings STAGES = new ReminderSettings(List.of(14, 30, 60), Optional.empty());

    private final Map<ChargeId, LocalDate> reminded = new HashMap<>();

    @Test
    void nothingIsOverdueOnTheDueDate() {
        assertThat(overdue("0.00", charge(1, "10.00", 0)).isEmpty()).isTrue();
        assertThat(overdue("0.00", charge(1, "10.00", 0)).since()).isEmpty();
        assertThat(overdue("0.00", charge(1, "10.00", 1)).days()).isEqualTo(1);
    }

    @Test
    void theCreditPaysWhatWasDueFirst() {
        Overdue overdue = overdue("12.00", charge(2, "7.50", 20), charge(1, "10.00", 40), charge(3, "99.00", -1));

        assertThat(overdue.charges()).extracting(each -> each.id().value()).containsExactly(1L, 2L);
        assertThat(overdue.open()).extracting(each -> each.id().value()).containsExactly(2L);
        assertThat(overdue.amount()).isEqualTo(cad("5.50"));
        assertThat(overdue.since()).contains(DAY.minusDays(20));
        assertThat(overdue.days()).isEqualTo(20);
    }

    @Test
    void nobodyIsRemindedOfWhatTheCreditCovers() {
        Overdue overdue = overdue("17.50", charge(2, "7.50", 20), charge(1, "10.00", 40));

        assertThat(overdue.isEmpty()).isTrue();
        assertThat(overdue.amount()).isEqualTo(cad("0.00"));
        assertThat(overdue.due(STAGES, reminded)).isEmpty();
    }

    @Test
    void aStageIsReachedAfterMoreThanItsDays() {
        assertThat(dueAfter(14)).isEmpty();
        assertThat(dueAfter(15)).contains(new ReminderStage(14, Tone.FIRST));
        assertThat(dueAfter(30)).contains(new ReminderStage(14, Tone.FIRST));
        assertThat(dueAfter(31)).contains(new ReminderStage(30, Tone.FURTHER));
        assertThat(dueAfter(900)).contains(new ReminderStage(60, Tone.FINAL));
    }

    @Test
    void aStageOfNoDaysIsReachedOnTheDayAfterTheDueDate() {
        ReminderSettings atOnce = new ReminderSettings(List.of(0), Optional.empty());

        assertThat(overdue("0.00", charge(1, "10.00", 0)).due(atOnce, reminded)).isEmpty();
        assertThat(overdue("0.00", charge(1, "10.00", 1)).due(atOnce, reminded))
                .contains(new ReminderStage(0, Tone.FIRST));
    }

    @Test
    void eachStageIsDueOnceAndThoseThatWerePassedNeverAgain() {
        remind(1, 7);
        assertThat(dueAfter(38)).as("reminded on day 31").isEmpty();
        remind(1, 23);
        assertThat(dueAfter(38)).as("reminded on day 15").contains(STAGES.stage(30));
        remind(1, 24);
        assertThat(dueAfter(38)).as("listed on day 14, before its first stage").contains(STAGES.stage(30));
        remind(1, 2);
        assertThat(dueAfter(62)).as("reminded on day 60").contains(STAGES.stage(60));
    }

    @Test
    void aChargeThatBecomesOverdueLaterBeginsAtItsFirstStage() {
        remind(1, 1);

        assertThat(overdue("0.00", charge(1, "10.00", 70), charge(2, "5.00", 14))
                        .due(STAGES, reminded))
                .isEmpty();
        assertThat(overdue("0.00", charge(1, "10.00", 70), charge(2, "5.00", 15))
                        .due(STAGES, reminded))
                .contains(STAGES.stage(14));
    }

    @Test
    void ofSeveralStagesThatAreDueTheHighestIs() {
        assertThat(overdue("0.00", charge(1, "10.00", 31), charge(2, "5.00", 15))
                        .due(STAGES, reminded))
                .contains(STAGES.stage(30));
    }

    @Test
    void aStageThatIsAddedLaterIsNotAskedOfThoseRemindedBeyondIt() {
        remind(1, 10);
        ReminderSettings more = new ReminderSettings(List.of(7, 14, 21), Optional.empty());

        assertThat(overdue("0.00", charge(1, "10.00", 40)).due(more, reminded)).isEmpty();
    }

    @Test
    void stagesAreInOrderEachOnceAndAtLeastOne() {
        assertThat(new ReminderSettings(List.of(60, 14, 60), Optional.empty()).stages())
                .containsExactly(14, 60);
        assertThat(new ReminderSettings(List.of(60, 14), Optional.empty())
                        .stage(60)
                        .tone())
                .isEqualTo(Tone.FINAL);
        assertThatIllegalArgumentException().isThrownBy(() -> new ReminderSettings(List.of(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> STAGES.stage(15));
    }

    /** Whatever the stages, the due dates, the credit and the days on which the office asks. */
    @Property
    void whoeverAsksHoweverOftenEachChargeIsRemindedOfAtMostOnceForEachStage(
            @ForAll @Size(min = 1, max = 5) Set<@IntRange(min = 0, max = 60) Integer> stages,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 80) Integer> dueIn,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9) Integer> pauses,
            @ForAll @IntRange(min = 0, max = 25) int credit) {
        ReminderSettings settings = new ReminderSettings(List.copyOf(stages), Optional.empty());
        List<Charge> charges = new ArrayList<>();
        dueIn.forEach(days -> charges.add(charge(charges.size() + 1, "10.00", -days)));
        Set<String> done = new HashSet<>();
        LocalDate day = DAY;
        for (int pause : pauses) {
            day = day.plusDays(pause);
            Overdue overdue = Overdue.of(charges, cad(credit + ".00"), day);
            Optional<ReminderStage> due = overdue.due(settings, reminded);
            if (due.isPresent()) {
                int stage = due.get().days();
                List<Charge> because = overdue.open().stream()
                        .filter(charge -> reached(settings, charge, overdue.day()) == stage)
                        .filter(charge -> !reminded.containsKey(charge.id())
                                || reached(settings, charge, reminded.get(charge.id())) < stage)
                        .toList();
                assertThat(because).as("a charge that has reached the stage").isNotEmpty();
                because.forEach(charge -> assertThat(done.add(charge.id() + " " + stage))
                        .as("once for each stage")
                        .isTrue());
                overdue.charges().forEach(charge -> reminded.put(charge.id(), overdue.day()));
            } else {
                assertThat(overdue.open()).as("nobody is forgotten").allSatisfy(charge -> assertThat(
                                reached(settings, charge, overdue.day()))
                        .isLessThanOrEqualTo(Optional.ofNullable(reminded.get(charge.id()))
                                .map(last -> reached(settings, charge, last))
                                .orElse(-1)));
            }
            assertThat(overdue.due(settings, reminded)).as("asked again").isEmpty();
        }
    }

    @Property
    void theAmountIsWhatTheCreditLeaves(
            @ForAll @Size(max = 6) List<@IntRange(min = -40, max = 40) Integer> overdueFor,
            @ForAll @IntRange(min = 0, max = 70) int credit) {
        List<Charge> charges = new ArrayList<>();
        overdueFor.forEach(days -> charges.add(charge(charges.size() + 1, "10.00", days)));

        Overdue overdue = Overdue.of(charges, cad(credit + ".00"), DAY);

        int rest = 10 * overdue.charges().size() - credit;
        assertThat(overdue.amount()).isEqualTo(cad(Math.max(rest, 0) + ".00"));
        assertThat(overdue.isEmpty()).isEqualTo(rest <= 0);
        PaymentTerms terms = PaymentTerms.of(new Invoice(STUDENT, Optional.empty(), charges, cad(credit + ".00")), DAY);
        assertThat(overdue.amount()).as("as on the invoice").isEqualTo(terms.overdue());
        assertThat(overdue.since()).isEqualTo(terms.since());
    }

    private static int reached(ReminderSettings settings, Charge charge, LocalDate day) {
        return settings.stages().stream()
                .filter(stage -> charge.due().plusDays(stage).isBefore(day))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
    }

    private Optional<ReminderStage> dueAfter(int days) {
        return overdue("0.00", charge(1, "10.00", days)).due(STAGES, reminded);
    }

    private void remind(int charge, int daysAgo) {
        reminded.put(new ChargeId(charge), DAY.minusDays(daysAgo));
    }

    private static Overdue overdue(String credit, Charge... charges) {
        return Overdue.of(List.of(charges), cad(credit), DAY);
    }

    private static Charge charge(int id, String total, int daysOverdue) {
        LocalDate due = DAY.minusDays(daysOverdue);
        return new Charge(
                new ChargeId(id),
                STUDENT,
                due.minusDays(30),
                due,
                "Lab fee",
                "",
                cad(total),
                List.of(),
                cad(total),
                Optional.empty());
    }
}
