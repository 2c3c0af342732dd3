package org.openadmin.fees.ui.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.Screens;

class AuditLogViewTest {

    private final MemoryOffice office = Screens.office();
    private AuditLogView view;

    @BeforeEach
    void aPaymentAndARefusal() {
        StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.cashier().receive(Kit.paying(ines, "5.00"));
        Actor intruder = new Actor("eve", EnumSet.of(Role.VIEW));
        try {
            office.cashier().receive(Kit.paying(RequestKey.fresh(), intruder, ines, "9.00"));
        } catch (FeesException e) {
            assertThat(e).hasMessageContaining("fees-cashier");
        }
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        view = Screens.show(new AuditLogView(office.audit(), new FakeLists(), Screens.CLOCK));
        view.setParameter(null, rest);
    }

    @SuppressWarnings("unchecked")
    private static Grid<AuditEntry> grid() {
        return find(Grid.class, "audit-grid");
    }

    private static String row(int row) {
        return String.join("|", GridKt._getFormattedRow(grid(), row));
    }

    @Test
    void theNewestLineComesFirstWithNumbersAndNoNames() {
        open(Locale.CANADA, "", "fees-admin");

        assertThat(GridKt._size(grid())).isEqualTo(2);
        assertThat(text("audit-count")).isEqualTo("2 lines");
        assertThat(row(0)).contains("eve", "Payment", "Student 100", "Refused", "Role missing");
        assertThat(row(1)).contains("cashier", "Payment", "Student 100", "Receipt 1", "Done");
        assertThat(row(0) + row(1)).doesNotContain("Tremblay");
        assertThat(shows(Button.class, "audit-all")).isFalse();
    }

    @Test
    void theWordsAreThoseOfThePage() {
        open(Locale.CANADA_FRENCH, "", "fees-admin");

        assertThat(view.getPageTitle()).isEqualTo("Journal d’audit");
        assertThat(text("audit-count")).isEqualTo("2 lignes");
        assertThat(row(0)).contains("Paiement", "Élève 100", "Refusé", "Rôle manquant");
    }

    @Test
    void aLinkShowsTheSameAgainInTheListAndInTheFile() {
        open(Locale.CANADA, "outcome=refused&subject=student-100&color=red", "fees-admin");

        assertThat(GridKt._size(grid())).isEqualTo(1);
        assertThat(text("audit-count")).isEqualTo("1 line");
        assertThat(find(ComboBox.class, "filter-outcome").getValue()).isEqualTo(AuditOutcome.REFUSED);
        assertThat(find(ComboBox.class, "filter-kind").getValue()).isEqualTo(Kind.STUDENT);
        assertThat(find(TextField.class, "filter-number").getValue()).isEqualTo("100");
        assertThat(text("audit-notice")).contains("color=red");
        String file = new String(DownloadKt._download(find(Anchor.class, "audit-csv")), StandardCharsets.UTF_8);
        assertThat(file).contains("REFUSED", "student 100").endsWith(" CSV");

        Screens.click("audit-all");
        assertThat(GridKt._size(grid())).isEqualTo(2);
    }

    @Test
    void eachFilterNarrowsTheList() {
        open(Locale.CANADA, "", "fees-admin");

        type("filter-user", "CASHIER");
        assertThat(GridKt._size(grid())).isEqualTo(1);
        type("filter-user", "");
        choose("filter-kind", Kind.RECEIPT);
        assertThat(GridKt._size(grid())).as("without a number").isEqualTo(2);
        type("filter-number", "1");
        assertThat(GridKt._size(grid())).isEqualTo(1);
        type("filter-number", "2");
        assertThat(text("audit-empty")).startsWith("No lines match");
        type("filter-number", "x");
        assertThat(find(TextField.class, "filter-number").isInvalid()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static void choose(String id, Object value) {
        LocatorJ._setValue(find(ComboBox.class, id), value);
    }

    @Test
    void othersAreToldWhichRoleItNeeds() {
        open(Locale.CANADA, "", "fees-bill", "fees-cashier");

        assertThat(text("audit-notice")).contains("fees-admin");
        assertThat(shows(Grid.class, "audit-grid")).isFalse();
    }

    @Test
    void aFailureIsShownAndTheListIsEmpty() {
        office.failNextQuery(AuditLog.class, new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));

        open(Locale.CANADA, "", "fees-admin");

        assertThat(text("audit-notice")).isNotBlank();
        assertThat(GridKt._size(grid())).isZero();
        assertThat(text("audit-count")).isEmpty();
    }
}
