package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** One month by kind, fee and method, with a column for each tax of the month. */
final class SummaryRows {

    private final DocumentTexts words;
    private final MonthSummary summary;
    private final Money zero;
    private final AmountColumns<Line> columns;

    SummaryRows(MonthSummary summary, DocumentTexts words) {
        this.summary = summary;
        this.words = words;
        this.zero = Money.zero(summary.total().currency());
        this.columns = new AmountColumns<>(words, zero);
        List<String> taxes = summary.taxNames().stream()
                .filter(name -> summary.lines().stream()
                        .anyMatch(line -> !taxes(line, Set.of(name)).isZero()))
                .toList();
        if (!taxes.isEmpty()) {
            columns.add(words.text("subtotal"), line -> shown(line, line.subtotal()));
            TaxColumns.of(taxes, words).forEach((head, names) -> columns.addSparse(head, line -> taxes(line, names)));
        }
        columns.add(words.text("total"), line -> shown(line, line.total()));
    }

    Stream<DocumentRow> rows(ListHeading head) {
        Map<String, Object> document = head.of(
                words.text("month"),
                words.month(summary.month()),
                words.text("monthTotal"),
                summary.total(),
                words.text("transactionCount", summary.count()));
        document.putAll(columns.heads(words.text("count"), words.text("feeOrMethod")));
        Map<EntryKind, List<Line>> kinds = new EnumMap<>(EntryKind.class);
        summary.lines().forEach(line -> kinds.computeIfAbsent(line.kind(), kind -> new ArrayList<>())
                .add(line));
        List<Map<String, Object>> rows = new ArrayList<>();
        if (kinds.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneInMonth")));
        }
        TotalsBlock sums = new TotalsBlock(words);
        kinds.forEach((kind, lines) -> {
            String name = words.plural(kind);
            lines.forEach(line -> rows.add(AmountColumns.inSection(name, row(line))));
            if (lines.size() > 1) {
                rows.add(AmountColumns.inSection(name, columns.total(words.text("total"), lines)));
            }
            sums.add(name, lines.stream().map(Line::total).reduce(zero, Money::plus));
        });
        rows.add(sums.endingWith(words.text("monthTotal"), summary.total()));
        return KeepTogether.rows(document, rows);
    }

    /** Money received is shown as positive; the sums below the table subtract it. */
    private static Money shown(Line line, Money amount) {
        return line.kind().isReceipt() ? amount.negated() : amount;
    }

    private Map<String, Object> row(Line line) {
        String account = line.account().isEmpty() ? "" : words.text("account", line.account());
        return columns.line(words.count(line.count()), name(line), account, line);
    }

    private String name(Line line) {
        String fee = line.name().isEmpty() ? DocumentTexts.UNKNOWN : line.name();
        return switch (line.kind()) {
            case PAYMENT, ON_ACCOUNT, VOID, REFUND ->
                line.method().map(words::method).orElseGet(() -> words.text("noMethod"));
            case CHARGE, REVERSAL, WAIVER, ROUNDING, SPLIT, TRANSFER, MOVE, OPENING, OTHER -> fee;
        };
    }

    private Money taxes(Line line, Set<String> names) {
        return names.stream().map(name -> line.taxes().getOrDefault(name, zero)).reduce(zero, Money::plus);
    }
}
