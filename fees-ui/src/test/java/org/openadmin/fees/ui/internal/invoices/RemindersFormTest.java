package org.openadmin.fees.ui.internal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** Reminders on the page of the invoices: who is due, and making them. */
class RemindersFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    @RegisterExtension
    private final InvoicesScreen screen = new InvoicesScreen();

    @BeforeEach
    void overdue() {
        screen.office.add(JournalRow.charge("Bus", "5.00").student(screen.ines).on(DAY.minusDays(40)));
    }

    private InvoicesView open() {
        InvoicesView view = screen.open("fees-bill");
        view.setParameter(null, "reminders");
        return view;
    }

    @SuppressWarnings("unchecked")
    private static List<String> row() {
        return GridKt._getFormattedRow((Grid<Object>) find(Grid.class, "reminders-due"), 0);
    }

    @Test
    void whoIsDueIsShownWithTheAmountTheDayAndTheStage() {
        open();
        assertThat(shows(DatePicker.class, "invoice-date"))
                .as("they are of today")
                .isFalse();
        click("show-reminders");

        assertThat(text("reminders-sum")).isEqualTo("1 student is due for a reminder, 5.00 CAD overdue.");
        assertThat(row().subList(1, 5)).containsExactly("5.00", "Jul. 30, 2026 · 40 days", "after 30 days", "–");
        assertThat(shows(Anchor.class, "open-invoices")).isFalse();
        assertThat(screen.office.runs().latest(Kit.VIEWER, Page.first(1))).isEmpty();
    }

    @Test
    void remindersAreMadeOnceAndTheNextTimeNobodyIsDue() {
        open();
        click("make-invoices");
        screen.finish();
        assertThat(text("invoices-notice"))
                .isEqualTo("1 reminder on 1 page, 5.00 CAD overdue in total. They count as sent.");
        assertThat(text("run-what")).contains("reminders dated Sep. 8, 2026");
        assertThat(find(Anchor.class, "open-invoices").getText()).contains("Open the reminders");

        click("show-reminders");
        assertThat(text("reminders-sum")).isEqualTo("Nobody is due for a reminder now.");
        assertThat(text("reminders-others")).isEqualTo("1 student gets no reminder: reminded before (1).");
        click("make-invoices");
        screen.finish();
        assertThat(text("invoices-notice")).startsWith("No reminders were made: 1 student was skipped.");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void oneStageIsMadeAlone() {
        open();
        Select stages = find(Select.class, "reminder-stage");
        LocatorJ._setValue(stages, screen.office.reminders().stages(Kit.VIEWER).get(0));
        click("show-reminders");
        assertThat(text("reminders-others")).isEqualTo("1 student gets no reminder: reminder of another stage (1).");
        click("make-invoices");
        screen.finish();

        InvoiceRequest request = screen.documents.invoicesSent.get(0);
        assertThat(request.isOfReminders()).isTrue();
        assertThat(request.stage()).contains(14);
        assertThat(request.date()).isEqualTo(DAY);
    }

    @Test
    void theAddressOfStudentsIsOfExactlyThese() {
        InvoicesView view = screen.open("fees-bill");
        view.setParameter(null, "reminders=100,101");
        click("make-invoices");
        screen.finish();

        InvoiceRequest request = screen.documents.invoicesSent.get(0);
        assertThat(request.isOfReminders()).isTrue();
        assertThat(request.audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.STUDENT, List.of("100", "101"))));
        assertThat(request.unaddressed()).as("they are handed out").isTrue();
    }

    @Test
    void invoicesHaveNeitherStageNorPreview() {
        screen.open("fees-bill");

        assertThat(shows(Select.class, "reminder-stage")).isFalse();
        assertThat(shows(Button.class, "show-reminders")).isFalse();
        assertThat(find(Button.class, "make-invoices").getText()).isEqualTo("Make invoices");
    }
}
