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
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.messages.EntryState;

/** The money of a day by cashier, with a column for each method that was used: receipts, and after them what was paid out. */
final class DaySheetRows {

    private final DocumentTexts words;
    private final LocalDate day;
    private final Money zero;
    private final List<DrawerMovement> movements;
    private final Set<PaymentMethod> methods = EnumSet.noneOf(PaymentMethod.class);
    private final AmountColumns<DrawerMovement> columns;

    /** @param movements receipts by number, and after them what was paid out */
    DaySheetRows(List<DrawerMovement> movements, LocalDate day, Money zero, DocumentTexts words) {
        // a receipt voided on its own day is one line that does not count
        this.movements = movements.stream()
                .filter(movement -> !movement.isVoidOfSameDay())
                .toList();
        this.day = day;
        this.zero = zero;
        this.words = words;
        this.columns = new AmountColumns<>(words, zero);
        this.movements.forEach(movement -> methods.add(method(movement)));
        if (methods.size() == 1) {
            columns.add(words.method(methods.iterator().next()), this::counted);
        } else if (!methods.isEmpty()) {
            methods.forEach(method -> columns.addSparse(
                    words.method(method), movement -> method(movement) == method ? counted(movement) : zero));
            columns.add(words.text("total"), this::counted);
        }
    }

    Stream<DocumentRow> rows(ListHeading head) {
        Map<String, Object> document =
                head.of(words.text("date"), words.date(day), words.text(netName()), sum(movements), count());
        document.putAll(columns.heads(words.text("receipt"), words.text("student")));
        List<Map<String, Object>> rows = new ArrayList<>();
        if (movements.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneOnDay")));
        }
        Map<String, List<DrawerMovement>> cashiers = byCashier();
        cashiers.forEach((cashier, own) -> {
            boolean known = !cashier.isEmpty();
            String name = known ? cashier : words.text("nobody");
            own.forEach(movement -> rows.add(AmountColumns.inSection(name, line(movement))));
            if (cashiers.size() > 1) {
                String total = known ? words.text("totalOf", name) : words.text("total");
                rows.add(AmountColumns.inSection(name, columns.total(total, own)));
            }
        });
        rows.add(sums());
        return KeepTogether.rows(document, rows);
    }

    private String count() {
        int receipts = counting(movements, true).size();
        int out = counting(movements, false).size();
        return out == 0 ? words.text("receiptCount", receipts) : words.text("receiptsAndPaidOut", receipts, out);
    }

    /** The final figure is what was received, unless money was paid out. */
    private String netName() {
        return movements.stream().allMatch(movement -> movement.kind().isReceipt()) ? "received" : "netReceived";
    }

    private Map<String, Object> line(DrawerMovement movement) {
        String remark = Stream.of(paidOutRemark(movement), movement.reference(), voidedRemark(movement))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return columns.line(
                movement.receipt().map(Object::toString).orElse(""),
                movement.student().map(StudentSnapshot::nameOrNumber).orElse(DocumentTexts.UNKNOWN),
                remark,
                movement);
    }

    private String paidOutRemark(DrawerMovement movement) {
        if (movement.kind() == EntryKind.REFUND) {
            return words.text("refundOnDay", String.valueOf(movement.row()));
        }
        if (movement.kind() == EntryKind.VOID) {
            return movement.received()
                    .map(date -> words.text("voidOfOtherDay", words.shortDate(date)))
                    .orElseGet(() -> words.kind(EntryKind.VOID));
        }
        return "";
    }

    private String voidedRemark(DrawerMovement movement) {
        return movement.voided()
                .map(date -> movement.isVoidedSameDay()
                        ? words.text(
                                "notCounted", words.shortDate(date), words.amountWithoutCurrency(movement.amount()))
                        : words.state(EntryState.VOIDED, date))
                .orElse("");
    }

    /** For each method what came in, and where money went out also that and the difference, as it must be in the drawer. */
    private Map<String, Object> sums() {
        TotalsBlock sums = new TotalsBlock(words);
        for (PaymentMethod method : methods) {
            List<DrawerMovement> own = movements.stream()
                    .filter(movement -> method(movement) == method)
                    .toList();
            List<DrawerMovement> in = counting(own, true);
            List<DrawerMovement> out = counting(own, false);
            String name = words.method(method);
            if (out.isEmpty()) {
                sums.add(words.text("methodCount", name, count(in)), sum(in));
            } else {
                sums.add(words.text("methodIn", name, count(in)), sum(in));
                sums.add(words.text("methodOut", name, out.size()), sum(out));
                sums.add(words.text("methodNet", name), sum(own));
            }
        }
        return sums.endingWith(words.text(netName()), sum(movements));
    }

    private Map<String, List<DrawerMovement>> byCashier() {
        Collator collator = Collator.getInstance(words.locale());
        Comparator<String> byName = Comparator.comparing(String::isEmpty)
                .thenComparing(collator::compare)
                .thenComparing(Comparator.naturalOrder());
        Map<String, List<DrawerMovement>> cashiers = new TreeMap<>(byName);
        movements.forEach(movement -> cashiers.computeIfAbsent(movement.cashier(), name -> new ArrayList<>())
                .add(movement));
        return cashiers;
    }

    /** The receipts, or what was paid out, that count on this day. */
    private static List<DrawerMovement> counting(List<DrawerMovement> some, boolean receipts) {
        return some.stream()
                .filter(movement -> movement.kind().isReceipt() == receipts && !movement.isVoidedSameDay())
                .toList();
    }

    /** The number of receipts: one for several accounts has a movement for each. Old data may have a number twice, without a cashier. */
    private static int count(List<DrawerMovement> receipts) {
        return (int) receipts.stream()
                .map(movement -> movement.cashier().isEmpty()
                        ? List.of(movement.row())
                        : List.of(movement.receipt(), movement.cashier()))
                .distinct()
                .count();
    }

    /**
     * A payment voided on a later day still counts, because it was in the drawer on that evening. Its void counts on the day of the
     * void.
     */
    private Money counted(DrawerMovement movement) {
        return movement.isVoidedSameDay() ? zero : movement.amount();
    }

    private Money sum(List<DrawerMovement> some) {
        return some.stream().map(this::counted).reduce(zero, Money::plus);
    }

    /** Old data has no payment method. */
    private static PaymentMethod method(DrawerMovement movement) {
        return movement.method().orElse(PaymentMethod.OTHER);
    }
}
