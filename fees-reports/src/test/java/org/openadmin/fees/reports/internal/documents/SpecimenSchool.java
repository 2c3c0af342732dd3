package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
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
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.testkit.JournalRow;

/** A school with just enough data to print a {@link Specimen}, and the expected contents of the document. */
final class SpecimenSchool {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final PaymentMethod[] METHODS = PaymentMethod.values();

    private final Specimen specimen;
    private final SpecimenTexts texts;
    private final DocumentSchool school = new DocumentSchool();
    private final List<Line> lines = new ArrayList<>();
    private Money total = money("0");
    private int documents = 1;

    /**
     * An expected line.
     *
     * @param mark the end of its texts; unique to this line
     * @param figure its amount, unique to this line; empty in a list without amounts
     */
    record Line(String mark, Optional<Money> figure) {

        Line(String mark, Money figure) {
            this(mark, Optional.of(figure));
        }
    }

    SpecimenSchool(Specimen specimen, Optional<Path> logo) {
        this.specimen = specimen;
        this.texts = new SpecimenTexts(specimen.texts());
        school.locale = specimen.locale();
        school.paper = specimen.paper();
        school.logo = specimen.withLogo() ? logo : Optional.empty();
        school.numbers = specimen.taxes() == 1
                ? List.of("GST 12345 6789 RT0001")
                : List.of("GST 12345 6789 RT0001", "PST 1234-5678", "QST 1234567890 TQ0001");
        school.messages = Map.of(
                "en", "Cheques are made out to the school. The office is open from 8 to 4.",
                "fr",
                        "Les chèques sont libellés au nom de l’école. Le secrétariat est ouvert de 8\u00a0h à 16\u00a0h.");
    }

    byte[] print() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FeeReports reports = school.reports();
        switch (specimen.kind()) {
            case "invoice" -> invoice(out);
            case "invoices" -> invoices(out);
            case "reminder" -> reminder(out);
            case "receipt" -> receipt(reports, out, Print.ORIGINAL, false);
            case "voided" -> receipt(reports, out, Print.COPY, true);
            case "receipts" -> receipts(reports, out);
            case "refund" -> refund(reports, out);
            case "returned-payment" -> returnedPayment(reports, out);
            case "statement" -> {
                account();
                reports.statement(new StatementRequest(CLERK, student(1), DAY.minusDays(30), DAY), out);
            }
            case "history" -> {
                account();
                reports.history(CLERK, student(1), out);
            }
            case "receivables" -> receivables(reports, out);
            case "day-sheet" -> daySheet(reports, out);
            case "class-list" -> classList(reports, out);
            case "deposit-slip" -> depositSlip(reports, out);
            default -> summary(reports, out);
        }
        return out.toByteArray();
    }

    List<Line> lines() {
        return lines;
    }

    /** The sum of the final figures of all its documents. */
    Money total() {
        return total;
    }

    /** The number of documents, each with its own page numbers. */
    int documents() {
        return documents;
    }

    /** The name of a student, numbered from 1. */
    String studentName(int number) {
        return school.record(student(number)).nameOrNumber();
    }

    DocumentTexts wording() {
        return new DocumentTexts(school.settings().current(), ZoneOffset.UTC);
    }

    private StudentNumber student(int number) {
        StudentNumber key = new StudentNumber(texts.studentNumber(number));
        if (school.office.students().find(key).isEmpty()) {
            school.student(
                    key.value(),
                    texts.lastname(number),
                    texts.firstname(number),
                    texts.guardian(number),
                    texts.address());
        }
        return key;
    }

    private Charge charge(StudentNumber student, int line, int all) {
        String[] taxes = new String[specimen.taxes()];
        Money amount = texts.amount(line);
        Money subtotal = amount;
        for (int i = 0; i < taxes.length; i++) {
            Money tax = texts.tax(line, i);
            taxes[i] = texts.taxName(i) + " " + tax.toPlainString();
            subtotal = subtotal.minus(tax);
        }
        lines.add(new Line(SpecimenTexts.mark(line), amount));
        total = total.plus(amount);
        return school.charge(
                student,
                DAY.minusDays(all - line),
                texts.fee(line),
                texts.description(line),
                subtotal.toPlainString(),
                taxes);
    }

    private void invoice(ByteArrayOutputStream out) {
        owe();
        school.invoices(out);
    }

    /** In the tone with the longest letter. */
    private void reminder(ByteArrayOutputStream out) {
        owe();
        school.reminders(
                school.owing().stream()
                        .map(each -> DocumentSchool.reminder(each, Tone.FINAL))
                        .toList(),
                out);
    }

    private void owe() {
        for (int line = 1; line <= specimen.lines(); line++) {
            charge(student(1), line, specimen.lines());
        }
        Money credit = texts.credit();
        school.credit.put(student(1), credit);
        total = total.minus(credit);
    }

    private void invoices(ByteArrayOutputStream out) {
        documents = specimen.lines();
        int line = 0;
        for (int number = 1; number <= documents; number++) {
            for (int own = 0; own < (number - 1) % 4 + 1; own++) {
                charge(student(number), ++line, line);
            }
        }
        school.invoices(out);
    }

    private Receipt receipt(int number, Money received, Charge... settled) {
        Receipt receipt = new Receipt(
                new ReceiptNumber(texts.receiptNumber(number)),
                school.record(student(number)),
                DAY,
                received,
                List.of(settled),
                Optional.of(method(number)),
                texts.reference(number),
                texts.cashier(number),
                Optional.of(DocumentSchool.NOW),
                Optional.empty());
        school.keep(receipt);
        return receipt;
    }

    private PaymentMethod method(int number) {
        return specimen.taxes() == 1 ? PaymentMethod.CHEQUE : METHODS[number % METHODS.length];
    }

    private void receipt(FeeReports reports, ByteArrayOutputStream out, Print print, boolean voided) {
        Charge[] settled = new Charge[specimen.lines()];
        for (int line = 1; line <= settled.length; line++) {
            settled[line - 1] = charge(student(1), line, settled.length);
        }
        total = settled.length == 0 ? texts.amount(1) : total.plus(texts.credit());
        Receipt receipt = receipt(1, total, settled);
        if (voided) {
            school.keep(EveryDocument.voided(receipt, DAY));
        }
        reports.receipt(CLERK, receipt.number(), print, out);
    }

    private void receipts(FeeReports reports, ByteArrayOutputStream out) {
        documents = specimen.lines();
        for (int number = 1; number <= documents; number++) {
            Charge charge = charge(student(number), number, documents);
            Receipt receipt = receipt(number, charge.total(), charge);
            if (number % 10 == 2) {
                school.keep(EveryDocument.voided(receipt, DAY));
            }
        }
        reports.receipts(CLERK, ReceiptQuery.ofDay(DAY), out);
    }

    /** Charges, the last but one of them reversed, and at the end a payment that settles those before it. */
    private void account() {
        StudentNumber student = student(1);
        int all = specimen.lines();
        List<Long> unpaid = new ArrayList<>();
        for (int line = 1; line <= all; line++) {
            if (line == all && all > 1) {
                Money paid = texts.amount(all);
                school.journal.pay(
                        student,
                        DAY,
                        texts.receiptNumber(all),
                        paid.toPlainString(),
                        unpaid.stream()
                                .limit(1 + all / 3)
                                .mapToLong(Long::longValue)
                                .toArray());
                total = total.minus(paid);
            } else if (line % 5 == 0) {
                long reversed = unpaid.remove(unpaid.size() - 1);
                Money lifted = school.journal.entry(reversed).total();
                school.journal.lift(EntryKind.REVERSAL, DAY, reversed, texts.description(line));
                total = total.minus(lifted);
                lines.add(new Line(SpecimenTexts.mark(line), lifted.negated()));
            } else {
                unpaid.add(write(charge(student, line, line), Math.min(29, all - line)));
            }
        }
    }

    /** Enters the charge in the journal, dated some days ago. */
    private long write(Charge charge, int days) {
        return school.journal.charge(
                student(1),
                DAY.minusDays(days),
                charge.name(),
                charge.description(),
                charge.subtotal().toPlainString(),
                charge.taxes().stream()
                        .map(tax -> tax.name() + " " + tax.amount().toPlainString())
                        .toArray(String[]::new));
    }

    private void receivables(FeeReports reports, ByteArrayOutputStream out) {
        for (int line = 1; line <= specimen.lines(); line++) {
            Map<Age, Money> ages = new EnumMap<>(Age.class);
            Money outstanding = money("0");
            for (Age age : Age.values()) {
                boolean some = specimen.texts() == Specimen.Texts.LONGEST || age.ordinal() >= line % 4;
                Money owed = some ? texts.amount(line + age.ordinal()) : money("0");
                ages.put(age, owed);
                outstanding = outstanding.plus(owed);
            }
            Money credit = line % 3 == 0 ? texts.credit() : money("0");
            Money balance = outstanding.minus(credit);
            school.receivables.add(new Receivable(
                    school.record(student(line)), ages, new AccountBalance(student(line), balance, outstanding)));
            lines.add(new Line(SpecimenTexts.studentMark(line), balance));
            total = total.plus(balance);
        }
        reports.receivables(CLERK, DAY, out);
    }

    private void daySheet(FeeReports reports, ByteArrayOutputStream out) {
        for (int line = 1; line <= specimen.lines(); line++) {
            Receipt receipt = receipt(line, texts.amount(line));
            if (line % 10 == 2) {
                school.keep(EveryDocument.voided(receipt, DAY));
                lines.add(new Line(SpecimenTexts.referenceMark(line), money("0")));
            } else {
                total = total.plus(receipt.received());
                lines.add(new Line(SpecimenTexts.referenceMark(line), receipt.received()));
            }
        }
        reports.daySheet(CLERK, DAY, out);
    }

    private void refund(FeeReports reports, ByteArrayOutputStream out) {
        total = texts.amount(1);
        lines.add(new Line(SpecimenTexts.mark(1), total));
        long row = school.counter.add(JournalRow.of(EntryKind.REFUND, total)
                .student(school.record(student(1)))
                .on(DAY)
                .about(texts.description(1))
                .by(PaymentMethod.CHEQUE, texts.reference(1))
                .recorded(texts.cashier(1), Optional.of(DocumentSchool.NOW)));
        reports.refund(CLERK, new RefundNumber(row), out);
    }

    /** The charges are outstanding; the payment of the first of them, or on account, was returned. */
    private void returnedPayment(FeeReports reports, ByteArrayOutputStream out) {
        int all = specimen.lines();
        List<Long> charges = new ArrayList<>();
        for (int line = 1; line <= all; line++) {
            charges.add(write(charge(student(1), line, line), all - line));
        }
        Money paid = all == 0 ? texts.amount(1) : lines.get(0).figure().orElseThrow();
        school.journal.pay(
                student(1),
                DAY,
                7,
                paid.toPlainString(),
                charges.stream().limit(1).mapToLong(Long::longValue).toArray());
        ReceiptNumber receipt = new ReceiptNumber(7);
        school.office
                .corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(), CLERK, receipt, money("0.00"), Optional.of(DAY.plusDays(90)), DAY, "NSF"));
        reports.returnedPayment(CLERK, receipt, out);
    }

    /** Every other student owes nothing any more. */
    private void classList(FeeReports reports, ByteArrayOutputStream out) {
        for (int line = 1; line <= specimen.lines(); line++) {
            JournalRow charge = JournalRow.charge("Trip", "24.95")
                    .student(new StudentSnapshot(
                            student(line), school.record(student(line)).name(), "9", "9A"));
            school.classes.add(line % 2 == 0 ? charge.settledBy(1) : charge);
            lines.add(new Line(SpecimenTexts.studentMark(line), Optional.empty()));
        }
        if (lines.isEmpty()) {
            school.classes.add(JournalRow.charge("Trip", "24.95")
                    .student(new StudentSnapshot(new StudentNumber(1), "Roy, Max", "9", "9B")));
            school.classes.enrol(2, "Roy", "Léa", "9", "9A");
        }
        reports.classList(
                CLERK,
                new CollectionQuery("Trip", GroupKind.HOMEROOM, GroupDay.CHARGE, CollectionPeriod.always()),
                "9A",
                out);
    }

    /** A cheque on each line. */
    private void depositSlip(FeeReports reports, ByteArrayOutputStream out) {
        for (int line = 1; line <= specimen.lines(); line++) {
            StudentNumber payer = school.till.enrol(line, texts.lastname(line), texts.firstname(line), "9", "9A");
            Money amount = texts.amount(line);
            DepositedSchool.pay(
                    school.till, payer, amount.toPlainString(), PaymentMethod.CHEQUE, texts.reference(line));
            lines.add(new Line(SpecimenTexts.referenceMark(line), amount));
            total = total.plus(amount);
        }
        DepositNumber number = school.till
                .deposits()
                .make(new DepositRequest(
                        RequestKey.fresh(), DepositedSchool.CLAIRE, DAY, Optional.empty(), Optional.empty()))
                .summary()
                .number();
        reports.depositSlip(CLERK, number, out);
    }

    private void summary(FeeReports reports, ByteArrayOutputStream out) {
        MonthSummary summary = new SpecimenMonth(specimen, texts).of(SEPTEMBER);
        summary.lines().stream()
                .filter(line -> line.kind() != EntryKind.PAYMENT)
                .forEach(line -> lines.add(new Line(SpecimenTexts.mark(line.count()), line.total())));
        total = summary.total();
        school.summaries.put(SEPTEMBER, summary);
        reports.summary(CLERK, SEPTEMBER, out);
    }
}
