package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.testkit.Kit;

/** Siblings at the counter: Marc (201) owes 8.00, Zoé (202) nothing; Inès (200) owes 30.00. */
class FamilyAtTheCounterTest {

    @RegisterExtension
    final CounterScreen counter = new CounterScreen();

    private StudentNumber ines;
    private StudentNumber marc;
    private Charge lab;
    private Charge choir;

    @BeforeEach
    void aFamily() {
        ines = child(200, "Inès");
        marc = child(201, "Marc");
        child(202, "Zoé");
        lab = counter.office.charge(ines, "Lab fee", "30.00");
        choir = counter.office.charge(marc, "Choir", "8.00");
    }

    private StudentNumber child(int number, String firstname) {
        StudentNumber student = new StudentNumber(number);
        counter.office.enrol(new Student(
                student, "Côté", firstname, "", "9", "9A", true, "Jo Côté", List.of("1 Elm St.", "Regina"), ""));
        return student;
    }

    private void open() {
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "200");
    }

    private static void tick(String id) {
        Checkbox tick = find(Checkbox.class, id);
        LocatorJ._setValue(tick, !tick.getValue());
    }

    private static String amount() {
        return find(TextField.class, "amount").getValue();
    }

    @Test
    void siblingsAreShownWithWhatEachOwes() {
        open();

        assertThat(find(Checkbox.class, "sibling-201").getLabel()).isEqualTo("Marc Côté, 9A: 8.00 due");
        assertThat(shows(Checkbox.class, "sibling-202")).isFalse();
        assertThat(find(Component.class, "siblings").getElement().getTextRecursively())
                .contains("Zoé Côté, 9A: nothing due");
        assertThat(amount()).isEqualTo("30.00");
        assertThat(shows(Checkbox.class, "charge-" + choir.id())).isFalse();
    }

    @Test
    void withoutSiblingsNothingIsAdded() {
        counter.openAccount();

        assertThat(shows(Component.class, "siblings")).isFalse();
    }

    @Test
    void onePaymentForTwoChildrenIsOneReceipt() {
        open();
        tick("sibling-201");
        assertThat(amount()).isEqualTo("38.00");
        assertThat(text("ticked-total")).isEqualTo("2 of 2 charges selected: 38.00 CAD");
        CounterScreen.choose(PaymentMethod.CHEQUE);

        click("accept");

        FamilyPaymentRequest request =
                counter.office.requests(FamilyPaymentRequest.class).get(0);
        assertThat(request.parts())
                .containsExactly(new Part(ines, Set.of(lab.id())), new Part(marc, Set.of(choir.id())));
        assertThat(request.received()).isEqualTo(cad("38.00"));
        Receipt receipt =
                counter.office.cashier().receipt(Kit.VIEWER, request.key()).orElseThrow();
        assertThat(receipt.isOfSeveral()).isTrue();
        assertThat(text("receipt-notice")).contains("38.00 CAD received from Inès Côté, Marc Côté.");
        assertThat(counter.office.owed(marc)).isEmpty();
    }

    @Test
    void theCreditOfASiblingPaysForThatSiblingAlone() {
        counter.office.cashier().receive(Kit.paying(marc, "20.00"));
        open();
        tick("sibling-201");

        assertThat(amount()).isEqualTo("30.00");
        assertThat(text("payment-hint")).contains("8.00 from credit");
        click("accept");
        assertThat(counter.office.accounts().balance(marc).credit()).isEqualTo(cad("12.00"));
        assertThat(counter.office.owed(ines)).isEmpty();
    }

    @Test
    void aSiblingIsClearedAgainAndThePaymentIsForTheStudentAlone() {
        open();
        tick("sibling-201");
        tick("sibling-201");
        assertThat(amount()).isEqualTo("30.00");

        click("accept");

        assertThat(counter.onlyRequest().charges()).containsExactly(lab.id());
        assertThat(counter.office.owed(marc)).hasSize(1);
    }

    @Test
    void onlyTheSiblingsChargesCanBePaidFromHere() {
        open();
        tick("sibling-201");
        tick("charge-" + lab.id());
        assertThat(amount()).isEqualTo("8.00");

        click("accept");

        assertThat(counter.office.owed(marc)).isEmpty();
        assertThat(counter.office.owed(ines)).hasSize(1);
        assertThat(text("receipt-notice")).contains("received from Marc Côté.");
        click("same-student");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("30.00");
    }
}
