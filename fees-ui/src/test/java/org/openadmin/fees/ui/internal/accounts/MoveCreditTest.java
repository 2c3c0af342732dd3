package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;

/** Credit is moved on the account page: Inès (100) has 10.00, and Marc (102) is her brother. */
class MoveCreditTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    private final StudentNumber marc = new StudentNumber(102);

    private void aFamily() {
        enrol(100, "Inès");
        enrol(102, "Marc");
    }

    private void enrol(int number, String firstname) {
        screen.office.enrol(new Student(
                new StudentNumber(number),
                "Tremblay",
                firstname,
                "",
                "9",
                "9A",
                true,
                "Jo Tremblay",
                List.of("1 Elm St."),
                ""));
    }

    private Money credit(AccountNumber account) {
        return screen.office.accounts().balance(account).credit();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<StudentSnapshot> to() {
        return find(ComboBox.class, "move-to");
    }

    @Test
    void creditIsMovedToTheSiblingThatIsProposed() {
        aFamily();
        screen.openAccount("fees-cashier");
        click("move-credit");
        assertThat(to().getValue().name()).isEqualTo("Tremblay, Marc");
        type("move-amount", "4.00");
        type("correction-reason", "Paid for the wrong child");
        assertThat(text("correction-question"))
                .isEqualTo("4.00 of Inès Tremblay’s credit will be moved to Marc Tremblay, leaving 6.00.");

        click("correction-apply");

        assertThat(text("account-notice")).contains("4.00 of credit moved from Inès Tremblay to Marc Tremblay.");
        assertThat(credit(marc)).isEqualTo(cad("4.00"));
        assertThat(credit(screen.ines)).isEqualTo(cad("6.00"));
    }

    @Test
    void anotherFamilyIsConfirmedByTheButton() {
        screen.openAccount("fees-cashier");
        click("move-credit");
        assertThat(to().isEmpty()).isTrue();
        ComponentUtil.fireEvent(to(), new ComboBoxBase.CustomValueSetEvent<>(to(), true, "101"));
        type("correction-reason", "Gift");
        assertThat(text("correction-question")).isEqualTo("101 is not of the same family as 100.");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Move to another family");

        click("correction-apply");
        assertThat(credit(new StudentNumber(101))).isEqualTo(cad("0.00"));
        click("correction-apply");

        assertThat(credit(new StudentNumber(101))).isEqualTo(cad("10.00"));
    }

    @Test
    void moreThanTheCreditIsRefusedBesideTheAmount() {
        aFamily();
        screen.openAccount("fees-cashier");
        click("move-credit");
        type("move-amount", "10.01");
        type("correction-reason", "Mistake");

        click("correction-apply");

        assertThat(find(TextField.class, "move-amount").isInvalid()).isTrue();
        assertThat(credit(screen.ines)).isEqualTo(cad("10.00"));
    }

    @Test
    void onlyACashierMovesCredit() {
        screen.openAccount("fees-bill");

        assertThat(shows(Button.class, "move-credit")).isFalse();
    }
}
