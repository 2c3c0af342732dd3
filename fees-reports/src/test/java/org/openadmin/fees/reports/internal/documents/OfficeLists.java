package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.testkit.JournalRow;

/** A day, debts and a month of a school, and the lists that its office prints of them. */
final class OfficeLists {

    static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    final DocumentSchool school = new DocumentSchool();

    static final String[] NAMES = {
        "Tremblay, Inès", "Nguyễn, Thị Phượng", "Щёголев, Дмитрий", "王, 小明", "العربي, محمد", "Roy, Al"
    };

    long paidOut(EntryKind kind, String amount, PaymentMethod method, String user, OptionalLong voids) {
        JournalRow row = JournalRow.of(kind, amount)
                .student(new StudentSnapshot(new StudentNumber(100), NAMES[0], "9", "9A"))
                .on(DAY)
                .by(method, "")
                .recorded(user, Optional.empty());
        voids.ifPresent(row::reverses);
        return school.counter.add(row);
    }

    static MonthSummary september() {
        return new MonthSummary(
                SEPTEMBER,
                List.of("HST", "GST", "PST"),
                List.of(
                        line(EntryKind.CHARGE, "Band trip", null, "4010", 3, "720.00", "GST 36.00"),
                        line(EntryKind.CHARGE, "Lab fee", null, "", 1000, "24.95", "GST 1.25", "PST 1.50"),
                        line(EntryKind.PAYMENT, "Payment", PaymentMethod.CASH, "1000", 200, "-1500.00"),
                        line(EntryKind.PAYMENT, "Payment", null, "", 20, "-500.00"),
                        line(EntryKind.WAIVER, "Band trip", null, "4010", 1, "-14.71", "GST -0.74"),
                        line(EntryKind.REFUND, "Refund", PaymentMethod.CHEQUE, "", 10, "31.00")),
                1234,
                money("-1200.75"));
    }

    /** @param method null for none */
    static MonthSummary.Line line(
            EntryKind kind,
            String name,
            PaymentMethod method,
            String account,
            int count,
            String amount,
            String... taxes) {
        Map<String, Money> taxed = new TreeMap<>();
        Arrays.stream(taxes).forEach(tax -> taxed.put(tax.split(" ")[0], money(tax.split(" ")[1])));
        Money total = taxed.values().stream().reduce(money(amount), Money::plus);
        return new MonthSummary.Line(
                kind, name, Optional.ofNullable(method), account, count, money(amount), taxed, total);
    }

    void owes(int name, String notDue, String to30, String to60, String to90, String over, String credit) {
        StudentNumber number = new StudentNumber(100 + name);
        Map<Age, Money> ages = Map.of(
                Age.NOT_DUE,
                money(notDue),
                Age.TO_30,
                money(to30),
                Age.TO_60,
                money(to60),
                Age.TO_90,
                money(to90),
                Age.OVER_90,
                money(over));
        Money outstanding = ages.values().stream().reduce(money("0"), Money::plus);
        school.receivables.add(new Receivable(
                new StudentSnapshot(number, NAMES[name], "9", "9A"),
                ages,
                new AccountBalance(number, outstanding.minus(money(credit)), outstanding)));
    }

    /** @param method null for none */
    Receipt received(int number, int name, String amount, PaymentMethod method, String reference, String cashier) {
        Receipt receipt = new Receipt(
                new ReceiptNumber(number),
                new StudentSnapshot(new StudentNumber(100 + name), NAMES[name], "9", "9A"),
                DAY,
                money(amount),
                List.of(),
                Optional.ofNullable(method),
                reference,
                cashier,
                Optional.empty(),
                Optional.empty());
        school.keep(receipt);
        return receipt;
    }

    void voided(Receipt r, LocalDate date) {
        school.keep(EveryDocument.voided(r, date));
    }

    PdfPages daySheet(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().daySheet(CLERK, DAY, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    PdfPages receivables(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receivables(CLERK, DAY, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    PdfPages summary(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().summary(CLERK, SEPTEMBER, out);
        return PdfPages.of(out.toByteArray(), file);
    }
}
