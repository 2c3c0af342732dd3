package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import java.util.Set;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.StatTiles;

/**
 * A month in figures: charges, money received, other rows if there are any, and the total of the journal: charged − received +
 * other.
 */
final class MonthFigures extends Div {

    private static final Set<EntryKind> CHARGED = EnumSet.of(EntryKind.CHARGE, EntryKind.REVERSAL, EntryKind.WAIVER);
    /** What rearranges adds up to zero, and is here so that it is neither charged nor received. */
    private static final Set<EntryKind> OTHER = EnumSet.of(
            EntryKind.ROUNDING,
            EntryKind.SPLIT,
            EntryKind.TRANSFER,
            EntryKind.MOVE,
            EntryKind.OPENING,
            EntryKind.OTHER);

    private static final Set<EntryKind> RECEIVED =
            EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT, EntryKind.VOID, EntryKind.REFUND);

    private final MonthSummary summary;

    MonthFigures(UserContext context, MonthSummary summary) {
        this.summary = summary;
        setId("month-figures");
        Money other = sum(OTHER);
        add(StatTiles.of("month-charged", context.text("export.charged"), context.format(sum(CHARGED)), ""));
        Money received = sum(RECEIVED).negated();
        add(StatTiles.of("month-received", context.text("export.received"), context.format(received), ""));
        if (!other.isZero()) {
            add(StatTiles.of("month-other", context.text("export.other"), context.format(other), ""));
        }
        add(StatTiles.of(
                "month-total",
                context.text("export.journal", summary.total().currency().getCurrencyCode()),
                context.format(summary.total()),
                context.text("export.rows", summary.count())));
        StatTiles.row(this);
    }

    private Money sum(Set<EntryKind> kinds) {
        return summary.lines().stream()
                .filter(line -> kinds.contains(line.kind()))
                .map(MonthSummary.Line::total)
                .reduce(Money.zero(summary.total().currency()), Money::plus);
    }
}
