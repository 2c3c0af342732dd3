package org.openadmin.fees.ui.internal.classpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;

/** The page of the envelope in a simulated browser: in homeroom 4C, Inès and Max owe the fee, Amar has paid, Li was not charged. */
class ClassPaymentViewTest {

    private final MemoryOffice office = Screens.office();
    private StudentNumber ines;
    private StudentNumber max;

    @BeforeEach
    void aClassOfFour() {
        ines = office.enrol(100, "Tremblay", "Inès", "4", "4C");
        max = office.enrol(101, "Roy", "Max", "4", "4C");
        StudentNumber amar = office.enrol(102, "Singh", "Amar", "4", "4C");
        office.enrol(103, "Wang", "Li", "4", "4C");
        office.charge(ines, "Zoo", "12.50");
        office.charge(max, "Zoo", "12.50");
        Charge paid = office.charge(amar, "Zoo", "12.50");
        office.cashier().receive(Kit.paying(amar, "12.50", paid.id()));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String... roles) {
        Screens.open(locale, path -> {}, roles);
        Screens.show(new ClassPaymentView(
                office.classPayments(),
                office.collection(),
                office.students(),
                new FakeDocuments(office),
                office,
                Screens.CLOCK));
        MockVaadin.clientRoundtrip();
    }

    private void openClass() {
        open(Locale.CANADA, "fees-cashier");
        choose("class-fee", "Zoo");
        choose("class-homeroom", "4C");
    }

    @SuppressWarnings("unchecked")
    private static void choose(String field, String value) {
        ((ComboBox<String>) find(ComboBox.class, field)).setValue(value);
        MockVaadin.clientRoundtrip();
    }

    private static void mark(StudentNumber student) {
        tick("class-" + student, true);
    }

    private static String banner(String id) {
        return find(Div.class, id).getElement().getTextRecursively();
    }

    private List<ClassPaymentRequest> requests() {
        return office.requests(ClassPaymentRequest.class);
    }

    @Test
    void theListHasACheckboxForEachWhoOwesAndTheOthersMuted() {
        openClass();

        assertThat(find(Checkbox.class, "class-100").getLabel()).isEqualTo("Tremblay, Inès (100)");
        assertThat(shows(Checkbox.class, "class-102")).isFalse();
        assertThat(banner("class-102")).contains("Singh, Amar (102)", "paid");
        assertThat(banner("class-103")).contains("Wang, Li (103)", "not charged");
        assertThat(find(Checkbox.class, "class-all").getLabel()).isEqualTo("All 2");
        assertThat(text("class-sum")).isEqualTo("Nobody marked: 0.00 CAD");
    }

    @Test
    void bothSumsAndTheDifferenceFollowTheMarksAndTheAmount() {
        openClass();
        mark(ines);
        assertThat(text("class-sum")).isEqualTo("1 student marked: 12.50 CAD");
        type("class-envelope", "15.00");
        assertThat(text("class-difference")).isEqualTo("2.50 more in the envelope than marked");
        mark(max);
        assertThat(text("class-sum")).isEqualTo("2 students marked: 25.00 CAD");
        assertThat(text("class-difference")).isEqualTo("10.00 less in the envelope than marked");
        assertThat(find(Checkbox.class, "class-all").getValue()).isTrue();
        type("class-envelope", "25.00");
        assertThat(text("class-difference")).isEqualTo("The envelope holds exactly that.");
    }

    @Test
    void nothingIsSentBeforeBothSumsAreEqual() {
        openClass();
        press(find(com.vaadin.flow.component.textfield.TextField.class, "class-envelope"), Key.ENTER);
        assertThat(banner("class-form-notice")).contains("Mark the students who have paid.");
        mark(ines);
        type("class-envelope", "15.00");
        click("class-post");
        assertThat(error("class-envelope")).isEqualTo("2.50 more in the envelope than marked");
        assertThat(requests()).isEmpty();
    }

    @Test
    void allReceiptsAreMadeAndPrintedAtOnce() {
        openClass();
        tick("class-all", true);
        type("class-envelope", "25.00");
        click("class-post");

        assertThat(banner("class-done"))
                .contains("25.00 CAD received from 2 students of 4C for “Zoo”: receipts 2 to 3.");
        assertThat(banner("class-receipt-list")).contains("Roy, Max", "Receipt 2", "Tremblay, Inès", "Receipt 3");
        assertThat(find(com.vaadin.flow.component.html.Anchor.class, "print-receipts")
                        .getText())
                .contains("Print all 2 receipts");
        assertThat(office.accounts().balance(ines).balance()).isEqualTo(cad("0.00"));
        assertThat(office.accounts().balance(max).balance()).isEqualTo(cad("0.00"));
        click("class-next");
        assertThat(shows(Div.class, "class-empty")).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aChequeHasAReference() {
        openClass();
        ((Select<PaymentMethod>) find(Select.class, "class-method")).setValue(PaymentMethod.CHEQUE);
        type("class-reference", "77");
        mark(max);
        type("class-envelope", "12.50");
        click("class-post");

        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(PaymentMethod.CHEQUE);
            assertThat(request.reference()).isEqualTo("77");
        });
        assertThat(office.owed(ines)).hasSize(1);
    }

    @Test
    void whoHasPaidMeanwhileIsNamedAndTheListIsLoadedAgain() {
        openClass();
        tick("class-all", true);
        type("class-envelope", "25.00");
        office.cashier().receive(Kit.paying(max, "12.50", office.owed(max).get(0)));
        click("class-post");

        assertThat(banner("class-notice")).contains("The charge of Max Roy was paid or corrected meanwhile.");
        assertThat(shows(Checkbox.class, "class-101")).isFalse();
        assertThat(find(Checkbox.class, "class-100").getValue()).isTrue();
        assertThat(office.owed(ines)).hasSize(1);
    }

    @Test
    void theSameAmountAgainIsAskedAboutOnce() {
        office.cashier().receive(Kit.paying(ines, "12.50"));
        openClass();
        mark(ines);
        type("class-envelope", "12.50");
        click("class-post");
        assertThat(banner("class-form-notice")).contains("Receipt 2", "Press Enter again");
        assertThat(office.owed(ines)).hasSize(1);
        click("class-post");

        assertThat(office.owed(ines)).isEmpty();
    }

    @Test
    void aRequestWithoutAnAnswerIsSentAgainWithTheSameKey() {
        openClass();
        mark(ines);
        type("class-envelope", "12.50");
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("class-post");
        assertThat(find(Button.class, "class-post").getText()).isEqualTo("Send again");
        assertThat(find(Checkbox.class, "class-101").isReadOnly()).isTrue();
        click("class-post");

        assertThat(requests())
                .hasSize(2)
                .extracting(ClassPaymentRequest::key)
                .containsOnly(requests().get(0).key());
        assertThat(banner("class-done")).contains("receipt 2");
    }

    @Test
    void anUnknownFeeIsRefusedWithTheNearestName() {
        open(Locale.CANADA, "fees-cashier");
        choose("class-fee", "Zo");
        choose("class-homeroom", "4C");
        assertThat(banner("class-notice")).contains("Zoo");
    }

    @Test
    @SuppressWarnings("unchecked")
    void lettersOfOneFeeAreEnough() {
        open(Locale.CANADA, "fees-cashier");
        ComboBox<String> fee = find(ComboBox.class, "class-fee");

        ComboBoxKt._fireCustomValueSet(fee, " oo ");
        assertThat(fee.getValue()).isEqualTo("Zoo");
        ComboBoxKt._fireCustomValueSet(fee, "Museum");
        assertThat(fee.getValue()).isEqualTo("Museum");
    }

    @Test
    void onlyCashiersAreLetIn() {
        open(Locale.CANADA_FRENCH, "fees-bill");
        assertThat(shows(ComboBox.class, "class-fee")).isFalse();
        Screens.close();
        open(Locale.CANADA_FRENCH, "fees-cashier");
        choose("class-fee", "Zoo");
        choose("class-homeroom", "4C");
        mark(ines);
        type("class-envelope", "15,00");
        assertThat(text("class-difference")).isEqualTo("2,50 de plus dans l’enveloppe");
    }
}
