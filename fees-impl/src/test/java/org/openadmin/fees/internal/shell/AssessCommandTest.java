package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;

/** Charging in the shell. On 2026-09-08, student 100 is charged the lab fee, and student 101 is not. */
class AssessCommandTest {

    private static final Clock CLOCK = Clock.fixed(Kit.DAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private final ShellSchool school = new ShellSchool();

    @Test
    void whoWasChargedTheDayBeforeIsSkippedAndTheAnswerSaysHowToChargeThemAgain() throws Exception {
        lab("2026-09-09").execute();

        assertThat(school.console.text())
                .contains("1 student charged \"Lab fee\" dated 2026-09-09, 10.00 CAD in total; 1 already had it")
                .contains(
                        "1 student was charged this fee within 28 days of 2026-09-09. To charge that student again, add"
                                + " --again.");
    }

    @Test
    void aDryRunNamesTheDateOfTheEarlierCharge() throws Exception {
        AssessCommand nextDay = lab("2026-09-09");
        nextDay.dryRun = true;
        nextDay.execute();
        assertThat(school.console.text())
                .contains("already has it, 2026-09-08")
                .contains("1 student would be charged 10.00 CAD each, 10.00 CAD in total; 1 already have it.")
                .contains("add --again");

        AssessCommand later = lab("2026-10-07");
        later.dryRun = true;
        later.execute();
        assertThat(school.console.text())
                .contains("last charged 2026-09-08")
                .contains("2 students would be charged 10.00 CAD each, 20.00 CAD in total; 0 already have it.");
    }

    @Test
    void againChargesThemAllTheSameAndNamesTheirNumber() throws Exception {
        AssessCommand again = lab("2026-09-09");
        again.again = true;
        again.execute();

        assertThat(school.console.text())
                .contains("2 students charged \"Lab fee\"")
                .contains("1 student again");
        assertThat(school.office.requests(AssessmentRequest.class))
                .last()
                .satisfies(request ->
                        assertThat(request.again()).extracting(String::valueOf).containsExactly("100"));
    }

    @Test
    void whoIsLeftOutIsNotChargedAgain() throws Exception {
        AssessCommand again = lab("2026-09-09");
        again.again = true;
        again.except = "100";
        again.execute();

        assertThat(school.console.text())
                .contains("1 student charged \"Lab fee\"")
                .doesNotContain("again");
    }

    @Test
    void ifEverybodyHasTheFeeTheRefusalNamesTheNumberAndTheOption() {
        AssessCommand assess = lab("2026-09-09");
        assess.values = "100";
        assess.group = "student";

        assertThatThrownBy(assess::execute)
                .hasMessage(
                        "There is nobody left to charge: 1 student already has this fee. To charge that student again,"
                                + " add --again.");
    }

    @Test
    void aDateMoreThanAYearAwayTakesAYes() throws Exception {
        for (String far : new String[] {"2027-09-09", "2025-09-07", "2206-09-08"}) {
            assertThatThrownBy(lab(far)::execute)
                    .hasMessage("The date " + far + " is more than a year away. If that is right, add --yes.");
        }
        assertThat(school.office.requests(AssessmentRequest.class)).hasSize(2);

        lab("2027-09-08").execute();
        AssessCommand sure = lab("2028-09-09");
        sure.yes = true;
        sure.execute();
        assertThat(school.office.requests(AssessmentRequest.class)).hasSize(4);
    }

    @Test
    void aDateInAClosedMonthIsRefusedWithoutAskingForAYes() {
        school.office.closings().apply(new ClosingRequest.Close(RequestKey.fresh(), Kit.CLERK, YearMonth.of(2026, 8)));

        assertThatThrownBy(lab("2025-09-07")::execute)
                .hasMessageContaining("is in a closed month")
                .hasMessageNotContaining("--yes");
    }

    @Test
    void theDueDateIsADayOrSoManyDaysLater() throws Exception {
        AssessCommand day = lab("2026-11-09");
        day.due = "2026-12-15";
        day.execute();
        assertThat(school.console.text()).contains("Due 2026-12-15");

        AssessCommand days = lab("2027-01-09");
        days.dueDays = "30";
        days.dryRun = true;
        days.execute();
        assertThat(school.console.text()).contains("Due 2027-02-08");

        AssessCommand both = lab("2027-01-09");
        both.due = "2027-02-08";
        both.dueDays = "30";
        assertThatThrownBy(both::execute).hasMessage("Use either --due or --due-days.");
    }

    @Test
    void aDueDateThatCannotBeRightIsRefused() {
        for (String[] refused : new String[][] {
            {
                "2026-11-08",
                null,
                "The due date 2026-11-08 is before the date of the charge, 2026-11-09. Choose that day"
                        + " or a later one."
            },
            {"2026-02-30", null, "The due date \"2026-02-30\" is not a valid date such as 2026-09-08."},
            {"2028-11-09", null, "The date 2028-11-09 is more than a year away. If that is right, add --yes."},
            {null, "366", "The number of days until due \"366\" is not between 0 and 365."},
            {null, "-1", "The number of days until due \"-1\" is not between 0 and 365."},
            {null, "soon", "The number of days until due \"soon\" is not a whole number."}
        }) {
            AssessCommand assess = lab("2026-11-09");
            assess.due = refused[0];
            assess.dueDays = refused[1];
            assertThatThrownBy(assess::execute).hasMessage(refused[2]);
        }
    }

    @Test
    void aPredefinedFeeKeepsWhenItIsDueAndTheListShowsIt() throws Exception {
        PredefinedAddCommand day = add("Yearbook", "40.00");
        day.due = "2027-05-31";
        day.execute();
        PredefinedAddCommand days = add("Locker", "10.00");
        days.dueDays = "14";
        days.execute();

        list().execute();
        assertThat(school.console.text())
                .contains(
                        "price,due,due_days,price_date,discount_amount,taxes_included,parts,every,year_limit,first_day,last_day")
                .contains("42.00,2027-05-31,,2026-09-20,,no,,,,,\n")
                .contains("10.50,,14,2026-09-20,,no,,,,,\n");
    }

    @Test
    void aPredefinedFeeInPartsIsShownAndChargedInParts() throws Exception {
        PredefinedAddCommand trip = add("Band trip", "95.23");
        trip.parts = "4";
        trip.every = "2weeks";
        trip.due = "2026-10-01";
        trip.execute();
        list().execute();
        assertThat(school.console.text()).contains(",2026-10-01,,2026-09-20,,no,4,2weeks,,,\n");
        PredefinedAddCommand wrong = add("Other", "5.00");
        wrong.every = "week";
        assertThatThrownBy(wrong::execute).hasMessageContaining("Use --every together with --parts.");
    }

    @Test
    void aFeeWithALimitIsListedAndWhoWouldExceedItIsSkipped() throws Exception {
        PredefinedAddCommand locker = add("Padlock", "60.00");
        locker.yearLimit = "100.00";
        locker.from = "2026-09-01";
        locker.to = "2027-06-30";
        locker.execute();
        list().execute();
        assertThat(school.console.text()).contains(",100.00,2026-09-01,2027-06-30\n");
        school.console.clear();
        predefined("2026-09-08").execute();
        AssessCommand again = predefined("2027-03-01");
        again.yes = true;
        again.dryRun = true;
        again.execute();
        assertThat(school.console.text())
                .contains("limit 100.00 CAD a year: 63.00 CAD charged, 37.00 CAD left")
                .contains("skipped: the charge would exceed the limit of the school year.");
        again.dryRun = false;
        assertThatThrownBy(again::execute).hasMessageContaining("the charge would exceed the limit of the school year");
        PredefinedAddCommand wrong = add("Trip", "60.00");
        wrong.yearLimit = "62.99";
        assertThatThrownBy(wrong::execute)
                .hasMessageContaining(
                        "The yearly limit \"62.99\" is less than the price of one charge, which is 63.00.");
        PredefinedAddCommand half = add("Trip", "60.00");
        half.from = "2026-09-01";
        assertThatThrownBy(half::execute).hasMessageContaining("The period is missing.");
        half.to = "2026-08-31";
        assertThatThrownBy(half::execute).hasMessageContaining("The period \"2026-08-31\" ends before it begins.");
    }

    /** The only predefined fee, for grade 9. */
    private AssessCommand predefined(String date) {
        AssessCommand assess = lab(date);
        assess.name = null;
        assess.amount = null;
        assess.taxes = null;
        assess.predefined = "1";
        return assess;
    }

    @Test
    void anAmountCanIncludeItsTaxes() throws Exception {
        AssessCommand assess = lab("2026-11-09");
        assess.amount = "40.00";
        assess.taxes = "GST";
        assess.taxesIncluded = true;
        assess.dryRun = true;
        assess.execute();
        assertThat(school.console.text()).contains("would be charged 40.00 CAD each");

        PredefinedAddCommand add = add("Trip", "45.00");
        add.discount = "5.00";
        add.taxesIncluded = true;
        add.execute();
        PredefinedAddCommand percent = add("Trip", "45.00");
        percent.discount = "33.3333%";
        percent.execute();
        assertThat(school.console.text()).contains("The predefined fee 1, \"Trip\", has the same name");
        list().execute();
        assertThat(school.console.text())
                .contains("1,Trip,,45.00,,GST,,0,40.00,,,2026-09-20,5.00,yes")
                .contains("2,Trip,,45.00,33.3333,GST,,0,31.50,,,2026-09-20,,no");
        AssessCommand whole = lab("2026-11-09");
        whole.predefined = "1";
        whole.name = null;
        whole.amount = null;
        whole.taxesIncluded = true;
        assertThatThrownBy(whole::execute).hasMessageContaining("A predefined fee has its own name");
    }

    @Test
    void aDiscountIsReadStrictly() {
        for (String[] each : new String[][] {
            {
                "10",
                "The discount \"10\" may be a percentage or an amount; write a percentage as 10%, an amount as 10.00."
            },
            {"100%", "The discount \"100%\" leaves nothing to charge."},
            {"10.00", "The discount \"10.00\" leaves nothing to charge."},
            {"33.33333%", "The discount \"33.33333\" has more than four decimals."},
            {"1,5", "The discount \"1,5\" is neither a percentage such as 12.5% nor an amount such as 5.00."}
        }) {
            AssessCommand assess = lab("2026-11-09");
            assess.discount = each[0];
            assertThatThrownBy(assess::execute).hasMessage(each[1]);
        }
    }

    @Test
    void theChargeDateDecidesOnTheRateOfATax() throws Exception {
        school.office.configure(Kit.settings()
                .withTaxes(List.of(new TaxRate("GST", new BigDecimal("5"))
                        .changing(LocalDate.of(2026, 11, 1), new BigDecimal("6")))));
        for (String[] each : new String[][] {{"2026-10-31", "10.50"}, {"2026-11-01", "10.60"}}) {
            AssessCommand assess = lab(each[0]);
            assess.taxes = "GST";
            assess.dryRun = true;
            assess.execute();
            assertThat(school.console.text()).contains("would be charged " + each[1] + " CAD each");
        }
        add("Bus", "100.00").execute();
        PredefinedListCommand list = list();
        list.execute();
        list.date = "2026-11-01";
        list.execute();
        assertThat(school.console.text()).contains("105.00,,,2026-09-20").contains("106.00,,,2026-11-01");
    }

    @Test
    void listsAreReadAsPeopleTypeThem() throws Exception {
        AssessCommand assess = lab("2026-11-09");
        assess.values = "Grade 9; 9";
        assess.except = "100,101;";

        assertThatThrownBy(assess::execute).hasMessageContaining("There is nobody left to charge");
    }

    @Test
    void predefinedFeesOfOneNameArePointedOutAndListedWithTheirPrice() throws Exception {
        add("Bus", "10.00").execute();
        add("bus", "10.00").execute();
        assertThat(school.console.text()).doesNotContain("same name");
        add("BUS", "12.00").execute();
        assertThat(school.console.text())
                .contains("The predefined fee 1, \"Bus\", has the same name and the amount 10.00 CAD.")
                .contains("The predefined fee 2, \"bus\"");

        school.console.clear();
        list().execute();
        assertThat(school.console.text()).contains("charges,price").contains("3,BUS,,12.00,0.00,GST,,0,12.60");
    }

    private PredefinedListCommand list() {
        PredefinedListCommand list = new PredefinedListCommand(ShellUsers.admin(), school.console.output());
        list.catalogue = school.office.catalogue();
        list.assessment = school.office.assessment();
        list.clock = Kit.CLOCK;
        list.csv = true;
        return list;
    }

    private PredefinedAddCommand add(String name, String amount) {
        PredefinedAddCommand command = new PredefinedAddCommand(ShellUsers.admin(), school.console.output());
        command.settings = new ConfiguredSettings(Map.of());
        command.catalogue = school.office.catalogue();
        command.name = name;
        command.amount = amount;
        command.taxes = "GST";
        return command;
    }

    private AssessCommand lab(String date) {
        school.console.clear();
        AssessCommand command = new AssessCommand(ShellUsers.admin(), school.console.output());
        command.settings = new ConfiguredSettings(Map.of());
        command.clock = CLOCK;
        command.assessment = school.office.assessment();
        command.catalogue = school.office.catalogue();
        command.name = "Lab fee";
        command.amount = "10.00";
        command.group = "grade";
        command.values = "9";
        command.date = date;
        return command;
    }
}
