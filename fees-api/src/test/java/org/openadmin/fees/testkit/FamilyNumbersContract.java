package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.Student;

/** Who belongs to a student where the host numbers its families: what {@link Families} promises then. */
public abstract class FamilyNumbersContract extends OfficeContract {

    private StudentNumber numbered(String family, StudentNumber child) {
        Student student = office.students().find(child).orElseThrow().withFamily(family);
        office.enrol(student);
        assertThat(office.students().find(child)).contains(student);
        return child;
    }

    private List<StudentNumber> siblings(StudentNumber student) {
        return office.families().siblings(VIEWER, student).stream()
                .map(sibling -> (StudentNumber) sibling.student().number())
                .toList();
    }

    @Test
    void siblingsHaveTheSameNumberWhateverTheirGuardiansAndAddresses() {
        StudentNumber ines = numbered("F-17", child("Inès", "Chloé Roy", "12 Elm St."));
        StudentNumber marc = numbered(" F-17 ", child("Marc", "Paul Roy", "3 Main St."));
        StudentNumber zoe = numbered("F-17", child("Zoé", ""));
        StudentNumber luc = numbered("F-18", child("Luc", "Chloé Roy", "12 Elm St."));

        assertThat(siblings(ines)).containsExactly(marc, zoe);
        assertThat(siblings(zoe)).containsExactly(ines, marc);
        assertThat(siblings(luc)).isEmpty();
    }

    @Test
    void nobodyIsAFamilyByAnEmptyNumberOrByZero() {
        StudentNumber ann = numbered("", child("Ann", "Kim Lee", "1 Main St."));
        numbered(" ", child("Bob", "Kim Lee", "1 Main St."));
        StudentNumber cat = numbered("0", child("Cat", "Ed Fox", "2 Main St."));
        numbered("0", child("Dan", "Ed Fox", "2 Main St."));

        assertThat(siblings(ann)).isEmpty();
        assertThat(siblings(cat)).isEmpty();
    }

    @Test
    void theNumberDecidesWhoseAccountsOnePaymentTakesUnasked() {
        StudentNumber ines = numbered("21", child("Inès", "Chloé Roy", "12 Elm St."));
        StudentNumber marc = numbered("21", child("Marc", "Paul Roy", "3 Main St."));
        StudentNumber luc = numbered("22", child("Luc", "Chloé Roy", "12 Elm St."));
        for (StudentNumber child : List.of(ines, marc, luc)) {
            charge(child, "Lab fee", "30.00");
        }

        assertThatThrownBy(() -> office.cashier().receive(paying(ines, luc)))
                .isInstanceOfSatisfying(
                        OutsiderException.class,
                        e -> assertThat(e.outsiders().get(0)).isEqualTo(luc));
        assertThat(owed(ines)).hasSize(1);

        office.cashier().receive(paying(ines, marc));
        assertThat(owed(ines)).isEmpty();
        assertThat(owed(marc)).isEmpty();
    }

    private FamilyPaymentRequest paying(StudentNumber first, StudentNumber second) {
        return new FamilyPaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                List.of(new Part(first, Set.copyOf(owed(first))), new Part(second, Set.copyOf(owed(second)))),
                first,
                DAY,
                cad("60.00"),
                PaymentMethod.CHEQUE,
                "77",
                Set.<Confirmation>of());
    }
}
