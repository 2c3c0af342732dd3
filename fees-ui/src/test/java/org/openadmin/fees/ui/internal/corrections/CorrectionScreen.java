package org.openadmin.fees.ui.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;

/** A page with the correction dialogs in a simulated browser. Inès (100) owes a lab fee of 24.95. */
final class CorrectionScreen implements AfterEachCallback {

    final MemoryOffice office = Screens.office();
    final CannedCorrections corrections = new CannedCorrections();
    final Charge lab;
    private int refreshed;

    CorrectionScreen() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        lab = office.charge(new StudentNumber(100), "Lab fee", "24.95");
    }

    CorrectionActions page(Locale locale, String... roles) {
        Screens.open(locale, roles);
        UserContext visit = UserContext.now(Screens.CLOCK, office);
        Banner notice = new Banner("page-notice");
        Screens.show(new Div(notice));
        return new CorrectionActions(visit, corrections, notice, () -> refreshed++);
    }

    RefundSlips slips() {
        return new RefundSlips(
                UserContext.now(Screens.CLOCK), office.refunds(), new FakeDocuments(office), failure -> {});
    }

    CorrectionActions english() {
        return page(Locale.CANADA, "fees-admin");
    }

    <R extends CorrectionRequest> R onlySent(Class<R> type) {
        assertThat(corrections.sent).hasSize(1);
        return type.cast(corrections.sent.get(0));
    }

    static void date(LocalDate day) {
        LocatorJ._setValue(find(DatePicker.class, "correction-date"), day);
    }

    /** How often the page was told to read its figures again. */
    int refreshed() {
        return refreshed;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
