package org.openadmin.fees.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.DatabaseOffice;

/** A line exists exactly if its effect does, whatever happens in between; and nobody can change one. */
class AuditTrailDatabaseTest {

    private static final Actor ADMIN = new Actor("head", EnumSet.of(Role.ADMIN));
    private static final StudentNumber STUDENT = new StudentNumber(100);

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void repair() {
        office.administrator.execute("DROP TRIGGER IF EXISTS broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE fees_audit SET recorded_by = 'somebody else'",
                "DELETE FROM fees_audit",
                "TRUNCATE TABLE fees_audit",
                "DROP TABLE fees_audit",
                "RENAME TABLE fees_audit TO fees_nothing",
                "ALTER TABLE fees_audit DROP COLUMN reason",
                "CREATE OR REPLACE TABLE fees_audit (id INT)",
                "CREATE INDEX fees_audit_more ON fees_audit (reason)",
                "REPLACE INTO fees_audit SELECT * FROM fees_audit",
                "INSERT INTO fees_audit SELECT * FROM fees_audit ON DUPLICATE KEY UPDATE reason = 'none'",
                "CREATE TRIGGER broken BEFORE INSERT ON fees_audit FOR EACH ROW SET NEW.recorded_by = 'ann'"
            })
    void theModulesOwnUserCannotChangeALine(String statement) throws SQLException {
        office.cashier.receive(payment(STUDENT, "1.00"));
        String before = office.ask("SELECT GROUP_CONCAT(id, recorded_by, reason ORDER BY id) FROM fees_audit");

        try (Connection connection = office.database.getConnection();
                Statement module = connection.createStatement()) {
            assertThatThrownBy(() -> module.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(denied|privilege).*");
        }

        assertThat(office.ask("SELECT GROUP_CONCAT(id, recorded_by, reason ORDER BY id) FROM fees_audit"))
                .isEqualTo(before);
    }

    @Test
    void withoutItsLineThereIsNoEffect() {
        office.administrator.execute("CREATE TRIGGER broken BEFORE INSERT ON fees_audit FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no line'");
        List<String> before = counts();
        String receipt = office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'");

        assertThatThrownBy(() -> office.cashier.receive(payment(STUDENT, "2.00")))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> office.charge(STUDENT, "Lab", "5.00")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> office.catalogue.add(adding())).isInstanceOf(StorageException.class);

        assertThat(counts()).isEqualTo(before);
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'"))
                .isEqualTo(receipt);
    }

    @Test
    void withoutItsEffectThereIsNoLine() {
        office.administrator.execute("CREATE TRIGGER broken BEFORE INSERT ON fees_jrl FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no row'");
        List<String> before = counts();

        assertThatThrownBy(() -> office.cashier.receive(payment(STUDENT, "2.00")))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> office.charge(STUDENT, "Lab", "5.00")).isInstanceOf(StorageException.class);

        assertThat(counts()).isEqualTo(before);
    }

    /** The rows that commands add, and the lines. */
    private static List<String> counts() {
        return List.of("fees_jrl", "fees_batch", "fees_predefined", "fees_audit").stream()
                .map(table -> office.ask("SELECT COUNT(*) FROM " + table))
                .toList();
    }

    @Test
    void aRefusalThatCannotBeRecordedIsTheSameAnswer() {
        office.charge(STUDENT, "Trip", "50.00");
        PaymentRequest little = payment(STUDENT, "2.00", office.owed(STUDENT).get(0));
        office.administrator.execute("CREATE TRIGGER broken BEFORE INSERT ON fees_audit FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no line'");
        String before = office.ask("SELECT COUNT(*) FROM fees_audit");

        assertThat(catchThrowable(() -> office.cashier.receive(little))).isInstanceOf(NotEnoughMoneyException.class);
        assertThat(catchThrowable(() -> office.catalogue.add(
                        new FeeCatalogue.AddRequest(RequestKey.fresh(), VIEWER, fee("Lab", "5.00"), Optional.empty()))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(office.ask("SELECT COUNT(*) FROM fees_audit")).isEqualTo(before);
    }

    @Test
    void manyPaymentsAtOnceHaveALineEachAndNoneAReceiptTwice() throws Exception {
        List<PaymentRequest> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            requests.add(payment(new StudentNumber(110 + i % 3), "3.00"));
        }
        ExecutorService counters = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> answers = new ArrayList<>();
            for (PaymentRequest request : requests) {
                answers.add(counters.submit(() -> office.cashier.receive(request)));
                // the same request from another window
                answers.add(counters.submit(() -> office.cashier.receive(request)));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        } finally {
            counters.shutdownNow();
        }

        List<AuditEntry> lines = new ArrayList<>();
        office.audit.forEach(ADMIN, AuditQuery.everything().of(AuditOperation.PAYMENT), lines::add);
        assertThat(lines)
                .filteredOn(
                        line -> requests.stream().anyMatch(request -> line.key().equals(Optional.of(request.key()))))
                .hasSize(requests.size())
                .extracting(AuditEntry::result)
                .doesNotHaveDuplicates();
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void aPaymentOfAnotherUserHasThatName() {
        office.cashier.receive(payment(STUDENT, "4.00"));

        assertThat(office.audit.count(ADMIN, AuditQuery.everything().by(CASHIER.name())))
                .isPositive();
        assertThat(office.audit.count(ADMIN, AuditQuery.everything().by("clerk ")))
                .isEqualTo(clerkLines());
    }

    private static long clerkLines() {
        return Long.parseLong(office.ask("SELECT COUNT(*) FROM fees_audit WHERE recorded_by = 'clerk'"));
    }

    private static FeeCatalogue.AddRequest adding() {
        return new FeeCatalogue.AddRequest(RequestKey.fresh(), CLERK, fee("Lab", "5.00"), Optional.empty());
    }
}
