package org.openadmin.fees.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.SampleSchool.CLERK;
import static org.openadmin.fees.reports.internal.SampleSchool.DAY;
import static org.openadmin.fees.reports.internal.SampleSchool.money;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.NothingToInvoiceException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

class InvoiceRunTest {

    private final SampleSchool school = new SampleSchool();

    @Test
    void the_log_counts_invoices_pages_and_money_and_names_the_chosen_who_owe_nothing() {
        StudentNumber owes = school.student(1, "Owes", "Olaf");
        StudentNumber covered = school.student(2, "Covered", "Cora");
        StudentNumber free = school.student(3, "Free", "Fred");
        school.charge(owes, "Lab fee", "", "10.00", "GST 0.50");
        school.credit.put(owes, money("3.00"));
        school.charge(covered, "Lab fee", "", "10.00");
        school.credit.put(covered, money("10.00"));

        InvoiceRun everybody = school.invoices(new ByteArrayOutputStream());
        InvoiceRun chosen = school.reports()
                .invoices(
                        new InvoiceRequest(
                                CLERK, DAY, Optional.of(new Audience.Group(GroupKind.STUDENT, List.of("3", "2", "1")))),
                        new ByteArrayOutputStream());

        assertThat(everybody).isEqualTo(new InvoiceRun(1, 1, money("10.50"), money("3.00"), List.of()));
        assertThat(everybody.due()).isEqualTo(money("7.50"));
        assertThat(chosen.invoices()).isEqualTo(1);
        assertThat(chosen.nothingDue()).extracting(StudentOfRecord::number).containsExactly(covered, free);
    }

    @Test
    void nobody_owing_makes_no_document() {
        school.student(1, "Free", "Fred");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.invoices(out)).isInstanceOf(NothingToInvoiceException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void invoices_need_the_role() {
        school.charge(school.student(1, "Owes", "Olaf"), "Lab fee", "", "1.00");
        Actor cashier = new Actor("claire", Set.of(Role.CASHIER));

        assertThatThrownBy(() -> school.reports()
                        .invoices(new InvoiceRequest(cashier, DAY, Optional.empty()), new ByteArrayOutputStream()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void twelve_hundred_students_are_read_in_ten_queries() {
        for (int number = 1; number <= 1200; number++) {
            school.charge(school.student(number, "Student", "S" + number), "Fee", "", "1.00");
        }

        InvoiceRun run = school.invoices(new ByteArrayOutputStream());

        assertThat(run.invoices()).isEqualTo(1200);
        assertThat(run.charged()).isEqualTo(money("1200.00"));
        assertThat(school.accounts.queries).isEqualTo(10);
    }

    @Test
    void a_payment_between_two_queries_is_not_taken_off_twice() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.charge(ines, "Lab fee", "", "100.00");
        school.charge(ines, "Locker", "", "50.00");
        school.credit.put(ines, money("20.00"));
        // 80.00 and the credit pay for the lab in that moment
        school.accounts.betweenQueries = () -> {
            school.charges.get(ines).removeIf(charge -> charge.name().equals("Lab fee"));
            school.credit.remove(ines);
        };

        assertThat(school.invoices("meanwhile").page(1)).contains("$50.00").doesNotContain("Lab fee", "Credit");
    }
}
