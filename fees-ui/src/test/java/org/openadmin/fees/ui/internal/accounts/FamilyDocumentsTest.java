package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.STATEMENT;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.turnTo;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Student;

/** The documents of a family on the account page of one of its children. */
class FamilyDocumentsTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    private void enrol(int number, String firstname) {
        Student student =
                new Student(new StudentNumber(number), "Tremblay", firstname, "", "9", "9A", true, "", List.of(), "");
        screen.office.enrol(student.withFamily("F-17"));
    }

    private static String document(String id) {
        return new String(DownloadKt.download(find(Anchor.class, id)), StandardCharsets.UTF_8);
    }

    @Test
    void siblingsHaveOneStatementAndOneInvoice() {
        enrol(100, "Inès");
        enrol(102, "Marc");
        screen.openAccount("fees-view");
        turnTo(STATEMENT);

        assertThat(document("family-statement-pdf")).isEqualTo("family statement of 100");
        assertThat(document("family-invoice-pdf")).isEqualTo("family invoice of 100");
        assertThat(find(Anchor.class, "family-invoice-pdf").getText()).isEqualTo("Family invoice (PDF)");
    }

    @Test
    void anOnlyChildHasNone() {
        enrol(100, "Inès");
        screen.openAccount("fees-view");
        turnTo(STATEMENT);

        assertThat(shows(Anchor.class, "statement-pdf")).isTrue();
        assertThat(shows(Anchor.class, "family-statement-pdf")).isFalse();
        assertThat(shows(Anchor.class, "family-invoice-pdf")).isFalse();
    }
}
