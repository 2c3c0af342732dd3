package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.paying;

import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.PaymentRequest;

/** What the in-memory office offers to tests besides its services. */
class MemoryOfficeTest {

    private final MemoryOffice office = new MemoryOffice();
    private final StudentNumber student = office.enrol(100, "Tremblay", "Inès", "9", "9A");

    @Test
    void theNextCommandFailsBeforeItHasDoneAnything() {
        office.failNext(new StorageException(Outcome.NOTHING_STORED, null));
        PaymentRequest request = paying(student, "5.00");

        assertThatThrownBy(() -> office.cashier().receive(request)).isInstanceOf(StorageException.class);
        assertThat(office.rows()).isEmpty();
        assertThat(office.cashier().receipt(VIEWER, request.key())).isEmpty();
        assertThat(office.cashier().receive(request).received()).isEqualTo(cad("5.00"));
    }

    @Test
    void theNextCommandFailsAfterItHasDoneEverything() {
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        PaymentRequest request = paying(student, "5.00");

        assertThatThrownBy(() -> office.cashier().receive(request)).isInstanceOf(StorageException.class);
        assertThat(office.cashier().receipt(VIEWER, request.key())).isPresent();
        office.cashier().receive(request);
        assertThat(office.rows()).hasSize(1);
    }

    @Test
    void requestsAreKeptUnlessTheUserMayNotSendThem() {
        PaymentRequest request = paying(student, "5.00");
        PaymentRequest forbidden = paying(RequestKey.fresh(), CLERK, student, "5.00");
        office.cashier().receive(request);
        office.cashier().receive(request);

        assertThatThrownBy(() -> office.cashier().receive(forbidden)).isInstanceOf(NotAllowedException.class);
        assertThat(office.requests(PaymentRequest.class)).containsExactly(request, request);
    }

    @Test
    void theNextQueryOfAServiceFails() {
        office.failNextQuery(Journal.class, new IllegalStateException("broken"));

        assertThat(office.receipts().cashiers(CASHIER)).isEmpty();
        assertThatThrownBy(this::entries).hasMessage("broken");
        entries();
        assertThat(office.queries(Journal.class)).isEqualTo(2);
    }

    private void entries() {
        office.journal().entries(VIEWER, JournalQuery.everything(), Page.first(1));
    }

    @Test
    void aStudentIsChargedInOneLine() {
        assertThat(office.charge(student, "Lab fee", "24.95", "GST").total()).isEqualTo(cad("26.20"));
        assertThat(office.owed(student)).hasSize(1);
    }
}
