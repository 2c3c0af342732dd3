package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.Families.Sibling;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;

/** Who belongs to a student: what {@link Families} promises. */
public abstract class FamiliesContract extends OfficeContract {

    private List<StudentNumber> siblings(StudentNumber student) {
        return office.families().siblings(VIEWER, student).stream()
                .map(sibling -> (StudentNumber) sibling.student().number())
                .toList();
    }

    @Test
    void siblingsHaveTheSameGuardianAtTheSameAddressHoweverItIsWritten() {
        StudentNumber ines = child("Inès", "Chloé Roy-Tremblay", "12 Elm St.", "Regina SK S4P 3Y2");
        StudentNumber marc = child("Marc", "chloe roy tremblay", "12  ELM ST", "Regina, SK s4p3y2");
        StudentNumber zoe = child("Zoé", "CHLOÉ ROY-TREMBLAY", "12 Elm St", "Regina SK S4P 3Y2");
        child("Luc", "Chloé Roy-Tremblay", "12 Elm St.", "Saskatoon SK S7K 1A1");
        child("Guy", "Paul Roy", "12 Elm St.", "Regina SK S4P 3Y2");

        assertThat(siblings(ines)).containsExactly(marc, zoe);
        assertThat(siblings(marc)).containsExactly(ines, zoe);
    }

    @Test
    void nobodyIsAFamilyByAnEmptyGuardianOrAddress() {
        StudentNumber one = child("Ann", "", "1 Main St.");
        child("Bob", "", "1 Main St.");
        StudentNumber two = child("Cat", "Kim Lee");
        child("Dan", "Kim Lee");
        StudentNumber three = child("Eve", "–", "3 Main St.");
        child("Fay", "–", "3 Main St.");

        assertThat(siblings(one)).isEmpty();
        assertThat(siblings(two)).isEmpty();
        assertThat(siblings(three)).isEmpty();
        assertThat(siblings(STRANGER)).isEmpty();
        assertThat(office.families().siblings(VIEWER, new PayerNumber(7))).isEmpty();
    }

    @Test
    void eachSiblingHasWhatIsDue() {
        StudentNumber ines = child("Inès", "Jo Côté", "5 Elm St.");
        StudentNumber marc = child("Marc", "Jo Côté", "5 Elm St.");
        ChargeId lab = charge(marc, "Lab fee", "30.00");
        charge(marc, "Choir", "8.00");
        pay(marc, "32.00", lab);

        Sibling sibling = office.families().siblings(VIEWER, ines).get(0);

        assertThat(sibling.student().name()).isEqualTo("Tremblay, Marc");
        assertThat(sibling.account()).isEqualTo(new AccountBalance(marc, cad("6.00"), cad("8.00")));
        assertThat(sibling.outstanding()).extracting(Charge::name).containsExactly("Choir");
    }

    @Test
    void theFamilyIsTheStudentAndTheSiblings() {
        StudentNumber ines = child("Inès", "Al Bell", "7 Elm St.");
        StudentNumber marc = child("Marc", "Al Bell", "7 Elm St.");
        ChargeId lab = charge(marc, "Lab fee", "30.00");
        pay(ines, "5.00");

        assertThat(office.families().family(VIEWER, marc))
                .containsExactly(
                        new Sibling(
                                office.students().find(ines).orElseThrow().snapshot(),
                                new AccountBalance(ines, cad("-5.00"), cad("0.00")),
                                List.of()),
                        new Sibling(
                                office.students().find(marc).orElseThrow().snapshot(),
                                new AccountBalance(marc, cad("30.00"), cad("30.00")),
                                office.accounts().charges(List.of(lab))));
        assertThatThrownBy(() -> office.families().family(VIEWER, new StudentNumber(4711)))
                .isInstanceOf(UnknownStudentException.class);
    }

    @Test
    void siblingsWhoLeftAreShownAsLongAsSomethingIsLeft() {
        StudentNumber ines = child("Inès", "Ed Fox", "6 Elm St.");
        StudentNumber marc = child("Marc", "Ed Fox", "6 Elm St.");
        ChargeId lab = charge(marc, "Lab fee", "30.00");
        withdraw(marc);
        assertThat(siblings(ines)).containsExactly(marc);

        pay(marc, "30.00", lab);
        assertThat(siblings(ines)).isEmpty();

        pay(marc, "5.00");
        assertThat(siblings(ines)).containsExactly(marc);
    }

    @Test
    void needsARole() {
        assertNeeds(Role.VIEW, () -> office.families().siblings(NOBODY, STRANGER));
        assertNeeds(Role.VIEW, () -> office.families().family(NOBODY, STRANGER));
    }
}
