package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.HISTORY;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.OUTSTANDING;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.column;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.pressIn;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.turnTo;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.testkit.JournalRow;

/** Which account is shown, and that of whom. */
class AccountViewTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    @Test
    void aStudentIsFoundByNameAndHasAnAddressOfHerOwn() {
        AccountView view = screen.open(Locale.CANADA, "fees-view");
        assertThat(view.getPageTitle()).isEqualTo("Accounts");
        type("student-search", "trem");
        assertThat(text("search-status")).isEqualTo("1 student");
        press(find(TextField.class, "student-search"), Key.ENTER);
        assertThat(screen.visited).containsExactly("fees/account/100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        assertThat(text("account-due")).isEqualTo("14.95");
        assertThat(text("account-outstanding")).isEqualTo("24.95");
        assertThat(text("account-credit")).isEqualTo("10.00");
        assertThat(view.getPageTitle()).isEqualTo("Inès Tremblay – account");
    }

    @Test
    void theBrowsersBackShowsTheStudentBefore() {
        AccountView view = screen.openAccount("fees-view");
        view.setParameter(null, "101");
        assertThat(text("student-header")).contains("Nguyễn, Anh", "withdrawn");
        view.setParameter(null, "100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        view.setParameter(null, "");
        assertThat(shows(Component.class, "student-header")).isFalse();
        assertThat(view.getPageTitle()).isEqualTo("Accounts");
    }

    @Test
    void theAccountOfSomebodyWhoIsGoneStaysReachable() {
        screen.office.add(JournalRow.charge("Lab fee", "24.95")
                .student(new StudentNumber(77))
                .on(LocalDate.of(2019, 9, 4)));
        screen.open(Locale.CANADA, "fees-admin").setParameter(null, "77");
        assertThat(text("student-name")).isEqualTo("#77");
        assertThat(text("student-header")).contains("no longer in the student records");
        assertThat(shows(Anchor.class, "to-invoice")).isFalse();
        assertThat(shows(Anchor.class, "to-pay")).isTrue();
    }

    @Test
    void aWrongAddressIsOneClearSentence() {
        AccountView view = screen.openAccount("fees-view");
        view.setParameter(null, "999");
        assertThat(text("account-notice")).isEqualTo("There is no student with the number 999.");
        assertThat(shows(Component.class, "student-header")).isFalse();
        for (String wrong : List.of("abc", "-1", "0", "12345678901", "100/200", "%3Cb%3E")) {
            view.setParameter(null, wrong);
            assertThat(text("account-notice")).as(wrong).contains("is neither a student number");
        }
        assertThat(view.getPageTitle()).isEqualTo("Accounts");
    }

    @Test
    void aFailureOfTheDatabaseIsASentence() {
        AccountView view = screen.open(Locale.CANADA, "fees-view");
        screen.office.failNextQuery(Statements.class, new StorageException(Outcome.NOTHING_STORED, null));
        view.setParameter(null, "100");
        assertThat(text("account-notice")).contains("database did not respond");
        view.setParameter(null, "100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
    }

    @Test
    void withoutARoleNothingIsAskedAndThePageSaysWhy() {
        AccountView view = screen.open(Locale.CANADA);
        view.setParameter(null, "100");
        assertThat(text("account-notice")).contains("fees-view");
        assertThat(screen.office.queries(Statements.class)).isZero();
        assertThat(shows(TextField.class, "student-search")).isFalse();
    }

    @Test
    void aLongListOfFoundStudentsSaysHowManyThereAre() {
        for (int i = 0; i < 60; i++) {
            screen.office.enrol(1000 + i, "Smith", "Pupil " + i, "9", "9A");
        }
        screen.open(Locale.CANADA, "fees-view");
        type("student-search", "smith");
        assertThat(text("search-status")).isEqualTo("First 50 of 60. Type more to narrow the list.");
    }

    @Test
    void thePageSpeaksFrench() {
        AccountView view = screen.open(Locale.CANADA_FRENCH, "fees-admin");
        view.setParameter(null, "100");
        assertThat(view.getPageTitle()).isEqualTo("Inès Tremblay – compte");
        turnTo(HISTORY);
        assertThat(column("history-lines", "what"))
                .contains("Frais annulés\u00a0: Busmoved away", "Band payés, reçu 12");
        assertThat(column("history-lines", "balance")).contains("crédit de 10,00");
        turnTo(OUTSTANDING);
        pressIn("outstanding-lines", 0, "cancel-" + screen.lab);
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Annuler les frais");
    }

    @Test
    void namesAreShownAndNeverActed() {
        String nasty = "<script>alert(1)</script> =SUM(1,2) \"q\" 'a' {0} \u202E 😀";
        StudentNumber student = screen.office.enrol(102, nasty, "", "9", "9A");
        screen.office.add(JournalRow.charge(nasty, "5.00").student(student).on(LocalDate.of(2026, 9, 4)));
        AccountView view = screen.open(Locale.CANADA, "fees-admin");
        view.setParameter(null, "102");
        assertThat(text("student-name")).isEqualTo(nasty);
        assertThat(view.getPageTitle()).isEqualTo(nasty.replace("\u202E", "<U+202E>") + " – account");
        assertThat(column("outstanding-lines", "what")).containsExactly(nasty + " overduedue Sep. 4, 2026");
    }
}
