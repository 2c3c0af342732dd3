package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeReceiptMailer;
import org.openadmin.fees.ui.internal.Screens;

/** The payments page in a simulated browser: Inès (100) owes a lab fee and a band fee, 100.00 in total, Anh (101) nothing. */
final class CounterScreen implements AfterEachCallback {

    final MemoryOffice office = Screens.office();
    final FakeReceiptMailer mailer = new FakeReceiptMailer();
    final FakeDocuments documents = new FakeDocuments(office);
    final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    final Charge lab = office.charge(ines, "Lab fee", "24.95");
    final Charge band = office.charge(ines, "Band", "75.05");

    CounterScreen() {
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
    }

    PaymentsView open(Locale locale, String... roles) {
        Screens.open(locale, roles);
        return Screens.show(view());
    }

    /** Opens the account of Inès as an English cashier. */
    void openAccount() {
        open(Locale.CANADA, "fees-cashier").setParameter(null, "100");
    }

    /** A page that is not shown yet. */
    PaymentsView view() {
        return new PaymentsView(
                office.students(),
                office.statements(),
                office.cashier(),
                office.accounts(),
                office.catalogue(),
                office.assessment(),
                office.families(),
                documents,
                office.corrections(),
                office.returns(),
                office.notes(),
                office.receipts(),
                mailer,
                office.closings(),
                office,
                Screens.CLOCK,
                Runnable::run);
    }

    void giveCredit(String amount) {
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, cad(amount).negated()).student(ines));
    }

    static void choose(PaymentMethod method) {
        @SuppressWarnings("unchecked")
        Select<PaymentMethod> methods = find(Select.class, "method");
        LocatorJ._setValue(methods, method);
    }

    List<JournalEntry> receipts() {
        return office.rows().stream().filter(row -> row.kind().isReceipt()).toList();
    }

    List<PaymentRequest> requests() {
        return office.requests(PaymentRequest.class);
    }

    PaymentRequest onlyRequest() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
