package org.openadmin.fees.ui.internal.assessment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Returned;

class AssessViewTest {

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private PredefinedFee lab;

    @BeforeEach
    void aFeeForTwoGrades() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
        office.enrol(102, "Singh", "Harpreet", "9", "9A");
        office.enrol(103, "O’Neil", "Rose", "11", "11A");
        lab = office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Lab fee", "100.00", "GST", "QST"),
                        Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9", "10")))));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private AssessView open(Locale locale, String... roles) {
        return open(Runnable::run, locale, roles);
    }

    private AssessView open(Executor background, Locale locale, String... roles) {
        return open(background, Screens.CLOCK, locale, roles);
    }

    private AssessView open(Executor background, Clock clock, Locale locale, String... roles) {
        Screens.open(locale, roles);
        return Screens.show(view(background, clock));
    }

    private AssessView view(Executor background, Clock clock) {
        return new AssessView(
                office.students(),
                office.catalogue(),
                office.assessment(),
                office,
                documents,
                office.corrections(),
                clock,
                background);
    }

    private void openWhom() {
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        click("to-students");
    }

    private Checkbox tick(int row) {
        Grid<?> grid = find(Grid.class, "candidate-grid");
        return (Checkbox) GridKt._getCellComponent(grid, row, "tick");
    }

    private List<JournalEntry> charges() {
        return office.rows().stream()
                .filter(row -> row.kind() == EntryKind.CHARGE)
                .toList();
    }

    private AssessmentRequest onlyRequest() {
        assertThat(office.requests(AssessmentRequest.class)).hasSize(1);
        return office.requests(AssessmentRequest.class).get(0);
    }

    @Test
    void aPredefinedFeeIsChargedInTwoClicks() {
        openWhom();
        assertThat(text("assess-total")).isEqualTo("3 of 3 students, 344.94 CAD in total");
        assertThat(text("charge")).isEqualTo("Charge 3 students");
        click("charge");
        assertThat(text("assess-done")).startsWith("Lab fee charged to 3 students, 344.94 CAD in total.");
        assertThat(onlyRequest().draft().predefined()).contains(lab.id());
        assertThat(onlyRequest().expected()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void exactlyThoseWhoWereChargedAreInvoiced() {
        openWhom();
        LocatorJ._setValue(tick(0), false);
        click("charge");
        assertThat(text("charged-invoices")).isEqualTo("Print the invoices of these 2 students");
        click("charged-invoices");
        assertThat(documents.invoicesSent.get(0).audience())
                .contains(new Audience.Group(GroupKind.STUDENT, List.of("102", "100")));
        MockVaadin.clientRoundtrip();
        assertThat(shows(Anchor.class, "open-invoices")).isTrue();
        assertThat(find(Button.class, "charged-invoices").isEnabled()).isTrue();
    }

    @Test
    void aFewLettersAndEnterChooseAPredefinedFee() {
        open(Locale.CANADA, "fees-bill");
        usePredefined();
        ComboBox<?> predefined = find(ComboBox.class, "assess-predefined");
        ComponentUtil.fireEvent(predefined, new ComboBoxBase.CustomValueSetEvent<>(predefined, true, "lab"));
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Lab fee");
    }

    @Test
    void whoIsUntickedIsLeftOutAndTheTotalFollows() {
        openWhom();
        LocatorJ._setValue(tick(0), false);
        assertThat(text("assess-total")).isEqualTo("2 of 3 students, 229.96 CAD in total");
        click("charge");
        assertThat(onlyRequest().except()).containsExactly(new StudentNumber(101));
        assertThat(charges()).hasSize(2);
    }

    @Test
    void tickingAllCountsOnlyWhatTheFilterShows() {
        openWhom();
        click("untick-shown");
        assertThat(find(Button.class, "charge").isEnabled()).isFalse();
        type("candidate-filter", "tremb");
        assertThat(text("candidates-shown")).isEqualTo("1 of 3 shown");
        click("tick-shown");
        assertThat(text("charge")).isEqualTo("Charge 1 student");
    }

    @Test
    void whoHasTheFeeAlreadyIsMarkedAndUntickedAndCanBeChosenAgain() {
        openWhom();
        click("charge");
        click("assess-another");
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        click("to-students");
        Grid<?> grid = find(Grid.class, "candidate-grid");
        assertThat(GridKt._getCellComponent(grid, 0, "name").getElement().getTextRecursively())
                .endsWith(" already has it, Sep. 8, 2026");
        assertThat(tick(0).getValue()).isFalse();
        LocatorJ._setValue(tick(0), true);
        click("charge");
        assertThat(office.requests(AssessmentRequest.class).get(1).again()).containsExactly(new StudentNumber(101));
        assertThat(charges()).hasSize(4);
    }

    @Test
    void whoWasChargedTheDayBeforeIsMarkedAndOneChoiceChargesThemAllTheSame() {
        openWhom();
        click("charge");
        Clock tomorrow = Clock.offset(Screens.CLOCK, Duration.ofDays(1));
        open(Runnable::run, tomorrow, Locale.CANADA, "fees-bill")
                .setParameter(null, lab.id().toString());
        click("to-students");

        assertThat(text("charge")).isEqualTo("No students selected");
        assertThat(text("assess-again")).isEqualTo("All 3 already have this fee.");
        assertThat(find(Checkbox.class, "assess-again-all").getLabel())
                .isEqualTo("Also charge the 3 students who already have it");

        tickAgain(true);
        assertThat(text("charge")).isEqualTo("Charge 3 students");
        assertThat(text("assess-again")).isEqualTo("3 of those selected already have it");
        tickAgain(false);
        assertThat(text("charge")).isEqualTo("No students selected");
        tickAgain(true);
        click("charge");
        assertThat(office.requests(AssessmentRequest.class).get(1).again()).hasSize(3);
        assertThat(charges()).hasSize(6);
    }

    @Test
    void aMonthlyFeeIsChargedInTwoClicksAndTheLastDateIsShown() {
        openWhom();
        click("charge");
        Clock nextMonth = Clock.offset(Screens.CLOCK, Duration.ofDays(30));
        open(Runnable::run, nextMonth, Locale.CANADA, "fees-bill")
                .setParameter(null, lab.id().toString());
        click("to-students");

        Grid<?> grid = find(Grid.class, "candidate-grid");
        assertThat(GridKt._getCellComponent(grid, 0, "name").getElement().getTextRecursively())
                .endsWith(" last charged Sep. 8, 2026");
        assertThat(shows(Checkbox.class, "assess-again-all")).isFalse();
        click("charge");
        assertThat(charges()).hasSize(6);
    }

    @Test
    void whyNobodyIsSelectedIsSaid() {
        openWhom();
        assertThat(text("assess-again")).isEmpty();
        click("untick-shown");
        assertThat(text("assess-again")).isEqualTo("None of the 3 is selected.");
        LocatorJ._setValue(tick(0), true);
        assertThat(text("assess-again")).isEmpty();
        click("charge");
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        click("to-students");
        startTicked(false);
        assertThat(text("assess-again")).isEqualTo("1 already has this fee, and the other 2 are not selected.");
    }

    private static void tickAgain(boolean ticked) {
        Screens.tick("assess-again-all", ticked);
    }

    @Test
    void aDoubleClickChargesOnce() {
        openWhom();
        Button charge = find(Button.class, "charge");
        charge.click();
        charge.click();
        assertThat(office.requests(AssessmentRequest.class)).hasSize(1);
        assertThat(charges()).hasSize(3);
    }

    @Test
    void anUnansweredAssessmentIsSentAgainAsItWas() {
        openWhom();
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("charge");
        assertThat(text("whom-notice")).contains("may or may not have been charged");
        assertThat(find(TextField.class, "audience-values").isEnabled()).isFalse();
        click("charge");
        assertThat(Set.copyOf(office.requests(AssessmentRequest.class))).hasSize(1);
        assertThat(charges()).hasSize(3);
        assertThat(shows(Button.class, "assess-another")).isTrue();
    }

    @Test
    void anAssessmentThatWasMadeWithoutAnAnswerShowsItsResult() {
        openWhom();
        click("charge");
        RequestKey key = onlyRequest().key();
        AssessView view = open(Locale.CANADA, "fees-bill");
        view.setParameter(null, null);
        view.returned(new Returned(Optional.of(key), "", Map.of()));
        assertThat(text("assess-notice")).contains("had been charged");
        assertThat(text("assess-done")).startsWith("Lab fee charged to 3 students");
        assertThat(charges()).hasSize(3);
    }

    @Test
    void anAssessmentThatWasNotMadeIsSentAgainWithItsKey() {
        RequestKey key = RequestKey.fresh();
        AssessView view = open(Locale.CANADA, "fees-bill");
        view.setParameter(null, null);
        view.returned(new Returned(
                Optional.of(key),
                "",
                Map.of(
                        "whom",
                        Map.ofEntries(
                                entry("draft", "d1"),
                                entry("key", key.toString()),
                                entry("name", "Trip"),
                                entry("description", ""),
                                entry("amount", "10.00"),
                                entry("discount", "0"),
                                entry("taxes", ""),
                                entry("date", "2026-09-08"),
                                entry("audience", "grade 9"),
                                entry("everyone", "true"),
                                entry("decided", "")))));
        assertThat(text("assess-notice")).contains("before the students were charged");
        click("charge");
        assertThat(onlyRequest().key()).isEqualTo(key);
    }

    @Test
    void aFeeThatWasTypedIsThereAgain() {
        AssessView view = open(Locale.CANADA, "fees-bill");
        view.setParameter(null, null);
        view.returned(new Returned(
                Optional.empty(),
                "",
                Map.of("what", Map.of("name", "Trip", "amount", "12.5", "taxes", "GST", "date", "2026-09-09"))));
        assertThat(text("assess-notice")).contains("is here again");
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Trip");
        assertThat(text("fee-preview")).contains("GST");
    }

    @Test
    void aListThatHasChangedIsReloadedAndNobodyIsCharged() {
        openWhom();
        office.enrol(104, "Late", "Lea", "9", "9A");
        click("charge");
        assertThat(charges()).isEmpty();
        assertThat(text("whom-notice")).contains("you agreed to 3, and now there would be 4");
        assertThat(text("assess-total")).startsWith("4 of 4 students");
        click("charge");
        assertThat(charges()).hasSize(4);
    }

    @Test
    void aChangedPredefinedFeeIsChargedAsANewOne() {
        open(Locale.CANADA_FRENCH, "fees-bill").setParameter(null, lab.id().toString());
        type("fee-amount", "12,50");
        assertThat(text("fee-preview")).isEqualTo("12,50 + 0,63 TPS + 1,25 TVQ = 14,38 CAD par élève");
        click("to-students");
        click("charge");
        assertThat(onlyRequest().draft().predefined()).isEmpty();
        assertThat(onlyRequest().draft().fee().amount()).isEqualTo(cad("12.50"));
    }

    @Test
    void wrongInputStandsBesideItsFieldAndTheStepStays() {
        open(Locale.CANADA, "fees-bill");
        type("fee-name", " ");
        type("fee-amount", "99999999.99");
        click("to-students");
        assertThat(error("fee-name")).isNotEmpty();
        type("fee-name", "Gold");
        LocatorJ._setValue(taxes(), Set.copyOf(office.current().taxes()));
        click("to-students");
        assertThat(error("fee-amount")).isEqualTo("The amount can be 99,999,999.99 at most, taxes included.");
        assertThat(shows(Button.class, "charge")).isFalse();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        open(Locale.CANADA, "fees-bill");
        type("fee-amount", "12,50");
        type("fee-discount", "120");
        click("to-students");
        assertThat(error("fee-name")).isNotEmpty();
        assertThat(error("fee-amount")).isNotEmpty();
        assertThat(error("fee-discount")).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private static com.vaadin.flow.component.checkbox.CheckboxGroup<org.openadmin.fees.spi.TaxRate> taxes() {
        return find(com.vaadin.flow.component.checkbox.CheckboxGroup.class, "fee-taxes");
    }

    @Test
    void aValueThatNobodyHasIsNamed() {
        openWhom();
        type("audience-values", "9 77");
        assertThat(text("assess-total")).isEqualTo("Choose students to see the list.");
        click("show-students");
        assertThat(error("audience-values")).isEqualTo("No student is in grade 77.");
        assertThat(find(Button.class, "charge").isEnabled()).isFalse();
    }

    @Test
    void aPredefinedFeeThatIsGoneIsOneClearSentence() {
        open(Locale.CANADA, "fees-bill").setParameter(null, "4711");
        assertThat(text("what-notice")).isEqualTo("There is no predefined fee number 4711.");
    }

    @Test
    void withoutTheRoleThereIsNoForm() {
        open(Locale.CANADA, "fees-cashier");
        assertThat(shows(Button.class, "to-students")).isFalse();
        assertThat(text("assess-notice")).contains("fees-bill");
    }

    @SuppressWarnings("unchecked")
    private static void usePredefined() {
        RadioButtonGroup<Object> source = find(RadioButtonGroup.class, "assess-source");
        LocatorJ._setValue(source, source.getListDataView().getItems().toList().get(1));
    }

    @SuppressWarnings("unchecked")
    private static void startTicked(boolean all) {
        LocatorJ._setValue(find(RadioButtonGroup.class, "assess-checked"), all);
    }

    @Test
    void aNewFeeIsCreatedUnlessAPredefinedOneIsWanted() {
        open(Locale.CANADA, "fees-bill");
        assertThat(shows(ComboBox.class, "assess-predefined")).isFalse();
        usePredefined();
        assertThat(shows(TextField.class, "fee-name")).isFalse();
        click("to-students");
        assertThat(error("assess-predefined")).isEqualTo("Choose a predefined fee, or create a new one.");
        assertThat(text("what-notice")).contains("Predefined fee – Choose");
        assertThat(shows(Button.class, "charge")).isFalse();
    }

    @Test
    void uncheckedAtFirstMeansThatNobodyIsTicked() {
        openWhom();
        startTicked(false);
        assertThat(text("assess-total")).isEqualTo("0 of 3 students, 0.00 CAD in total");
        assertThat(find(Button.class, "charge").isEnabled()).isFalse();
        LocatorJ._setValue(tick(1), true);
        click("charge");
        assertThat(onlyRequest().except()).containsExactlyInAnyOrder(new StudentNumber(101), new StudentNumber(100));
    }

    @Test
    void tickingAllNeverChargesSomebodyASecondTime() {
        openWhom();
        LocatorJ._setValue(tick(0), false);
        click("charge");
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        click("to-students");
        startTicked(false);
        click("tick-shown");
        assertThat(text("assess-total")).startsWith("1 of 3 students");
        assertThat(text("assess-again")).isEmpty();
        LocatorJ._setValue(tick(1), true);
        assertThat(text("assess-again")).isEqualTo("1 of those selected already has it");
        click("untick-shown");
        assertThat(text("assess-total")).startsWith("0 of 3 students");
    }

    @Test
    void whatWasDoneLeadsToTheJournalOfItsBatch() {
        openWhom();
        click("charge");
        assertThat(text("assess-batch")).isEqualTo("Batch 1, dated Sep. 8, 2026");
        assertThat(shows(Span.class, "assess-left-out")).isFalse();
        assertThat(find(Anchor.class, "assess-journal").getHref()).isEqualTo("fees/journal/batch=1");
    }

    @Test
    void aLongRunShowsThatItWorksAndIsSentOnce() {
        List<Runnable> later = new ArrayList<>();
        open(later::add, Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        click("to-students");
        Button charge = find(Button.class, "charge");
        charge.click();
        charge.click();
        assertThat(later).hasSize(1);
        assertThat(shows(ProgressBar.class, "assess-progress")).isTrue();
        assertThat(find(Button.class, "assess-back").isEnabled()).isFalse();
        later.get(0).run();
        MockVaadin.clientRoundtrip();
        assertThat(text("assess-done")).contains("3 students");
        assertThat(charges()).hasSize(3);
    }

    @Test
    void whoLeavesThePageIsToldElsewhereWhatWasDone() {
        List<Runnable> later = new ArrayList<>();
        open(later::add, Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        click("to-students");
        click("charge");
        UI.getCurrent().removeAll();
        later.get(0).run();
        MockVaadin.clientRoundtrip();
        NotificationsKt.expectNotifications("Lab fee charged to 3 students, 344.94 CAD in total.");
        assertThat(charges()).hasSize(3);
    }

    @Test
    void theBrowsersBackAndForwardWalkTheSteps() {
        AssessView view = open(Locale.CANADA, "fees-bill");
        String id = lab.id().toString();
        view.setParameter(null, id);
        type("fee-amount", "90");
        click("to-students");
        LocatorJ._setValue(tick(0), false);
        view.setParameter(null, id);
        assertThat(find(TextField.class, "fee-amount").getValue()).isEqualTo("90");
        view.setParameter(null, id + "/students");
        assertThat(text("assess-total")).startsWith("2 of 3 students");
        click("charge");
        assertThat(text("assess-done")).contains("2 students");
        view.setParameter(null, id);
        assertThat(find(TextField.class, "fee-amount").getValue()).isEqualTo("100.00");
        assertThat(office.requests(AssessmentRequest.class)).hasSize(1);
    }

    @Test
    void aReloadInTheMiddleBeginsWithTheFee() {
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id() + "/students");
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Lab fee");
        open(Locale.CANADA, "fees-bill").setParameter(null, "new/students");
        assertThat(find(TextField.class, "fee-name").getValue()).isEmpty();
        assertThat(charges()).isEmpty();
    }

    @Test
    void aReloadOfTheStudentsKeepsFeeGroupValuesAndEveryTick() {
        open(Locale.CANADA, "fees-bill");
        type("fee-name", "Trip");
        type("fee-amount", "12.50");
        type("fee-discount", "10");
        select("fee-taxes", Set.of(office.current().taxes().get(0)));
        find(DateField.class, "assess-date").setValue(LocalDate.of(2026, 9, 20));
        click("to-students");
        String address = lastAddress();
        select("audience-kind", GroupKind.HOMEROOM);
        type("audience-values", "9A, 10B");
        click("show-students");
        LocatorJ._setValue(tick(1), false);
        String total = text("assess-total");
        assertThat(total).startsWith("2 of 3 students");

        reload(address);
        assertThat(text("assess-total")).isEqualTo(total);
        assertThat(text("assess-fee")).startsWith("Trip: ").contains("Sep. 20, 2026");
        assertThat(find(Select.class, "audience-kind").getValue()).isEqualTo(GroupKind.HOMEROOM);
        assertThat(find(TextField.class, "audience-values").getValue()).isEqualTo("9A, 10B");
        assertThat(tick(1).getValue()).isFalse();

        startTicked(false);
        LocatorJ._setValue(tick(2), true);
        reload(address);
        assertThat(text("assess-total")).startsWith("1 of 3 students");
        assertThat(tick(2).getValue()).isTrue();
        click("assess-back");
        assertThat(find(TextField.class, "fee-discount").getValue()).isEqualTo("10");
        click("to-students");
        assertThat(text("assess-total")).startsWith("1 of 3 students");

        click("charge");
        assertThat(text("assess-done")).startsWith("Trip charged to 1 student");
        assertThat(onlyRequest().draft().fee().name()).isEqualTo("Trip");
        assertThat(onlyRequest().draft().date()).isEqualTo(LocalDate.of(2026, 9, 20));
        assertThat(charges()).hasSize(1);
        reload(address);
        assertThat(find(TextField.class, "fee-name").getValue()).isEmpty();
    }

    @Test
    void aReloadKeepsAPredefinedFeeThatWasChanged() {
        openWhom();
        click("assess-back");
        type("fee-amount", "90");
        click("to-students");
        String address = lastAddress();

        reload(address);
        click("charge");
        assertThat(onlyRequest().draft().fee().amount()).isEqualTo(Kit.cad("90.00"));
        assertThat(onlyRequest().draft().predefined()).isEmpty();
    }

    @Test
    void aRequestThatWasSentBeforeAReloadIsNotDoneTwice() {
        openWhom();
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        String address = lastAddress();
        click("charge");
        reload(address);
        tickAgain(true);
        click("charge");
        assertThat(charges()).hasSize(3);
        assertThat(text("assess-done")).contains("3 students");
    }

    @Test
    void changingTheGroupClearsItsValues() {
        openWhom();
        assertThat(find(TextField.class, "audience-values").getValue()).isEqualTo("9 10");
        select("audience-kind", GroupKind.HOMEROOM);
        assertThat(find(TextField.class, "audience-values").getValue()).isEmpty();
        assertThat(text("assess-total")).isEqualTo("Choose students to see the list.");
    }

    @Test
    void theResultHasAnAddressWithItsInvoicesAndItsUndo() {
        openWhom();
        LocatorJ._setValue(tick(0), false);
        click("charge");
        reload("fees/assess/batch=1");
        assertThat(text("assess-done")).startsWith("Lab fee charged to 2 students, 229.96 CAD in total.");
        assertThat(text("assess-batch")).isEqualTo("Batch 1, dated Sep. 8, 2026");
        assertThat(text("charged-invoices")).isEqualTo("Print the invoices of these 2 students");
        office.corrections()
                .apply(new Cancel(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        office.owed(new StudentNumber(100)).get(0),
                        Kit.DAY,
                        ""));
        reload("fees/assess/batch=1");
        assertThat(text("charged-invoices")).isEqualTo("Print this student’s invoice");
        click("undo-assessment");
        click("correction-apply");
        reload("fees/assess/batch=1");
        assertThat(text("assess-done")).contains("All of these charges have been reversed since.");
        assertThat(shows(Button.class, "undo-assessment")).isFalse();
        assertThat(shows(Button.class, "charged-invoices")).isFalse();
    }

    @Test
    void anAddressWithoutABatchBeginsWithTheFee() {
        open(Locale.CANADA, "fees-bill").setParameter(null, "batch=77");
        assertThat(text("what-notice")).contains("77");
        open(Locale.CANADA, "fees-bill").setParameter(null, "batch=x");
        assertThat(shows(Button.class, "to-students")).isTrue();
    }

    @Test
    void aDateMoreThanAYearAwayIsConfirmedOnce() {
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        find(DateField.class, "assess-date").setValue(LocalDate.of(2027, 9, 9));
        click("to-students");
        assertThat(text("what-notice")).contains("The date Sep. 9, 2027 is more than a year away.");
        find(DateField.class, "assess-date").setValue(LocalDate.of(2062, 9, 9));
        click("to-students");
        assertThat(text("what-notice")).contains("2062");
        find(DateField.class, "assess-date").setValue(LocalDate.of(2027, 9, 9));
        click("to-students");
        click("confirm-date");
        assertThat(text("assess-total")).startsWith("3 of 3 students");
        click("assess-back");
        click("to-students");
        assertThat(text("assess-total")).startsWith("3 of 3 students");
    }

    private void reload(String address) {
        Screens.show(view(Runnable::run, Screens.CLOCK)).setParameter(null, address.substring("fees/assess/".length()));
    }

    /** The address that the page gave itself last. */
    private static String lastAddress() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation().getParameters())
                .flatMap(List::stream)
                .map(String::valueOf)
                .filter(text -> text.startsWith("fees/assess"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void select(String id, Object value) {
        ((HasValue) find(Component.class, id)).setValue(value);
    }

    @Test
    void backDoesNotLeaveWhatHasNoAnswer() {
        AssessView view = open(Locale.CANADA, "fees-bill");
        view.setParameter(null, lab.id().toString());
        click("to-students");
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("charge");
        view.setParameter(null, lab.id().toString());
        office.failNext(new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));
        click("charge");
        assertThat(text("whom-notice")).contains("may or may not have been charged");
        click("charge");
        assertThat(Set.copyOf(office.requests(AssessmentRequest.class))).hasSize(1);
        assertThat(charges()).hasSize(3);
    }

    @Test
    void withoutTheRoleNothingIsAsked() {
        Screens.open(Locale.CANADA, "fees-view");
        AssessView view = new AssessView(
                null,
                null,
                null,
                () -> {
                    throw new AssertionError("asked");
                },
                null,
                null,
                Screens.CLOCK,
                Runnable::run);
        Screens.show(view).setParameter(null, "5");
        assertThat(text("assess-notice")).contains("fees-bill");
    }

    @Test
    void anAssessmentIsUndoneOnceAndSaysSo() {
        openWhom();
        click("charge");
        click("undo-assessment");
        assertThat(text("correction-question")).contains("3 charges will be reversed, 344.94 in total");
        Button apply = find(Button.class, "correction-apply");
        apply.click();
        apply.click();
        assertThat(office.requests(CorrectionRequest.Undo.class))
                .extracting(CorrectionRequest.Undo::batch)
                .containsExactly(new BatchNumber(1));
        assertThat(text("assess-done")).contains("Batch 1 undone: 3 charges reversed, 344.94 in total.");
        assertThat(shows(Button.class, "undo-assessment")).isFalse();
        assertThat(shows(Button.class, "charged-invoices")).isFalse();
        assertThat(shows(Button.class, "assess-another")).isTrue();
    }

    @Test
    void anAssessmentOfALaterDayIsUndoneOnThatDay() {
        open(Locale.CANADA, "fees-bill").setParameter(null, lab.id().toString());
        find(DateField.class, "assess-date").setValue(LocalDate.of(2026, 10, 1));
        click("to-students");
        click("charge");
        click("undo-assessment");
        click("correction-apply");
        assertThat(office.requests(CorrectionRequest.class).get(0).date()).isEqualTo("2026-10-01");
    }

    @Test
    void theFilterFindsNamesWithoutTheirAccents() {
        openWhom();
        type("candidate-filter", "NGUYEN, anh");
        assertThat(text("candidates-shown")).isEqualTo("1 of 3 shown");
    }
}
