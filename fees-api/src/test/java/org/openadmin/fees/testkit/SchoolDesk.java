package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.spi.Settings;

/**
 * Where the staff of a school do the work of a {@link SchoolYear} and read what they are shown: at the services, or in the shell.
 * Clerks, cashiers, viewers and the administrator each do what their role allows; whatever is unusual is confirmed.
 */
public interface SchoolDesk {

    void configure(Settings settings);

    void enrol(Student student);

    /** Charges a fee with GST to the students of some grades. */
    void assess(LocalDate date, String fee, String amount, String grades);

    /** An outstanding charge. */
    record Owed(ChargeId charge, Money total) {}

    /** Oldest first. */
    List<Owed> owed(StudentNumber student);

    Money credit(StudentNumber student);

    ReceiptNumber pay(
            StudentNumber student,
            LocalDate date,
            Money received,
            Set<ChargeId> charges,
            PaymentMethod method,
            String reference);

    // The corrections return whether they were made, false if the office refused them.

    boolean cancel(ChargeId charge, LocalDate date);

    boolean waive(ChargeId charge, LocalDate date);

    boolean voidReceipt(ReceiptNumber receipt, LocalDate date);

    boolean returnPayment(ReceiptNumber receipt, LocalDate date, String fee);

    /** In cash. */
    boolean refund(StudentNumber student, LocalDate date, Money amount);

    /** The deposits with receipts that were voided since. */
    List<DepositNumber> depositsToTakeBack();

    void takeBack(DepositNumber deposit);

    /** A cashier's drawer of a day. */
    record DrawerOf(String cashier, LocalDate day) {}

    /**
     * What a deposit would have in it.
     *
     * @param uncounted the drawers that must be counted first
     */
    record Offer(boolean isEmpty, Money cash, List<DrawerOf> uncounted) {}

    Offer offer(LocalDate until);

    /** The cash that should be in a drawer that began the day with this float. */
    Money expected(DrawerOf drawer, Money floating);

    void count(DrawerOf drawer, Money floating, Money counted, String reason);

    void deposit(LocalDate until);

    boolean isAllDeposited();

    /**
     * A deposit as the bank books it.
     *
     * @param difference what the drawers in it were over, or short if negative
     */
    record Banked(Money total, Money difference) {}

    List<Banked> deposits();

    void close(YearMonth month);

    void reopen(YearMonth month, String reason);

    /** What the accountant is sent of a month: one text for each line. */
    record Sent(int rows, Money total, List<String> lines) {

        static Sent of(MonthSummary summary) {
            return new Sent(summary.count(), summary.total(), SchoolDesk.lines(summary));
        }
    }

    /** One text for each line, with everything that the line tells. */
    static List<String> lines(MonthSummary summary) {
        return summary.lines().stream()
                .map(line -> String.join(
                        "|",
                        line.kind().code(),
                        line.name(),
                        line.method().map(PaymentMethod::keyword).orElse(""),
                        line.account(),
                        String.valueOf(line.count()),
                        line.subtotal().toPlainString(),
                        summary.taxNames().stream()
                                .filter(line.taxes()::containsKey)
                                .map(tax -> tax + " " + line.taxes().get(tax).toPlainString())
                                .toList()
                                .toString(),
                        line.total().toPlainString()))
                .toList();
    }

    Sent month(YearMonth month);

    /** A row of the journal, without the numbers that each office gives to its rows. */
    record Row(
            LocalDate date,
            EntryKind kind,
            AccountNumber student,
            String name,
            Money taxes,
            Money total,
            Optional<PaymentMethod> method,
            OptionalLong receipt) {

        public static Row of(JournalEntry entry, Money zero) {
            return new Row(
                    entry.date().orElseThrow(),
                    entry.kind(),
                    entry.student().orElseThrow().number(),
                    entry.name(),
                    entry.taxes().stream().map(Tax::amount).reduce(zero, Money::plus),
                    entry.total(),
                    entry.method(),
                    entry.receipt().isPresent()
                            ? OptionalLong.of(entry.receipt().get().value())
                            : OptionalLong.empty());
        }
    }

    /** The rows that are dated in a month. */
    List<Row> rows(YearMonth month);

    /** Posts everything that is not posted yet to the books. */
    void post(LocalDate until);

    /** The lines of all postings. */
    List<PostingLine> posted();

    /** What is outstanding and on account. */
    record Sums(Money outstanding, Money credit) {}

    /** The sums of all accounts at the end of a day. */
    Sums accounts(LocalDate day);

    /**
     * The figures of a day.
     *
     * @param known what was known on that day
     * @param later the sum of the rows that were recorded after it
     */
    record Figures(
            Money outstanding, Money credit, Money balance, int owing, List<Band> ages, Sums known, Money later) {}

    Figures today(LocalDate today);

    Figures asOf(LocalDate day);
}
