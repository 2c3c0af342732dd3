package org.openadmin.fees.ui.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.cellButton;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;

/** The page of imports in a simulated browser: Inès owes 24.95, Max owes 31.00. */
class ImportViewTest {

    private static final StudentNumber INES = new StudentNumber(460);
    private static final StudentNumber MAX = new StudentNumber(461);
    private static final String[] LINES = {
        "2026-09-01,24.95,fees 460-76", "2026-09-02,31.00,no code", "2026-09-03,7.00,who", "2026-09-04,-3.00,bank fee"
    };

    private final MemoryOffice office = Screens.office();
    private ImportView view;

    @BeforeEach
    void twoStudentsOwe() {
        office.enrol(460, "Tremblay", "Inès", "9", "9A");
        office.enrol(461, "Roy", "Max", "9", "9A");
        office.charge(INES, "Lab fee", "24.95");
        office.charge(MAX, "Trip", "31.00");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(String rest, Locale locale, String... roles) {
        Screens.open(locale, roles);
        view = Screens.show(new ImportView(
                office.imports(),
                office.claims(),
                new FakeDocuments(office),
                office.statements(),
                Screens.CLOCK,
                Runnable::run));
        view.setParameter(null, rest);
        MockVaadin.clientRoundtrip();
    }

    private static byte[] csv(String... lines) {
        return ("Date,Amount,Description\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void drop(String... lines) {
        view.chosen(ImportKind.BANK, "bank.csv", csv(lines));
        MockVaadin.clientRoundtrip();
    }

    private void press(String button) {
        click(button);
        MockVaadin.clientRoundtrip();
    }

    private static String notice() {
        return find(Div.class, "import-notice").getElement().getTextRecursively();
    }

    private static Grid<?> grid(String id) {
        return find(Grid.class, id);
    }

    private void imported() {
        office.imports()
                .post(new ImportRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        new ImportFile(ImportKind.BANK, "bank.csv", csv(LINES)),
                        Map.of()));
    }

    @Test
    void aFileIsShownByOutcomeAndImported() {
        open("", Locale.CANADA, "fees-cashier");
        assertThat(text("imports-none")).contains("Nothing has been imported yet.");
        assertThat(find(Upload.class, "import-file").getMaxFileSize()).isEqualTo(ImportFile.MAX_BYTES);
        assertThat(shows(Paragraph.class, "unclaimed-line")).isFalse();

        drop(LINES);
        assertThat(text("import-certain-sum")).isEqualTo("Certain: 1 transaction, 24.95");
        assertThat(text("import-suggested-sum")).isEqualTo("Suggested: 1 transaction, 31.00");
        assertThat(text("import-unclaimed-sum")).isEqualTo("Unclaimed: 1 transaction, 7.00");
        assertThat(text("import-paid-out")).contains("Paid out: 1 transaction, −3.00.");
        assertThat(text("import-post")).isEqualTo("Import 1 payment, 2 unclaimed");
        Checkbox accept = (Checkbox) GridKt._getCellComponent(grid("import-suggested"), 0, "tick");
        assertThat(accept.getValue()).isFalse();
        LocatorJ._setValue(accept, true);
        assertThat(text("import-post")).isEqualTo("Import 2 payments, 1 unclaimed");

        press("import-post");
        assertThat(notice())
                .contains("Import 1: 3 transactions, 62.95; 2 receipts, 1 unclaimed.")
                .contains("Print 2 receipts");
        assertThat(office.owed(INES)).isEmpty();
        assertThat(office.owed(MAX)).isEmpty();
        assertThat(shows(Div.class, "import-preview")).isFalse();
        assertThat(text("unclaimed-line"))
                .isEqualTo("Unclaimed money: 1 amount, 7.00. The oldest is 5 days old. See the list");
        assertThat(find(Anchor.class, "unclaimed-link").getHref()).isEqualTo("fees/import/unclaimed");
        assertThat(GridKt._size(grid("imports"))).isEqualTo(1);
    }

    @Test
    void theSameFileHasNothingNew() {
        imported();
        open("", Locale.CANADA, "fees-cashier");
        drop(LINES);

        assertThat(text("import-nothing")).startsWith("Everything in this file was imported on Sep");
        assertThat(text("import-known")).contains("Imported before: 3 transactions, 62.95.");
        assertThat(shows(Button.class, "import-post")).isFalse();
        press("import-leave");
        assertThat(shows(Upload.class, "import-file")).isTrue();
    }

    @Test
    void aLostAnswerIsAskedForWithTheSameKey() {
        open("", Locale.CANADA, "fees-cashier");
        drop(LINES);
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        press("import-post");
        assertThat(notice()).isNotEmpty();
        assertThat(find(Button.class, "import-post").isEnabled()).isTrue();
        press("import-post");

        assertThat(office.requests(ImportRequest.class).stream()
                        .map(ImportRequest::key)
                        .distinct())
                .hasSize(1);
        assertThat(notice()).contains("Import 1: 3 transactions");
        assertThat(office.imports().list(Kit.CASHIER)).hasSize(1);
    }

    @Test
    void whatIsWrongInAFileIsListedAndNothingCanBeImported() {
        open("", Locale.CANADA_FRENCH, "fees-cashier");
        drop("2026-09-01,1e3,x", "1 sept,5.00,y");

        assertThat(text("import-refused")).startsWith("Il y a 2 problèmes dans le fichier");
        assertThat(GridKt._size(grid("import-problems"))).isEqualTo(2);
        Component first = GridKt._getCellComponent(grid("import-problems"), 0, "problem");
        assertThat(first.getElement().getTextRecursively()).startsWith("Ligne 2, Amount");
        assertThat(shows(Button.class, "import-post")).isFalse();
    }

    @Test
    void aFileOfPaymentsHasAnAccountInEachLine() {
        open("", Locale.CANADA, "fees-cashier");
        Select<ImportKind> kind = kind();
        assertThat(kind.getValue()).isEqualTo(ImportKind.BANK);
        LocatorJ._setValue(kind, ImportKind.PAYMENTS);
        assertThat(kind.getHelperText()).isEqualTo("Columns: account, date, amount, method, reference");
        String file = "account,date,amount,method,reference\n460,2026-09-01,24.95,cheque,17\n";
        view.chosen(ImportKind.PAYMENTS, "payments.csv", file.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
        assertThat(text("import-certain-sum")).isEqualTo("Payments: 1, 24.95");
        press("import-post");

        assertThat(notice()).contains("1 receipt");
        assertThat(office.owed(INES)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Select<ImportKind> kind() {
        return (Select<ImportKind>) find(Select.class, "import-kind");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        open("", Locale.CANADA, "fees-cashier");
        view.chosen(ImportKind.BANK, "large.csv", new byte[ImportFile.MAX_BYTES + 1]);
        MockVaadin.clientRoundtrip();

        assertThat(notice()).contains("too long");
        assertThat(shows(Div.class, "import-preview")).isFalse();
    }

    @Test
    void anImportIsUndoneAfterOneQuestion() {
        imported();
        open("", Locale.CANADA, "fees-cashier");
        LocatorJ._click(cellButton("imports", 0, "undo", "undo-import-1"));
        assertThat(find(Dialog.class, "undo-import-dialog").getElement().getTextRecursively())
                .contains("bank.csv: 1 receipt is voided and 2 unclaimed amounts leave the list, 62.95 in all.");
        click("undo-import-apply");
        assertThat(text("undo-import-dialog-notice")).isNotEmpty();
        type("undo-import-reason", "Wrong file");
        click("undo-import-apply");

        assertThat(notice()).contains("Import 1 is undone: 1 receipt voided.");
        assertThat(office.owed(INES)).hasSize(1);
        assertThat(office.claims().unclaimed(Kit.CASHIER)).isEmpty();
    }

    @Test
    void unclaimedMoneyIsAssignedToAnAccountThatIsSearchedForAsAtTheCounter() {
        imported();
        open("unclaimed", Locale.CANADA, "fees-cashier");
        assertThat(text("unclaimed-sum")).isEqualTo("Unclaimed money: 2 amounts, 38.00. The oldest is 6 days old.");
        LocatorJ._click(cellButton("unclaimed-grid", 0, "actions", "claim-2"));
        assertThat(find(Button.class, "claim-apply").isEnabled()).isFalse();
        TextField search = find(TextField.class, "student-search");
        LocatorJ._setValue(search, "roy");
        Screens.press(search, Key.ENTER);
        assertThat(text("claim-account")).isEqualTo("To Max Roy.");
        click("claim-apply");

        assertThat(notice()).contains("31.00 assigned to Max Roy: receipt 2.").contains("Print receipt 2");
        assertThat(office.owed(MAX)).isEmpty();
        assertThat(office.requests(ClaimRequest.class)).hasSize(1);
        assertThat(GridKt._size(grid("unclaimed-grid"))).isEqualTo(1);
    }

    @Test
    void unclaimedMoneyIsSentBack() {
        imported();
        open("unclaimed", Locale.CANADA_FRENCH, "fees-cashier");
        LocatorJ._click(cellButton("unclaimed-grid", 1, "actions", "send-back-3"));
        type("send-back-reason", "Autre école");
        click("send-back-apply");

        assertThat(notice()).contains("7,00 est inscrit comme retourné.");
        assertThat(office.claims().unclaimed(Kit.CASHIER)).hasSize(1);
        assertThat(office.accounts().balance(MAX).balance()).isEqualTo(cad("31.00"));
    }

    @Test
    void anUnknownPartOfTheAddressIsNamed() {
        open("nonsense", Locale.CANADA, "fees-cashier");
        assertThat(notice()).contains("nonsense");
        assertThat(shows(Upload.class, "import-file")).isTrue();
    }

    @Test
    void onlyCashiersSeeThePage() {
        for (String role : List.of("fees-view", "fees-bill")) {
            open("unclaimed", Locale.CANADA, role);
            assertThat(notice()).contains("fees-cashier");
            assertThat(shows(Grid.class, "unclaimed-grid")).isFalse();
            assertThat(shows(Upload.class, "import-file")).isFalse();
        }
    }
}
