package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.DocumentException;
import org.openadmin.fees.api.GroupKind;

class InvoicesViewTest {

    private final FakeSchool school = new FakeSchool();
    private final Queue<Runnable> background = new ArrayDeque<>();

    @BeforeEach
    void oneWhoOwesAndOneWhoDoesNot() {
        school.enrol(100, "Tremblay", "Inès", "9", "9A");
        school.enrol(101, "Nguyễn", "Anh", "10", "10B");
        school.charge(100, "Lab fee", "24.95");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(String... roles) {
        Screens.open(Locale.CANADA, roles);
        Screens.show(
                new InvoicesView(school.students, school::settings, school.reports, Screens.CLOCK, background::add));
    }

    private void finish() {
        background.remove().run();
        MockVaadin.clientRoundtrip();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(int scope) {
        RadioButtonGroup group = find(RadioButtonGroup.class, "invoice-scope");
        LocatorJ._setValue(group, group.getListDataView().getItem(scope));
    }

    @Test
    void everybodysInvoicesAreMadeAwayFromThePageAndLogged() {
        open("fees-bill");
        click("make-invoices");
        assertThat(shows(ProgressBar.class, "invoices-progress")).isTrue();
        find(Button.class, "make-invoices").click();
        assertThat(background).hasSize(1);

        finish();
        assertThat(shows(ProgressBar.class, "invoices-progress")).isFalse();
        assertThat(text("invoices-notice")).isEqualTo("1 invoice on 1 page, 24.95 CAD due in all.");
        assertThat(text("invoices-none")).contains("1 student owes nothing").contains("Nguyễn, Anh (101)");
        assertThat(shows(Anchor.class, "open-invoices")).isTrue();
        assertThat(school.invoicesSent.get(0).date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(school.invoicesSent.get(0).audience()).isEmpty();
    }

    @Test
    void aGroupIsInvoicedAlone() {
        open("fees-bill");
        choose(1);
        type("audience-values", "9");
        click("make-invoices");
        finish();
        assertThat(school.invoicesSent.get(0).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9"))));
    }

    @Test
    void wrongInputIsNamedAndNothingStarts() {
        open("fees-bill");
        choose(1);
        LocatorJ._setValue(find(DatePicker.class, "invoice-date"), null);
        click("make-invoices");
        assertThat(error("invoice-date")).contains("2026-09-08");
        assertThat(error("audience-values")).isNotEmpty();
        assertThat(background).isEmpty();
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void nothingDueAndAFailureAreEachOneSentence() {
        school.charges.clear();
        open("fees-bill");
        click("make-invoices");
        finish();
        assertThat(text("invoices-notice")).startsWith("Nobody chosen owes anything");

        school.nextFailure = new DocumentException(DocumentException.Problem.TEXT_CUT, "secret detail", null);
        click("make-invoices");
        finish();
        assertThat(text("invoices-notice")).contains("longer than its place").doesNotContain("secret");
        assertThat(find(Button.class, "make-invoices").isEnabled()).isTrue();
    }

    @Test
    void withoutTheRoleThereIsNoButton() {
        open("fees-cashier");
        assertThat(shows(Button.class, "make-invoices")).isFalse();
    }

    @Test
    void theAddressOfAStudentChoosesThatStudentAlone() {
        Screens.open(Locale.CANADA, "fees-bill");
        InvoicesView view = Screens.show(
                new InvoicesView(school.students, school::settings, school.reports, Screens.CLOCK, background::add));
        view.setParameter(null, "100");
        click("make-invoices");
        finish();
        assertThat(school.invoicesSent.get(0).audience())
                .isEqualTo(Optional.of(new Audience.Group(GroupKind.STUDENT, List.of("100"))));

        view.setParameter(null, "nobody");
        assertThat(text("invoices-form-notice")).contains("is not a student number");
    }
}
