package org.openadmin.fees.ui.internal.invoices;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.FakeMailer;
import org.openadmin.fees.ui.internal.Screens;

/** The invoices page in a simulated browser: Inès (100) owes 24.95, Anh (101) nothing. Work in the background waits for {@link #finish}. */
final class InvoicesScreen implements AfterEachCallback {

    /** Anna's invoices for everyone who owes money, a week before the day of the page. */
    static final InvoiceRequest ALL_BY_ANNA = byAnna(Optional.empty());
    /** The same for grades 9 and 10. */
    static final InvoiceRequest GRADES_BY_ANNA =
            byAnna(Optional.of(new Audience.Group(GroupKind.GRADE, List.of("9", "10"))));

    final MemoryOffice office = Screens.office();
    final FakeDocuments documents = new FakeDocuments(office);
    final FakeMailer mailer = new FakeMailer(office);
    final Queue<Runnable> background = new ArrayDeque<>();
    final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    final Charge lab = office.charge(ines, "Lab fee", "24.95");

    InvoicesScreen() {
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
    }

    private static InvoiceRequest byAnna(Optional<Audience> audience) {
        return InvoiceRequest.of(new Actor("anna", Set.of(Role.BILL)), LocalDate.of(2026, 9, 1), audience);
    }

    InvoicesView open(String... roles) {
        Screens.open(Locale.CANADA, roles);
        return Screens.show(new InvoicesView(
                office.students(),
                office,
                documents,
                new FakeLists(),
                office.runs(),
                mailer,
                mailer,
                office.reminders(),
                Screens.CLOCK,
                background::add));
    }

    /** Does the work in the background and shows its result. */
    void finish() {
        background.remove().run();
        MockVaadin.clientRoundtrip();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
