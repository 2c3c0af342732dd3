package org.openadmin.fees.reports.internal.documents;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.messages.EntryState;

/** The receipts of a day by cashier, with a column for each method that was used. */
final class DaySheetRows {

    private final DocumentTexts words;
    private final LocalDate day;
    private final Money zero;
    private final List<Receipt> receipts;
    private final Set<PaymentMethod> methods = EnumSet.noneOf(PaymentMethod.class);
    private final AmountColumns<Receipt> columns;

    /** @param receipts the receipts of the day, smallest number first */
    DaySheetRows(List<Receipt> receipts, LocalDate day, Money zero, DocumentTexts words) {
        this.receipts = receipts;
        this.day = day;
        this.zero = zero;
        this.words = words;
        this.columns = new AmountColumns<>(words, zero);
        receipts.forEach(receipt -> methods.add(method(receipt)));
        if (methods.size() == 1) {
            columns.add(words.method(methods.iterator().next()), this::counted);
        } else if (!methods.isEmpty()) {
            methods.forEach(method -> columns.addSparse(
                    words.method(method), receipt -> method(receipt) == method ? counted(receipt) : zero));
            columns.add(words.text("total"), this::counted);
        }
    }

    Stream<DocumentRow> rows(ListHeading head) {
        Map<String, Object> document = head.of(
                words.text("date"),
                words.date(day),
                words.text("received"),
                sum(receipts),
                words.text("receiptCount", receipts.size()));
        document.putAll(columns.heads(words.text("receipt"), words.text("student")));
        List<Map<String, Object>> rows = new ArrayList<>();
        if (receipts.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneOnDay")));
        }
        Map<String, List<Receipt>> cashiers = byCashier();
        cashiers.forEach((cashier, taken) -> {
            boolean known = !cashier.isEmpty();
            String name = known ? cashier : words.text("nobody");
            taken.forEach(receipt -> rows.add(AmountColumns.inSection(name, line(receipt))));
            if (cashiers.size() > 1) {
                String total = known ? words.text("totalOf", name) : words.text("total");
                rows.add(AmountColumns.inSection(name, columns.total(total, taken)));
            }
        });
        rows.add(sums());
        return KeepTogether.rows(document, rows);
    }

    private Map<String, Object> line(Receipt receipt) {
        String remark = Stream.of(receipt.reference(), voidedRemark(receipt))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return columns.line(receipt.number().toString(), receipt.studentNameOrNumber(), remark, receipt);
    }

    private String voidedRemark(Receipt receipt) {
        return receipt.voided()
                .map(date -> counts(receipt)
                        ? words.state(EntryState.VOIDED, date)
                        : words.text(
                                "notCounted", words.shortDate(date), words.amountWithoutCurrency(receipt.received())))
                .orElse("");
    }

    private Map<String, Object> sums() {
        TotalsBlock sums = new TotalsBlock(words);
        for (PaymentMethod method : methods) {
            List<Receipt> by = receipts.stream()
                    .filter(receipt -> method(receipt) == method && counts(receipt))
                    .toList();
            sums.add(words.text("methodCount", words.method(method), by.size()), sum(by));
        }
        return sums.endingWith(words.text("received"), sum(receipts));
    }

    private Map<String, List<Receipt>> byCashier() {
        Collator collator = Collator.getInstance(words.locale());
        Comparator<String> byName = Comparator.comparing(String::isEmpty)
                .thenComparing(collator::compare)
                .thenComparing(Comparator.naturalOrder());
        Map<String, List<Receipt>> cashiers = new TreeMap<>(byName);
        receipts.forEach(receipt -> cashiers.computeIfAbsent(receipt.cashier(), name -> new ArrayList<>())
                .add(receipt));
        return cashiers;
    }

    /**
     * A payment voided on a later day still counts, because it was in the till on that evening. The day sheet does not change
     * afterwards.
     */
    private boolean counts(Receipt receipt) {
        return receipt.voided().filter(date -> !date.isAfter(day)).isEmpty();
    }

    private Money counted(Receipt receipt) {
        return counts(receipt) ? receipt.received() : zero;
    }

    private Money sum(List<Receipt> some) {
        return some.stream().map(this::counted).reduce(zero, Money::plus);
    }

    /** Old data has no payment method. */
    private static PaymentMethod method(Receipt receipt) {
        return receipt.method().orElse(PaymentMethod.OTHER);
    }
}
