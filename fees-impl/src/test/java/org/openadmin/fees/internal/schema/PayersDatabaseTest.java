package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.testkit.Kit;

/** Payers beside an old journal with student numbers below zero, and what the database itself refuses. */
class PayersDatabaseTest {

    private static final PayerNumber PAYER = new PayerNumber(8);
    private static final LocalDate OLD = LocalDate.of(2024, 9, 1);

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(PayersDatabaseTest::fill, 4);
        office.administrator.execute(
                "INSERT INTO fees_payer (id, version, request_key, kind, name, address, email, may_owe, recorded_at, recorded_by)"
                        + " VALUES (8, 1, UUID(), 'sponsor', 'Prairie Band', '', '', TRUE, '2026-08-01T12:00:00.000Z', 'claire')",
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total) VALUES (-8, '2024-09-01', 'chg', 'Tuition', 50)");
    }

    /** The lowest number of an old row is −7. */
    private static void fill(Database administrator) {
        LegacyDatabase.load(administrator);
        administrator.execute(
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total) VALUES (-7, '2024-09-01', 'chg', 'Odd fee', 5)");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void payersAreNumberedAboveOldNumbersBelowZero() {
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'payer'"))
                .isEqualTo("7");
    }

    @Test
    void anOldNumberBelowZeroIsNoPayersAndAPayerHasAnAccount() {
        assertThat(office.accounts.balances())
                .filteredOn(account -> account.student() instanceof PayerNumber)
                .containsExactly(new AccountBalance(PAYER, cad("50.00"), cad("50.00")));
        assertThat(office.accounts.balances(List.of(PAYER))).hasSize(1);
        assertThatThrownBy(() -> office.accounts.balance(new PayerNumber(7)))
                .isInstanceOf(UnknownStudentException.class);
        JournalQuery ofTheDay = JournalQuery.everything().between(OLD, OLD);
        assertThat(office.journal.entries(Kit.VIEWER, ofTheDay, Page.first(Page.MAX_LIMIT)).stream()
                        .filter(row -> row.name().equals("Odd fee")))
                .singleElement()
                .satisfies(row -> assertThat(row.student()).isEmpty());
    }

    @Test
    void onlyTheFirstRowOfAReceiptHasItsNumberToItself() {
        String rows =
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, paid_id, lead_id, recorded_at) VALUES ";
        String recorded = ", '2026-09-10T12:00:00.000Z')";
        office.administrator.execute(
                rows + "(900001, 101, '2026-09-10', 'roa', 'Payment', -1, 900000, NULL" + recorded,
                rows + "(900002, 102, '2026-09-10', 'roa', 'Payment', -1, 900000, 900001" + recorded,
                rows + "(900003, -8, '2026-09-10', 'roa', 'Payment', -1, 900000, 900001" + recorded);

        assertThat(office.ask("SELECT GROUP_CONCAT(id) FROM fees_jrl WHERE receipt_number = 900000"))
                .isEqualTo("900001");
        assertThatThrownBy(() -> office.administrator.execute(
                        rows + "(900004, 103, '2026-09-10', 'roa', 'Payment', -1, 900000, NULL" + recorded))
                .hasStackTraceContaining("Duplicate entry");
        office.administrator.execute("DELETE FROM fees_jrl WHERE id > 900000");
    }
}
