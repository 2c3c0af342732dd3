package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The lines of a month as the accountant gets them, with totals below; a tax has a column only if it occurs in the month.
 */
final class MonthGrid extends Grid<Line> {

    private final UserContext context;
    private final MonthSummary summary;
    private final Money zero;

    MonthGrid(UserContext context, MonthSummary summary) {
        this.context = context;
        this.summary = summary;
        zero = Money.zero(summary.total().currency());
        setId("month-grid");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Styles.css("fees-month-grid", Styles.css(Styles.DIGITS, this));
        setSelectionMode(SelectionMode.NONE);
        text("kind", line -> context.format(line.kind()))
                .setWidth("6.75rem")
                .setFooter(footer(context.text("export.sum")));
        text("name", this::name).setWidth("8rem").setFlexGrow(3);
        if (summary.lines().stream().anyMatch(line -> !line.account().isBlank())) {
            text("account", Line::account).setWidth("6rem");
        }
        figure("count", line -> context.text("export.count", line.count()))
                .setWidth("4.5rem")
                .setFooter(footer(context.text("export.count", summary.count())));
        amount(
                "subtotal",
                context.text("export.column.subtotal"),
                line -> line.kind().isCharged(line.total()) ? line.subtotal() : zero);
        for (String tax : summary.taxNames()) {
            if (summary.lines().stream().anyMatch(line -> !tax(line, tax).isZero())) {
                amount("tax-" + tax, context.taxName(tax), line -> tax(line, tax));
            }
        }
        String currency = zero.currency().getCurrencyCode();
        for (Column<Line> column : List.of(
                amount("charges", context.text("export.column.charges", currency), line -> charged(line, true)),
                amount("payments", context.text("export.column.payments", currency), line -> charged(line, false)
                        .negated()))) {
            column.setWidth("7.25rem").setFrozenToEnd(true);
        }
        setItems(summary.lines());
    }

    /** The fee's name, or the payment method. */
    private String name(Line line) {
        return line.method().map(context::format).orElseGet(() -> switch (line.kind()) {
            // the stored name is in the school's language
            case PAYMENT, ON_ACCOUNT, VOID, REFUND, ROUNDING, SPLIT, TRANSFER, MOVE, OPENING ->
                context.format(line.kind());
            case CHARGE, REVERSAL, WAIVER, OTHER -> line.name();
        });
    }

    /**
     * The total of a line for the column of charges or for the column of money, with the sign of the journal; zero in the other
     * column.
     */
    private Money charged(Line line, boolean charged) {
        return line.kind().isCharged(line.total()) == charged ? line.total() : zero;
    }

    private Money tax(Line line, String tax) {
        return line.taxes().getOrDefault(tax, zero);
    }

    private Column<Line> text(String key, Function<Line, String> value) {
        return addColumn(value::apply)
                .setKey(key)
                .setHeader(context.text("export.column." + key))
                .setFlexGrow(1);
    }

    private Column<Line> figure(String key, Function<Line, String> value) {
        return text(key, value).setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
    }

    private Column<Line> amount(String key, String header, Function<Line, Money> amount) {
        Money sum = summary.lines().stream().map(amount).reduce(zero, Money::plus);
        return addColumn(line -> amount.apply(line).isZero() ? "" : context.format(amount.apply(line)))
                .setKey(key)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.5rem")
                .setFlexGrow(0)
                .setFooter(footer(context.format(sum)));
    }

    private static Span footer(String text) {
        return Styles.css("fees-month-sum", Styles.figure(new Span(text)));
    }
}
