package org.openadmin.fees.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FamilyAccounts.FamilyAccount;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;
import org.openadmin.fees.spi.Settings;

/** A family sees only its own accounts, whatever numbers it requests. */
class FamilyAccountsDatabaseTest {

    private static final StudentNumber CHILD = new StudentNumber(103);
    private static final StudentNumber SIBLING = new StudentNumber(104);
    private static final StudentNumber STRANGER = new StudentNumber(196);
    private static final StudentNumber NOBODY = new StudentNumber(4711);
    private static DatabaseOffice office;
    private static JpaFamilyAccounts families;
    private static Receipt theirs;

    /** The old receipt 501 belongs to the stranger; the sibling has a receipt with the same number. */
    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 10);
        families = new JpaFamilyAccounts(office.transactions, office.settings, FamilyAccountsDatabaseTest::copies);
        office.charge(CHILD, "Trip", "30.00");
        office.charge(CHILD, "Lab", "12.00");
        List<Charge> owed = office.accounts.outstanding(CHILD);
        theirs = office.cashier.receive(
                payment(CHILD, "12.00", owed.get(owed.size() - 1).id()));
        office.administrator.execute("INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, paid_id)"
                + " VALUES (104, '2025-01-06', 'pay', 'Payment', -1.25, 501)");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void agreesWithTheAccounts() {
        List<FamilyAccount> family = families.of(List.of(SIBLING, NOBODY, CHILD, CHILD));

        assertThat(family).extracting(account -> account.student().number()).containsExactly(CHILD, SIBLING);
        for (FamilyAccount account : family) {
            AccountNumber number = account.student().number();
            assertThat(account.account()).isEqualTo(office.accounts.balance(number));
            assertThat(account.outstanding()).isEqualTo(office.accounts.outstanding(number));
            assertThat(account.receipts())
                    .isEqualTo(office.receipts
                            .search(VIEWER, ReceiptQuery.ofStudent(number), Page.first(100))
                            .receipts());
        }
        assertThat(family.get(0).student().name()).startsWith("Garcia, Sofía");
        assertThat(family.get(0).receipts()).contains(theirs);
    }

    @Test
    void showsNoRowOfAnotherFamily() {
        for (FamilyAccount account : families.of(List.of(CHILD, SIBLING))) {
            AccountNumber number = account.student().number();
            assertThat(account.outstanding())
                    .allMatch(charge -> charge.student().number().equals(number));
            assertThat(account.receipts())
                    .allMatch(receipt -> receipt.student().number().equals(number))
                    .flatExtracting(Receipt::settled)
                    .allMatch(charge -> charge.student().number().equals(number));
        }
        assertThat(families.of(List.of())).isEmpty();
        assertThat(families.of(List.of(NOBODY))).isEmpty();
    }

    @Test
    void showsTheLatestHundredReceipts() {
        office.administrator.execute("INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, paid_id)"
                + " SELECT 105, '2025-02-01', 'roa', 'Payment', -0.01, 100000 + s.seq FROM seq_1_to_130 s");

        List<Receipt> receipts =
                families.of(List.of(new StudentNumber(105))).get(0).receipts();

        assertThat(receipts).hasSize(100);
        assertThat(receipts.get(0).number()).isEqualTo(new ReceiptNumber(100130));
        office.administrator.execute("DELETE FROM fees_jrl WHERE total = -0.01");
    }

    @Test
    void writesTheirOwnReceiptEvenWhenAnotherFamilyHasTheSameNumber() {
        assertThat(written(theirs.number(), CHILD, SIBLING)).isEqualTo(theirs.number() + " of 103, 12.00\n");
        assertThat(written(new ReceiptNumber(501), CHILD, SIBLING)).isEqualTo("501 of 104, 1.25\n");
        assertThat(written(new ReceiptNumber(501), STRANGER)).isEqualTo("501 of 196, 8.16\n");
    }

    @Test
    void writesAllOfTheirReceiptsWithANumberThatOldDataHasTwice() {
        assertThat(written(new ReceiptNumber(501), STRANGER, SIBLING).lines())
                .containsExactlyInAnyOrder("501 of 196, 8.16", "501 of 104, 1.25");
    }

    @Test
    void refusesTheReceiptOfAnotherFamilyAsIfThereWereNone() {
        for (List<StudentNumber> family : List.of(List.of(SIBLING, STRANGER, NOBODY), List.<StudentNumber>of())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> families.receipt(family, theirs.number(), out))
                    .isInstanceOfSatisfying(UnknownReceiptException.class, e -> assertThat(e.number())
                            .isEqualTo(theirs.number()));
            assertThat(out.size()).isZero();
        }
        assertThatThrownBy(() -> written(new ReceiptNumber(999_999), CHILD))
                .isInstanceOf(UnknownReceiptException.class);
    }

    @Test
    void asksForAFamilyNotForASchool() {
        List<StudentNumber> many =
                IntStream.rangeClosed(1, 51).mapToObj(StudentNumber::new).toList();

        assertThatThrownBy(() -> families.of(many)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> families.receipt(many, theirs.number(), new ByteArrayOutputStream()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(families.of(many.subList(0, 50))).isEmpty();
    }

    private static String written(ReceiptNumber number, StudentNumber... family) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        families.receipt(List.of(family), number, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A document with one line for each receipt. */
    private static void copies(List<Receipt> receipts, boolean copies, Settings settings, OutputStream out) {
        for (Receipt receipt : receipts) {
            String line = receipt.number() + " of " + receipt.student().number() + ", "
                    + receipt.received().toPlainString() + "\n";
            try {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
