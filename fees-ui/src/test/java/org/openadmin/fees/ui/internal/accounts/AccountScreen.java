package org.openadmin.fees.ui.internal.accounts;

import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.Screens;

/**
 * The page of accounts in a simulated browser. Inès (100) was charged 90.00 last year and paid 100.00; a bus fee was cancelled, and this
 * year's lab fee is outstanding. Anh (101) is withdrawn.
 */
final class AccountScreen implements AfterEachCallback {

    static final int OUTSTANDING = 0;
    static final int STATEMENT = 1;
    static final int HISTORY = 2;

    final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    final List<String> visited = new ArrayList<>();
    final long lab;
    final long payment;
    final long bus;

    AccountScreen() {
        charge("Band", "90.00", LocalDate.of(2026, 1, 10), OptionalLong.of(2));
        payment = office.add(JournalRow.payment(12, "100.00", 1)
                .student(ines)
                .on(LocalDate.of(2026, 2, 1))
                .by(PaymentMethod.CHEQUE, ""));
        bus = charge("Bus", "40.00", LocalDate.of(2026, 9, 2), OptionalLong.of(4));
        office.add(JournalRow.of(EntryKind.REVERSAL, "-40.00")
                .student(ines)
                .on(LocalDate.of(2026, 9, 3))
                .named("Bus")
                .about("moved away")
                .reverses(bus));
        lab = charge("Lab fee", "24.95", LocalDate.of(2026, 9, 4), OptionalLong.empty());
        office.enrol(new Student(new StudentNumber(101), "Nguyễn", "Anh", "", "10", "10B", false, "", List.of(), ""));
    }

    long charge(String name, String amount, LocalDate day, OptionalLong settledBy) {
        return office.add(JournalRow.charge(name, amount).student(ines).on(day).settledBy(settledBy));
    }

    AccountView open(Locale locale, String... roles) {
        AccountView[] view = new AccountView[1];
        Screens.open(
                locale,
                path -> {
                    visited.add(path);
                    view[0].setParameter(null, path.substring(Routes.ACCOUNT.length() + 1));
                },
                roles);
        view[0] = Screens.show(new AccountView(
                office.statements(),
                office.journal(),
                office.accounts(),
                office.families(),
                office.corrections(),
                office.refunds(),
                office.returns(),
                office.notes(),
                office.payers(),
                office.covers(),
                office.cashier(),
                documents,
                new FakeMonths(),
                office,
                Screens.CLOCK));
        view[0].setParameter(null, null);
        return view[0];
    }

    AccountView openAccount(String... roles) {
        AccountView view = open(Locale.CANADA, roles);
        view.setParameter(null, "100");
        return view;
    }

    static void turnTo(int tab) {
        find(TabSheet.class, "account-tabs").setSelectedIndex(tab);
    }

    /** The texts of one column, row by row. */
    static List<String> column(String grid, String key) {
        Grid<?> shown = find(Grid.class, grid);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < GridKt._size(shown); row++) {
            texts.add(GridKt._getCellComponent(shown, row, key).getElement().getTextRecursively());
        }
        return texts;
    }

    static void pressIn(String grid, int row, String id) {
        LocatorJ._click(Screens.cellButton(grid, row, "actions", id));
    }

    static boolean offers(String grid, int row, String id) {
        Component cell = GridKt._getCellComponent((Grid<?>) find(Grid.class, grid), row, "actions");
        return !LocatorJ._find(cell, Button.class, spec -> spec.withId(id)).isEmpty();
    }

    static String href(String id) {
        return find(Anchor.class, id).getHref();
    }

    static String cell(Grid<?> grid, int row, String key) {
        return GridKt._getCellComponent(grid, row, key).getElement().getTextRecursively();
    }

    void credit(String amount) {
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-" + amount).student(ines));
    }

    List<JournalEntry> newReceipts() {
        return office.rows().stream()
                .filter(row -> row.receipt().isPresent() && row.id() > lab)
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
