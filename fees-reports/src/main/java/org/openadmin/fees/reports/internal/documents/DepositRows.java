package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.Deposit.DepositedDifference;
import org.openadmin.fees.api.till.Deposit.DepositedRow;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The slip of a deposit: its cash and where it came from, its cheques, the totals, and who signs. */
final class DepositRows {

    private final Deposit deposit;
    private final DepositSummary summary;
    private final List<String> account;
    private final Money zero;
    private final DocumentTexts words;

    /** @param account the bank account, a line each */
    DepositRows(Deposit deposit, List<String> account, DocumentTexts words) {
        this.deposit = deposit;
        this.summary = deposit.summary();
        this.account = account;
        this.zero = Money.zero(summary.total().currency());
        this.words = words;
    }

    Stream<DocumentRow> rows(ListHeading head) {
        Map<String, Object> document = head.of(
                words.text("depositNumber"),
                summary.number().toString(),
                words.text("total"),
                words.amount(summary.total()),
                subject());
        document.put("columns", 1);
        document.put("headDate", words.text("receipt"));
        document.put("headName", words.text("student"));
        document.put("head0", words.text("amount"));
        List<Map<String, Object>> rows = new ArrayList<>();
        cash(rows);
        cheques(rows);
        rows.add(sums());
        if (!account.isEmpty()) {
            rows.add(note(words.text("paidInto", String.join(", ", account))));
        }
        summary.takesBack().ifPresent(number -> rows.add(note(words.text("takesBack", number, summary.reason()))));
        if (!deposit.takenBackBy().isEmpty()) {
            String numbers =
                    deposit.takenBackBy().stream().map(DepositNumber::toString).collect(Collectors.joining(", "));
            rows.add(note(words.text("takenBackBy", numbers)));
        }
        rows.add(note(words.text("depositMadeBy", summary.madeBy(), words.time(summary.madeAt()))));
        rows.add(note(verification()));
        return KeepTogether.rows(document, rows);
    }

    /** The day, on every page. */
    private String subject() {
        return words.text(summary.isCounterDeposit() ? "counterDepositOf" : "depositOf", words.date(summary.date()));
    }

    private void cash(List<Map<String, Object>> rows) {
        String section = words.text("cashOfDeposit");
        List<DepositedRow> in =
                deposit.cashRows().stream().filter(row -> row.row().isReceipt()).toList();
        List<DepositedRow> out = deposit.cashRows().stream()
                .filter(row -> !row.row().isReceipt())
                .toList();
        if (!in.isEmpty()) {
            rows.add(line(section, "", words.text("cashReceived", in.size()), receipts(in), sum(in)));
        }
        out.forEach(row -> rows.add(line(section, "", paidOut(row), row.row().payer(), row.amount())));
        deposit.differences()
                .forEach(difference ->
                        rows.add(line(section, "", overOrShort(difference), difference.reason(), difference.amount())));
        deposit.cash()
                .map(CountedCash::pieces)
                .ifPresent(pieces -> pieces.forEach(each -> rows.add(line(
                        words.text("notesAndCoins"),
                        each.number() + " ×",
                        words.amountWithoutCurrency(each.value()),
                        "",
                        each.total()))));
    }

    private String paidOut(DepositedRow row) {
        return row.row().kind() == EntryKind.REFUND
                ? words.text("refundOnDay", String.valueOf(row.row().row()))
                : words.text(
                        "voidOfDeposited",
                        row.row().receipt().map(ReceiptNumber::toString).orElse(DocumentTexts.UNKNOWN));
    }

    private String overOrShort(DepositedDifference difference) {
        return words.text("overOrShort", difference.cashier(), words.shortDate(difference.day()));
    }

    /** The numbers of the receipts, such as {@code 3, 5–9}. */
    private String receipts(List<DepositedRow> rows) {
        List<Long> numbers = rows.stream()
                .flatMap(row -> row.row().receipt().stream())
                .map(ReceiptNumber::value)
                .sorted()
                .toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            parts.add(last == i ? String.valueOf(numbers.get(i)) : numbers.get(i) + "–" + numbers.get(last));
            i = last + 1;
        }
        return words.text(
                "receiptsOfDeposit", parts.size() == 1 && numbers.size() == 1 ? 1 : 2, String.join(", ", parts));
    }

    private void cheques(List<Map<String, Object>> rows) {
        deposit.chequeRows()
                .forEach(row -> rows.add(line(
                        words.text("chequesOfDeposit"),
                        row.row().receipt().map(ReceiptNumber::toString).orElse(""),
                        row.row().payer().isEmpty()
                                ? DocumentTexts.UNKNOWN
                                : row.row().payer(),
                        row.row().reference(),
                        row.amount())));
    }

    private Map<String, Object> line(String section, String date, String name, String description, Money amount) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", "LINE");
        line.put("date", date);
        line.put("name", name);
        if (!description.isEmpty()) {
            line.put("description", description);
        }
        line.put("cell0", words.amountWithoutCurrency(amount));
        return AmountColumns.inSection(section, line);
    }

    private Map<String, Object> sums() {
        TotalsBlock sums = new TotalsBlock(words);
        if (!summary.difference().isZero()) {
            sums.add(words.text("cashRows"), summary.cashRows());
            sums.add(words.text("difference"), summary.difference());
        }
        sums.add(words.text("cashOfDeposit"), summary.cash());
        sums.add(words.text("chequeCount", summary.chequeCount()), summary.cheques());
        return sums.endingWith(words.text("total"), summary.total());
    }

    private String verification() {
        return summary.verification()
                .map(by -> words.text("depositVerifiedBy", by.by(), words.time(by.at())))
                .orElseGet(() -> words.text(summary.toVerify() ? "depositToVerify" : "depositNotVerified"));
    }

    private static Map<String, Object> note(String text) {
        return Map.of("kind", "NOTE", "name", text);
    }

    private Money sum(List<DepositedRow> rows) {
        return rows.stream().map(DepositedRow::amount).reduce(zero, Money::plus);
    }
}
