package org.openadmin.fees.ui.internal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.testkit.Kit;

/** The form, and printing invoices. */
class InvoicesViewTest {

    @RegisterExtension
    private final InvoicesScreen screen = new InvoicesScreen();

    @Test
    void everybodysInvoicesAreMadeAwayFromThePageAndLogged() {
        screen.open("fees-bill");
        click("make-invoices");
        assertThat(shows(ProgressBar.class, "invoices-progress")).isTrue();
        find(Button.class, "make-invoices").click();
        assertThat(screen.background).hasSize(1);

        screen.finish();
        assertThat(shows(ProgressBar.class, "invoices-progress")).isFalse();
        assertThat(text("invoices-notice")).isEqualTo("1 invoice on 1 page, 24.95 CAD due in total.");
        assertThat(text("invoices-none")).isEqualTo("1 student got no invoice: nothing due (1).");
        assertThat(text("run-heading")).isEqualTo("Run 1");
        assertThat(shows(Anchor.class, "open-invoices")).isTrue();
        assertThat(screen.documents.invoicesSent.get(0).date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(screen.documents.invoicesSent.get(0).audience()).isEmpty();
    }

    @Test
    void aGroupIsInvoicedAlone() {
        screen.open("fees-bill");
        choose(1);
        type("audience-values", "9");
        click("make-invoices");
        screen.finish();
        assertThat(screen.documents.invoicesSent.get(0).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9"))));
    }

    @Test
    void wrongInputIsNamedAndNothingStarts() {
        screen.open("fees-bill");
        choose(1);
        LocatorJ._setValue(find(DatePicker.class, "invoice-date"), null);
        click("make-invoices");
        assertThat(error("invoice-date")).contains("2026-09-08");
        assertThat(error("audience-values")).isNotEmpty();
        assertThat(screen.background).isEmpty();
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void nothingDueAndAFailureAreEachReportedInOneSentence() {
        screen.office.cashier().receive(Kit.paying(screen.ines, "24.95", screen.lab.id()));
        screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        assertThat(text("invoices-notice"))
                .isEqualTo("No invoices were made: 2 students were skipped. See the log for the reasons.");
        assertThat(text("run-left-out")).contains("nothing due (2)");

        screen.documents.nextFailure = new DocumentException(DocumentException.Problem.TEXT_CUT, "secret detail", null);
        click("make-invoices");
        screen.finish();
        assertThat(text("invoices-notice")).contains("too long for its place").doesNotContain("secret");
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void withoutTheRoleThereIsNoButton() {
        screen.open("fees-cashier");
        assertThat(shows(Button.class, "make-invoices")).isFalse();
    }

    @Test
    void theAddressOfStudentsChoosesThemAlone() {
        InvoicesView view = screen.open("fees-bill");
        view.setParameter(null, "100");
        click("make-invoices");
        screen.finish();
        assertThat(screen.documents.invoicesSent.get(0).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.STUDENT, List.of("100"))));

        view.setParameter(null, "students=100,101");
        click("make-invoices");
        screen.finish();
        assertThat(screen.documents.invoicesSent.get(1).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.STUDENT, List.of("100", "101"))));

        for (String wrong : List.of("students=", "students=100,abc")) {
            view.setParameter(null, wrong);
            assertThat(text("invoices-form-notice")).as(wrong).isNotEmpty();
        }
        view.setParameter(null, "nobody");
        assertThat(text("invoices-form-notice")).contains("is not a student number");
    }

    @Test
    void theMinimumAmountAndTheOrderArePartOfTheRequest() {
        screen.open("fees-bill");
        type("invoice-minimum", "abc");
        click("make-invoices");
        assertThat(error("invoice-minimum")).contains("12.50");
        assertThat(screen.background).isEmpty();

        type("invoice-minimum", "5");
        choose("invoice-order", InvoiceOrder.GRADE);
        tick("invoice-unaddressed", true);
        click("make-invoices");
        screen.finish();
        InvoiceRequest wish = screen.documents.invoicesSent.get(0);
        assertThat(wish.minimum()).contains(Money.parse("5.00", Kit.CAD));
        assertThat(wish.order()).isEqualTo(InvoiceOrder.GRADE);
        assertThat(wish.unaddressed()).isTrue();
    }

    @Test
    void aRunStopsAtOnceAndNotAtItsNextProgress() {
        screen.documents.beforeInvoices = () -> {
            click("invoices-progress-stop");
            ReaderWork.check();
        };
        screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        assertThat(text("invoices-notice")).isEqualTo("Stopped. No document was made.");
        assertThat(ReaderWork.isStopped()).isFalse();
    }

    @Test
    void aRunStopsWhenItsPageIsLeft() {
        AtomicBoolean stopped = new AtomicBoolean();
        screen.documents.beforeInvoices = () -> {
            UI.getCurrent().removeAll();
            stopped.set(ReaderWork.isStopped());
            ReaderWork.check();
        };
        screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        assertThat(stopped).isTrue();
        assertThat(ReaderWork.isStopped()).isFalse();
    }

    @Test
    void thePageReportsThatARunWasStopped() {
        screen.documents.beforeInvoices = () -> {
            click("invoices-progress-stop");
            assertThat(screen.documents.lastProgress.at(1, 2)).isFalse();
            throw new RunCancelledException(new RunNumber(1));
        };
        screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        assertThat(text("invoices-notice")).isEqualTo("Stopped. No document was made.");
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void choose(int scope) {
        RadioButtonGroup group = find(RadioButtonGroup.class, "invoice-scope");
        LocatorJ._setValue(group, group.getListDataView().getItem(scope));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void choose(String id, Object value) {
        LocatorJ._setValue(find(Select.class, id), value);
    }
}
