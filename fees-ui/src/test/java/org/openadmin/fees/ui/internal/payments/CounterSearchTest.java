package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.testkit.JournalRow;

/** Finding a student at the counter. */
class CounterSearchTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void aQueueIsServedByKeyboardAlone() {
        counter.open(Locale.CANADA, "fees-cashier");
        type("student-search", "trem");
        assertThat(text("search-status")).isEqualTo("1 student");

        press(find(TextField.class, "student-search"), Key.ENTER);
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        assertThat(text("account-due")).isEqualTo("100.00");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");

        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(counter.onlyRequest().charges()).containsExactlyInAnyOrder(counter.lab.id(), counter.band.id());
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(find(TextField.class, "student-search").getValue()).isEmpty();
    }

    @Test
    void aLimitedListSaysSo() {
        for (int i = 0; i < 212; i++) {
            counter.office.enrol(1000 + i, "Smith", "Pupil " + i, "9", "9A");
        }
        counter.open(Locale.CANADA, "fees-cashier");
        type("student-search", "smith");
        assertThat(text("search-status")).isEqualTo("First 50 of 212. Type more to narrow the list.");
    }

    @Test
    void aResultShowsHomeroomAmountDueAndWhatMatched() {
        counter.office.enrol(new Student(
                new StudentNumber(300), "Roy", "Luc", "", "8", "8B", true, "Zoé Łaska", List.of(), "zoe@example.org"));
        counter.office.add(
                JournalRow.payment(9, "0.50").student(new StudentNumber(300)).by(PaymentMethod.CHEQUE, "000118"));
        counter.open(Locale.CANADA, "fees-cashier");

        type("student-search", "ines trem");
        assertThat(firstMatch()).contains("Tremblay, Inès", "100 · 9A · 100.00 due");
        type("student-search", "00100");
        assertThat(firstMatch()).contains("Tremblay, Inès");
        type("student-search", "laska");
        assertThat(firstMatch())
                .contains("Roy, Luc", "300 · 8B", "Guardian: ", "Zoé Łaska")
                .doesNotContain("due");
        type("student-search", "zoe@ex");
        assertThat(firstMatch()).contains("E-mail: ", "zoe@example.org");
        type("student-search", "118");
        assertThat(firstMatch()).contains("Roy, Luc", "Payment reference: ", "000118");
    }

    @Test
    void aStudentWhoIsOnlyInTheJournalIsFoundByName() {
        counter.office.add(JournalRow.charge("Old fee", "5.00")
                .student(new StudentSnapshot(new StudentNumber(301), "O’Hara, Þóra", "8", "8B")));
        counter.open(Locale.CANADA, "fees-cashier");

        type("student-search", "thora ohara");

        assertThat(firstMatch()).contains("O’Hara, Þóra", "301 · 8B · no longer in the student records · 5.00 due");
    }

    @Test
    void arrowsMoveThroughTheResultsAndEnterOpensOne() {
        counter.open(Locale.CANADA, "fees-cashier");
        TextField search = find(TextField.class, "student-search");
        type("student-search", "10");
        press(search, Key.ARROW_DOWN);
        press(search, Key.ENTER);
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
    }

    @Test
    void anUnknownNumberIsOneClearSentence() {
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "999");
        assertThat(text("payments-notice")).isEqualTo("There is no student with the number 999.");
    }

    @Test
    void namesAreShownAndNeverRun() {
        String nasty = "<script>alert(1)</script> =SUM(1,2) \"q\" 'a' 😀";
        counter.office.enrol(102, nasty, "", "9", "9A");
        counter.office.charge(new StudentNumber(102), nasty, "5.00");
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "102");
        assertThat(text("student-name")).isEqualTo(nasty);
        assertThat(text("charges")).contains(nasty);
        LocatorJ._find(Span.class).forEach(span -> assertThat(span.getElement().getProperty("innerHTML"))
                .isNull());
    }

    private static String firstMatch() {
        return GridKt._getCellComponent((Grid<?>) find(Grid.class, "student-matches"), 0, "student")
                .getElement()
                .getTextRecursively();
    }
}
