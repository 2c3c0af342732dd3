package org.openadmin.fees.internal.journal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.spi.Settings;

/**
 * Combines the groups of a month into the accountant's lines. Fees and taxes whose names differ only in case are one. Money has
 * one line for each method, whatever the name on the rows: the school may have changed its language.
 */
public final class MonthLines {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
            .thenComparing(Key::folded)
            .thenComparing(key -> key.method.map(Enum::ordinal).orElse(PaymentMethod.values().length));

    private record Key(EntryKind kind, String folded, Optional<PaymentMethod> method) {}

    private final Settings settings;
    private final Money zero;
    /** The spelling of each tax, by its name in any case: as configured, otherwise as on the first row. */
    private final Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final List<String> taxNames = new ArrayList<>();
    private final Map<Key, Line> lines = new TreeMap<>(ORDER);

    public MonthLines(Settings settings) {
        this.settings = settings;
        this.zero = Money.zero(settings.currency());
        settings.taxNames().forEach(this::spelled);
    }

    public MonthLines add(MonthGroup group) {
        boolean money = isMoney(group.kind());
        String name = name(group);
        Optional<PaymentMethod> method = money ? group.method() : Optional.empty();
        Key key = new Key(group.kind(), money ? "" : name.toLowerCase(Locale.ROOT), method);
        Line empty = new Line(
                group.kind(),
                name,
                method,
                settings.accounts().of(group.kind(), name, method),
                0,
                zero,
                Map.of(),
                zero);
        lines.put(key, plus(lines.getOrDefault(key, empty), group));
        return this;
    }

    public MonthSummary summary(YearMonth month) {
        List<Line> all = List.copyOf(lines.values());
        return new MonthSummary(
                month,
                taxNames,
                all,
                all.stream().mapToInt(Line::count).sum(),
                all.stream().map(Line::total).reduce(zero, Money::plus));
    }

    private Line plus(Line line, MonthGroup group) {
        boolean taxed = isTaxed(group.kind());
        return new Line(
                line.kind(),
                line.name(),
                line.method(),
                line.account(),
                line.count() + group.count(),
                line.subtotal().plus(taxed ? group.subtotal() : group.total()),
                taxed ? taxes(line.taxes(), group.taxes()) : Map.of(),
                line.total().plus(group.total()));
    }

    private Map<String, Money> taxes(Map<String, Money> before, List<Tax> more) {
        Map<String, Money> taxes = new LinkedHashMap<>(before);
        more.stream()
                .filter(tax -> !tax.amount().isZero())
                .forEach(tax -> taxes.merge(spelled(tax.name()), tax.amount(), Money::plus));
        return taxes;
    }

    private String spelled(String name) {
        return spelling.computeIfAbsent(name.strip(), written -> {
            taxNames.add(written);
            return written;
        });
    }

    private String name(MonthGroup group) {
        return switch (group.kind()) {
            case PAYMENT, ON_ACCOUNT -> JournalTexts.payment(settings.locale());
            case VOID -> JournalTexts.voided(settings.locale());
            case REFUND -> JournalTexts.refund(settings.locale());
            case ROUNDING -> JournalTexts.rounding(settings.locale());
            case SPLIT -> JournalTexts.split(settings.locale());
            case TRANSFER -> JournalTexts.transfer(settings.locale());
            case MOVE -> JournalTexts.move(settings.locale());
            case OPENING -> JournalTexts.opening(settings.locale());
            case CHARGE, REVERSAL, WAIVER, OTHER -> group.name();
        };
    }

    /** Whether a row of this kind is a charge, or the opposite of one. */
    private static boolean isTaxed(EntryKind kind) {
        return kind == EntryKind.CHARGE || kind == EntryKind.REVERSAL || kind == EntryKind.WAIVER;
    }

    private static boolean isMoney(EntryKind kind) {
        return !isTaxed(kind) && kind != EntryKind.OTHER;
    }
}
