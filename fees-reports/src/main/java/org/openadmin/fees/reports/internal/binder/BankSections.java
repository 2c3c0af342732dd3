package org.openadmin.fees.reports.internal.binder;

import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.binder.BinderDeposit;
import org.openadmin.fees.api.binder.CashUp;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DepositSummary.Verification;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.reports.internal.documents.BinderPdf.Section;
import org.openadmin.fees.reports.internal.lists.TableFile;

/** The way of the money to the bank: deposits, what waits, and the counts of the drawers. */
final class BankSections {

    private final Binder binder;
    private final Money zero;

    BankSections(Binder binder, Money zero) {
        this.binder = binder;
        this.zero = zero;
    }

    void write() {
        deposits();
        undeposited();
        cashUps();
    }

    /** The numbers and the sums of the deposits so far. */
    private final class Deposited {

        private long first;
        private long last;
        private long missing;
        private Money cash = zero;
        private Money cheques = zero;

        void add(DepositSummary deposit) {
            long number = deposit.number().value();
            if (first == 0) {
                first = number;
            } else {
                missing += number - last - 1;
            }
            last = number;
            cash = cash.plus(deposit.cash());
            cheques = cheques.plus(deposit.cheques());
        }
    }

    private void deposits() {
        Section section = binder.pdf()
                .section("binder.deposits", "number", "binder.deposited", "binder.cash", "binder.cheques", "total");
        Deposited sums = new Deposited();
        binder.file(
                "03-deposits.csv",
                file -> binder.content().deposits(each -> {
                    DepositSummary deposit = each.deposit();
                    sums.add(deposit);
                    row(each, file);
                    section.line(
                            deposit.number().toString(),
                            binder.words().shortDate(deposit.date()),
                            description(each),
                            deposit.cash(),
                            deposit.cheques(),
                            deposit.total());
                }),
                "deposit",
                "date",
                "until",
                "cash rows",
                "over or short",
                "cash",
                "number of cheques",
                "cheques",
                "total",
                "oldest money",
                "days to bank",
                "takes back",
                "reason",
                "made by",
                "made at",
                "verified by",
                "verified at");
        if (sums.first > 0) {
            section.total(binder.words().text("total"), sums.cash, sums.cheques, sums.cash.plus(sums.cheques));
            section.addNote(binder.words()
                    .text(
                            "binder.depositSeries",
                            String.valueOf(sums.first),
                            String.valueOf(sums.last),
                            sums.missing,
                            sums.first == sums.last ? 1 : 2));
        }
        section.end();
    }

    private static void row(BinderDeposit each, TableFile file) {
        DepositSummary deposit = each.deposit();
        file.row(
                deposit.number().value(),
                deposit.date(),
                deposit.until(),
                deposit.cashRows(),
                deposit.difference(),
                deposit.cash(),
                deposit.chequeCount(),
                deposit.cheques(),
                deposit.total(),
                each.oldest(),
                number(each.days()),
                deposit.takesBack().map(DepositNumber::value),
                deposit.reason(),
                deposit.madeBy(),
                deposit.madeAt(),
                deposit.verification().map(Verification::by),
                deposit.verification().map(Verification::at));
    }

    private static Optional<Long> number(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private String description(BinderDeposit each) {
        DepositSummary deposit = each.deposit();
        return Binder.line(
                binder.words().text("binder.madeBy", deposit.madeBy()),
                deposit.verification()
                        .map(by -> binder.words().text("binder.verifiedBy", by.by()))
                        .orElseGet(() -> binder.words().text("binder.notVerified")),
                each.days().isPresent()
                        ? binder.words().text("binder.daysToBank", each.days().getAsLong())
                        : "",
                deposit.difference().isZero()
                        ? ""
                        : binder.words()
                                .text("binder.overShort", binder.words().amountWithoutCurrency(deposit.difference())),
                deposit.takesBack()
                        .map(number -> binder.words().text("takesBack", number.toString(), deposit.reason()))
                        .orElse(""));
    }

    private void undeposited() {
        Section section = binder.pdf().section("binder.undeposited", "receipt", "student", "amount");
        Money[] sum = {zero};
        binder.file(
                "04-undeposited.csv",
                file -> binder.content().undeposited(row -> {
                    sum[0] = sum[0].plus(row.amount());
                    waiting(row, file);
                    section.line(
                            row.receipt().map(ReceiptNumber::toString).orElse(""),
                            row.payer(),
                            Binder.line(
                                    binder.words().kind(row.kind()),
                                    binder.words().shortDate(row.date()),
                                    binder.words().method(row.method()),
                                    row.reference(),
                                    row.cashier()),
                            row.amount());
                }),
                "row",
                "kind",
                "receipt",
                "date",
                "student",
                "student name",
                "method",
                "reference",
                "cashier",
                "amount");
        section.total(binder.words().text("total"), sum[0]);
        section.end();
    }

    private static void waiting(MoneyRow row, TableFile file) {
        file.row(
                row.row(),
                Binder.code(row.kind()),
                row.receipt().map(ReceiptNumber::value),
                row.date(),
                row.student().map(StudentSnapshot::number),
                row.student().map(StudentSnapshot::name),
                row.method().keyword(),
                row.reference(),
                row.cashier(),
                row.amount());
    }

    private void cashUps() {
        Section section = binder.pdf()
                .section(
                        "binder.cashUps",
                        "binder.day",
                        "binder.cashier",
                        "binder.expected",
                        "binder.counted",
                        "binder.difference");
        Money[] difference = {zero};
        binder.file(
                "05-cash-counts.csv",
                file -> binder.content().cashUps(each -> {
                    if (each.valid()) {
                        difference[0] = difference[0].plus(each.count().difference());
                    }
                    count(each, file);
                    count(each, section);
                }),
                "count",
                "day",
                "cashier",
                "float",
                "cash of the day",
                "deposited",
                "expected",
                "counted",
                "over or short",
                "reason",
                "counted by",
                "counted at",
                "valid");
        section.addNote(
                binder.words().text("binder.overShortSum", binder.words().amount(difference[0])));
        section.end();
    }

    private static void count(CashUp each, TableFile file) {
        DrawerCount count = each.count();
        file.row(
                count.number(),
                count.day(),
                count.cashier(),
                count.opening(),
                count.moved(),
                count.deposited(),
                count.expected(),
                count.counted().total(),
                count.difference(),
                count.reason(),
                count.countedBy(),
                count.countedAt(),
                each.valid() ? "yes" : "no");
    }

    private void count(CashUp each, Section section) {
        DrawerCount count = each.count();
        section.line(
                binder.words().shortDate(count.day()),
                count.cashier(),
                Binder.line(
                        count.reason(),
                        binder.words()
                                .text(
                                        "binder.countedBy",
                                        count.countedBy(),
                                        binder.words().time(count.countedAt())),
                        each.valid() ? "" : binder.words().text("binder.replaced")),
                count.expected(),
                count.counted().total(),
                count.difference());
    }
}
