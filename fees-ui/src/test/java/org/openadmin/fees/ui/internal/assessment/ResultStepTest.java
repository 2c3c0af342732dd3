package org.openadmin.fees.ui.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.components.DateField;

/** The last step: the result, its invoices and its undo. */
class ResultStepTest {

    @RegisterExtension
    private final AssessScreen screen = new AssessScreen();

    @Test
    void exactlyThoseWhoWereChargedAreInvoiced() {
        screen.openStudents();
        AssessScreen.tickStudent(0, false);
        click("charge");
        assertThat(text("charged-invoices")).isEqualTo("Print the invoices of these 2 students");
        click("charged-invoices");
        assertThat(screen.documents.invoicesSent.get(0).audience())
                .contains(new Audience.Group(GroupKind.STUDENT, List.of("102", "100")));
        MockVaadin.clientRoundtrip();
        assertThat(shows(Anchor.class, "open-invoices")).isTrue();
        assertThat(find(Button.class, "charged-invoices").isEnabled()).isTrue();
    }

    @Test
    void whatWasDoneLeadsToTheJournalOfItsBatch() {
        screen.openStudents();
        click("charge");
        assertThat(text("assess-batch")).isEqualTo("Batch 1, dated Sep. 8, 2026, due Sep. 8, 2026");
        assertThat(shows(Span.class, "assess-left-out")).isFalse();
        assertThat(find(Anchor.class, "assess-journal").getHref()).isEqualTo("fees/journal/batch=1");
    }

    @Test
    void theResultHasAnAddressWithItsInvoicesAndItsUndo() {
        screen.openStudents();
        AssessScreen.tickStudent(0, false);
        click("charge");
        screen.reload("fees/assess/batch=1");
        assertThat(text("assess-done")).startsWith("Lab fee charged to 2 students, 229.96 CAD in total.");
        assertThat(text("assess-batch")).isEqualTo("Batch 1, dated Sep. 8, 2026, due Sep. 8, 2026");
        assertThat(text("charged-invoices")).isEqualTo("Print the invoices of these 2 students");
        screen.office
                .corrections()
                .apply(new Cancel(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        screen.office.owed(new StudentNumber(100)).get(0),
                        Kit.DAY,
                        ""));
        screen.reload("fees/assess/batch=1");
        assertThat(text("charged-invoices")).isEqualTo("Print this student’s invoice");
        click("undo-assessment");
        click("correction-apply");
        screen.reload("fees/assess/batch=1");
        assertThat(text("assess-done")).contains("All of these charges have been reversed since.");
        assertThat(shows(Button.class, "undo-assessment")).isFalse();
        assertThat(shows(Button.class, "charged-invoices")).isFalse();
    }

    @Test
    void anAddressWithoutABatchBeginsWithTheFee() {
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, "batch=77");
        assertThat(text("what-notice")).contains("77");
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, "batch=x");
        assertThat(shows(Button.class, "to-students")).isTrue();
    }

    @Test
    void anAssessmentIsUndoneOnceAndSaysSo() {
        screen.openStudents();
        click("charge");
        click("undo-assessment");
        assertThat(text("correction-question")).contains("3 charges will be reversed, 344.94 in total");
        Button apply = find(Button.class, "correction-apply");
        apply.click();
        apply.click();
        assertThat(screen.office.requests(CorrectionRequest.Undo.class))
                .extracting(CorrectionRequest.Undo::batch)
                .containsExactly(new BatchNumber(1));
        assertThat(text("assess-done")).contains("Batch 1 undone: 3 charges reversed, 344.94 in total.");
        assertThat(shows(Button.class, "undo-assessment")).isFalse();
        assertThat(shows(Button.class, "charged-invoices")).isFalse();
        assertThat(shows(Button.class, "assess-another")).isTrue();
    }

    @Test
    void anAssessmentOfALaterDayIsUndoneOnThatDay() {
        screen.openLab();
        find(DateField.class, "assess-date").setValue(LocalDate.of(2026, 10, 1));
        click("to-students");
        click("charge");
        click("undo-assessment");
        click("correction-apply");
        assertThat(screen.office.requests(CorrectionRequest.class).get(0).date())
                .isEqualTo("2026-10-01");
    }
}
