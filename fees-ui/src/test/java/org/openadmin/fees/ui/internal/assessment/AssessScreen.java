package org.openadmin.fees.ui.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;

/** The page that charges fees in a simulated browser: a predefined lab fee of 114.98 for the three students in grades 9 and 10. */
final class AssessScreen implements AfterEachCallback {

    private static final String ADDRESS = "fees/assess/";

    final MemoryOffice office = Screens.office();
    final FakeDocuments documents = new FakeDocuments(office);
    final PredefinedFee lab;

    AssessScreen() {
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

    AssessView open(Locale locale, String... roles) {
        return open(Runnable::run, Screens.CLOCK, locale, roles);
    }

    AssessView open(Executor background, Clock clock, Locale locale, String... roles) {
        Screens.open(locale, roles);
        return Screens.show(view(background, clock));
    }

    /** Opens the lab fee in English. */
    AssessView openLab() {
        return openLab(Runnable::run, Screens.CLOCK);
    }

    AssessView openLab(Executor background, Clock clock) {
        AssessView view = open(background, clock, Locale.CANADA, "fees-bill");
        view.setParameter(null, lab.id().toString());
        return view;
    }

    /** Opens the students of the lab fee. */
    void openStudents() {
        openLab();
        click("to-students");
    }

    /** Loads the page again, as the browser does with F5. */
    void reload(String address) {
        Screens.show(view(Runnable::run, Screens.CLOCK)).setParameter(null, address.substring(ADDRESS.length()));
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

    /** The address that the page gave itself last. */
    static String lastAddress() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation().getParameters())
                .flatMap(List::stream)
                .map(String::valueOf)
                .filter(text -> text.startsWith("fees/assess"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The checkbox of a student in the list, counted from 0. */
    static Checkbox student(int row) {
        return (Checkbox) GridKt._getCellComponent((Grid<?>) find(Grid.class, "candidate-grid"), row, "tick");
    }

    static void tickStudent(int row, boolean ticked) {
        LocatorJ._setValue(student(row), ticked);
    }

    /** The name of a student in the list, with any note about the fee. */
    static String nameOf(int row) {
        return GridKt._getCellComponent((Grid<?>) find(Grid.class, "candidate-grid"), row, "name")
                .getElement()
                .getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    static void startTicked(boolean all) {
        LocatorJ._setValue(find(RadioButtonGroup.class, "assess-checked"), all);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static void select(String id, Object value) {
        ((HasValue) find(Component.class, id)).setValue(value);
    }

    List<JournalEntry> charges() {
        return office.rows().stream()
                .filter(row -> row.kind() == EntryKind.CHARGE)
                .toList();
    }

    List<AssessmentRequest> requests() {
        return office.requests(AssessmentRequest.class);
    }

    AssessmentRequest onlyRequest() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
