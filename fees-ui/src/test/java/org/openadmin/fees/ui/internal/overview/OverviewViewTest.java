package org.openadmin.fees.ui.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.assessment.AssessView;
import org.openadmin.fees.ui.internal.components.BarCell;
import org.openadmin.fees.ui.internal.invoices.InvoicesView;
import org.openadmin.fees.ui.internal.monthexport.MonthExportView;
import org.openadmin.fees.ui.internal.payments.PaymentsView;
import org.openadmin.fees.ui.internal.predefined.PredefinedFeesView;

/** The figures of the day and the school, the steps, and what is shown without them. */
class OverviewViewTest {

    @RegisterExtension
    final OverviewScreen screen = new OverviewScreen();

    @Test
    void undepositedMoneyIsNamedWithItsAgeUntilItIsDeposited() {
        screen.open(Locale.CANADA, null, "fees-cashier");
        assertThat(shows(Paragraph.class, "undeposited")).isFalse();
        StudentNumber ines = screen.office.enrol(100, "Tremblay", "Inès", "9", "9A");
        screen.office
                .cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        ines,
                        LocalDate.of(2026, 9, 3),
                        cad("60.00"),
                        Set.of(),
                        PaymentMethod.CHEQUE,
                        ""));
        screen.open(Locale.CANADA, null, "fees-cashier");
        assertThat(text("undeposited"))
                .isEqualTo(
                        "Not deposited: 1 receipt, 60.00. The oldest is 5 days old, of Sep. 3, 2026. Go to the till");
        screen.open(Locale.CANADA_FRENCH, null, "fees-view");
        assertThat(text("undeposited"))
                .isEqualTo("Non déposé\u00a0: 1 reçu, 60,00. Le plus ancien date de 5 jours, le 3 sept. 2026.");
        screen.office
                .deposits()
                .make(DepositRequest.everything(RequestKey.fresh(), Kit.CASHIER, LocalDate.of(2026, 9, 8)));
        screen.open(Locale.CANADA, null, "fees-cashier");
        assertThat(shows(Paragraph.class, "undeposited")).isFalse();
    }

    @Test
    void unclaimedMoneyIsNamedForThoseWhoCanAssignIt() {
        screen.open(Locale.CANADA, null, "fees-cashier");
        assertThat(shows(Paragraph.class, "unclaimed-line")).isFalse();
        String file = "Date,Amount,Description\n2026-09-01,60.00,who\n2026-09-08,5.25,what\n";
        screen.office
                .imports()
                .post(new ImportRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        new ImportFile(ImportKind.BANK, "bank.csv", file.getBytes(StandardCharsets.UTF_8)),
                        Map.of()));
        screen.open(Locale.CANADA_FRENCH, null, "fees-cashier");
        assertThat(text("unclaimed-line"))
                .isEqualTo(
                        "Montants non réclamés\u00a0: 2 montants, 65,25. Le plus ancien date de 7 jours. Voir la liste");
        screen.open(Locale.CANADA, null, "fees-view");
        assertThat(shows(Paragraph.class, "unclaimed-line")).isFalse();
    }

    @Test
    void todayNamesWhatCameInAndWhatWentOut() {
        screen.threeStudents();
        screen.overview.received = cad("60.00");
        screen.overview.paidOut = cad("40.00");

        screen.open(Locale.CANADA, "", "fees-view");

        assertThat(text("figure-received-today")).isEqualTo("60.00");
        assertThat(text("overview-figures")).contains("1 receipt, 100.00, less 40.00 voided or refunded");
    }

    @Test
    void todaysFiguresAndTheBarsOfEachAgeAreTexts() {
        screen.threeStudents();
        screen.open(Locale.CANADA, "", "fees-view");
        assertThat(text("figure-outstanding")).isEqualTo("1,355.50");
        assertThat(text("figure-credit")).isEqualTo("15.00");
        assertThat(text("figure-balance")).isEqualTo("1,340.50");
        assertThat(text("figure-received-today")).isEqualTo("100.00");
        assertThat(text("overview-figures"))
                .contains("2 students", "1 receipt", "Today, Sep")
                .contains("(CAD)");
        assertThat(text("age-not-due")).contains("Not yet due", "no students", "0.00");
        assertThat(text("age-to-30")).contains("1–30 days overdue", "2 students", "150.00");
        assertThat(text("age-to-60")).contains("no students", "0.00");
        assertThat(text("age-over-90")).contains("Over 90 days overdue", "2 students", "1,205.50");
        assertThat(find(Anchor.class, "age-over-90").getHref()).isEqualTo("fees/overview/over-90");
    }

    @Test
    void eachOfTheTwelveMonthsHasItsFiguresAndLeadsToItsJournal() {
        screen.threeStudents();
        screen.open(Locale.CANADA_FRENCH, "", "fees-view");
        assertThat(text("month-chart")).contains("septembre 2026", "400,00", "100,00", "octobre 2025");
        assertThat(find(Anchor.class, "month-2026-09").getHref())
                .isEqualTo("fees/journal/from=2026-09-01&to=2026-09-30");
        assertThat(shows(Anchor.class, "month-2025-09")).isFalse();
    }

    @Test
    void aBarIsAsLongAsItsShareAndNothingOrLessHasNone() {
        assertThat(BarCell.percent(cad("0.00"), cad("0.00"))).isZero();
        assertThat(BarCell.percent(cad("-5.00"), cad("10.00"))).isZero();
        assertThat(BarCell.percent(cad("1.00"), cad("3.00"))).isEqualByComparingTo("33.3");
        assertThat(BarCell.percent(cad("3.00"), cad("3.00"))).isEqualByComparingTo("100");
    }

    @Test
    void anEmptySchoolSeesWhatToDoFirst() {
        screen.open(Locale.CANADA, "", "fees-bill");
        assertThat(text("overview-empty")).contains("Add the fees you charge every year");
        assertThat(find(Anchor.class, "first-predefine").getHref()).isEqualTo("fees/predefined");
        assertThat(shows(Component.class, "month-chart")).isFalse();
        Screens.close();
        screen.open(Locale.CANADA, "", "fees-view");
        assertThat(shows(Component.class, "overview-empty")).isTrue();
        assertThat(shows(Anchor.class, "first-predefine")).isFalse();
    }

    @Test
    void onlyTheStepsThatTheMenuOffersToARoleAreLinks() {
        for (Role role : Stream.of(Role.values()).filter(Role::isOfOffice).toList()) {
            screen.open(Locale.CANADA, "", role.roleName());
            for (WorkflowCards.Step step : WorkflowCards.Step.values()) {
                assertThat(find(Component.class, "step-" + step.keyword()) instanceof Anchor)
                        .as(step + " for " + role)
                        .isEqualTo(menuRoles(step.path()).contains(role.roleName()));
            }
            Screens.close();
        }
    }

    private static List<String> menuRoles(String path) {
        return Stream.of(
                        PredefinedFeesView.class,
                        AssessView.class,
                        InvoicesView.class,
                        PaymentsView.class,
                        MonthExportView.class)
                .map(view -> view.getAnnotation(PortalPage.class))
                .filter(page -> page.path().equals(path))
                .map(page -> List.of(page.roles()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFailureLeavesTheStepsAndSaysSo() {
        screen.overview.failure = new StorageException(StorageException.Outcome.NOTHING_STORED, null);
        screen.open(Locale.CANADA, "", "fees-view");
        assertThat(text("overview-notice")).contains("database did not respond");
        assertThat(shows(Component.class, "overview-steps")).isTrue();
        Screens.close();
        screen.open(Locale.CANADA, "over-90", "fees-view");
        assertThat(text("overview-notice")).contains("database did not respond");
    }

    @Test
    void withoutARoleThereIsNothingButTheReason() {
        screen.threeStudents();
        for (String rest : new String[] {"", "over-90"}) {
            screen.open(Locale.CANADA, rest);
            assertThat(text("overview-notice")).contains("fees-view");
            assertThat(text("overview")).doesNotContain("Tremblay", "1,355.50");
            Screens.close();
        }
        screen.open(Locale.CANADA, "", "fees-view");
    }
}
