package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * A month with as many lines as a {@link Specimen}: charges, a fifth of them cancelled, and payments if there are several lines.
 */
final class SpecimenMonth {

    private static final int CANCELLED = 5;
    private static final int PAYMENTS = 90;

    private final Specimen specimen;
    private final SpecimenTexts texts;

    SpecimenMonth(Specimen specimen, SpecimenTexts texts) {
        this.specimen = specimen;
        this.texts = texts;
    }

    MonthSummary of(YearMonth month) {
        List<MonthSummary.Line> lines = new ArrayList<>();
        int all = specimen.lines();
        for (int line = 1; line <= all; line++) {
            lines.add(line <= all - all / CANCELLED ? charged(line) : cancelled(line));
        }
        if (all > 1) {
            for (PaymentMethod method : PaymentMethod.values()) {
                lines.add(paid(method));
            }
        }
        List<String> taxes =
                IntStream.range(0, specimen.taxes()).mapToObj(texts::taxName).toList();
        Money total = lines.stream().map(MonthSummary.Line::total).reduce(money("0"), Money::plus);
        int count = lines.stream().mapToInt(MonthSummary.Line::count).sum();
        return new MonthSummary(month, taxes, lines, count, total);
    }

    private MonthSummary.Line charged(int line) {
        Map<String, Money> taxes = new TreeMap<>();
        Money subtotal = texts.amount(line);
        for (int i = 0; i < specimen.taxes(); i++) {
            taxes.put(texts.taxName(i), texts.tax(line, i));
            subtotal = subtotal.minus(texts.tax(line, i));
        }
        String name = texts.fee(line) + " " + SpecimenTexts.mark(line);
        String account = line % 2 == 0 ? "4010" : "";
        return new MonthSummary.Line(
                EntryKind.CHARGE, name, Optional.empty(), account, line, subtotal, taxes, texts.amount(line));
    }

    private MonthSummary.Line cancelled(int line) {
        MonthSummary.Line charged = charged(line);
        Map<String, Money> taxes = new TreeMap<>(charged.taxes());
        taxes.replaceAll((name, tax) -> tax.negated());
        return new MonthSummary.Line(
                EntryKind.REVERSAL,
                charged.name(),
                charged.method(),
                charged.account(),
                charged.count(),
                charged.subtotal().negated(),
                taxes,
                charged.total().negated());
    }

    private MonthSummary.Line paid(PaymentMethod method) {
        Money paid = texts.amount(PAYMENTS + method.ordinal()).negated();
        return new MonthSummary.Line(
                EntryKind.PAYMENT, "Payment", Optional.of(method), "1000", 3, paid, Map.of(), paid);
    }
}
