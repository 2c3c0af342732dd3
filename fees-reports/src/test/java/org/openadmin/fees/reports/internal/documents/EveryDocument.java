package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.testkit.JournalRow;

/** Every kind of document of a school in which something has happened. */
final class EveryDocument {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final StudentNumber FIRST = new StudentNumber(1);

    /** The kinds and how to print each, in the order in which an office uses them. */
    static final Map<String, BiConsumer<DocumentSchool, ByteArrayOutputStream>> KINDS = kinds();

    private EveryDocument() {}

    private static Map<String, BiConsumer<DocumentSchool, ByteArrayOutputStream>> kinds() {
        Map<String, BiConsumer<DocumentSchool, ByteArrayOutputStream>> kinds = new LinkedHashMap<>();
        kinds.put(
                "receipt", (school, out) -> school.reports().receipt(CLERK, new ReceiptNumber(1), Print.ORIGINAL, out));
        kinds.put("copy", (school, out) -> school.reports().receipt(CLERK, new ReceiptNumber(1), Print.COPY, out));
        kinds.put("voided", (school, out) -> school.reports().receipt(CLERK, new ReceiptNumber(2), Print.COPY, out));
        kinds.put("receipts", (school, out) -> school.reports().receipts(CLERK, ReceiptQuery.everything(), out));
        kinds.put("refund", (school, out) -> school.reports().refund(CLERK, refund(school), out));
        kinds.put("returned-payment", (school, out) -> school.reports().returnedPayment(CLERK, returned(school), out));
        kinds.put("statement", (school, out) -> school.reports()
                .statement(new StatementRequest(CLERK, FIRST, DAY.minusDays(30), DAY), out));
        kinds.put("history", (school, out) -> school.reports().history(CLERK, FIRST, out));
        kinds.put("invoices", DocumentSchool::invoices);
        kinds.put("reminders", DocumentSchool::reminders);
        kinds.put("day-sheet", (school, out) -> school.reports().daySheet(CLERK, DAY, out));
        kinds.put("receivables", (school, out) -> school.reports().receivables(CLERK, DAY, out));
        kinds.put("class-list", (school, out) -> school.reports()
                .classList(
                        CLERK,
                        new CollectionQuery("Trip", GroupKind.HOMEROOM, GroupDay.CHARGE, CollectionPeriod.always()),
                        "9A",
                        out));
        kinds.put("deposit-slip", (school, out) -> school.reports().depositSlip(CLERK, new DepositNumber(1), out));
        kinds.put("summary", (school, out) -> school.reports().summary(CLERK, SEPTEMBER, out));
        return kinds;
    }

    /** One document of a kind. */
    static byte[] print(DocumentSchool school, String kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KINDS.get(kind).accept(school, out);
        return out.toByteArray();
    }

    private static RefundNumber refund(DocumentSchool school) {
        return school.counter.rows().stream()
                .filter(row -> row.kind() == EntryKind.REFUND)
                .map(row -> new RefundNumber(row.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The cheque of the first student is returned, and has not been before. */
    private static ReceiptNumber returned(DocumentSchool school) {
        ReceiptNumber first = new ReceiptNumber(1);
        school.office
                .corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(), CLERK, first, money("25.00"), Optional.of(DAY.plusDays(90)), DAY, "NSF"));
        return first;
    }

    /** Fills every document, with a student for each script. */
    static void busyMonth(DocumentSchool school, String... names) {
        for (int i = 0; i < names.length; i++) {
            StudentNumber student = school.student(i + 1, names[i], names[i], names[i], names[i]);
            Charge charge = school.charge(student, names[i], names[i], "24.95", "GST 1.25", "PST 1.50");
            Receipt receipt = school.receiptOf(i + 1, student, "30.00", charge);
            school.keep(i == 1 ? voided(receipt, DAY) : receipt);
            long fee = school.journal.charge(student, DAY.minusDays(3), names[i], names[i], "24.95", "GST 1.25");
            school.journal.pay(student, DAY.minusDays(1), i + 1, "26.20", fee);
            AccountBalance balance = new AccountBalance(student, money("1.00"), money("1.00"));
            Map<Age, Money> ages = Map.of(
                    Age.NOT_DUE,
                    money("0"),
                    Age.TO_30,
                    money("1.00"),
                    Age.TO_60,
                    money("0"),
                    Age.TO_90,
                    money("0"),
                    Age.OVER_90,
                    money("0"));
            school.receivables.add(new Receivable(school.record(student), ages, balance));
        }
        DepositedSchool.deposit(school.till, names);
        for (int i = 0; i < names.length; i++) {
            JournalRow charge = JournalRow.charge("Trip", "24.95").student(school.record(new StudentNumber(i + 1)));
            school.classes.add(i % 2 == 0 ? charge.settledBy(1) : charge);
        }
        school.counter.add(JournalRow.of(EntryKind.REFUND, money("10.00"))
                .student(school.record(FIRST))
                .on(DAY)
                .about(names[0])
                .by(PaymentMethod.CASH, "")
                .recorded("claire", Optional.of(DocumentSchool.NOW)));
        List<MonthSummary.Line> lines = List.of(
                new MonthSummary.Line(
                        EntryKind.CHARGE,
                        names[0],
                        Optional.empty(),
                        "4010",
                        1,
                        money("1.00"),
                        Map.of(),
                        money("1.00")),
                new MonthSummary.Line(
                        EntryKind.PAYMENT,
                        "Payment",
                        Optional.of(PaymentMethod.CASH),
                        "1000",
                        1,
                        money("-1.00"),
                        Map.of(),
                        money("-1.00")));
        school.summaries.put(SEPTEMBER, new MonthSummary(SEPTEMBER, List.of(), lines, 2, money("0.00")));
    }

    /** The same receipt, voided at that date. */
    static Receipt voided(Receipt r, LocalDate date) {
        return new Receipt(
                r.number(),
                r.student(),
                r.date(),
                r.received(),
                r.settled(),
                r.method(),
                r.reference(),
                r.cashier(),
                r.recordedAt(),
                Optional.of(date));
    }
}
