package org.openadmin.fees.ui.internal.parents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.parents.ChildFees;
import org.openadmin.fees.api.parents.FamilyFees;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** One sum for all children: what is due now, and below it what is overdue, what is due later, and what was paid ahead. */
final class FamilySummary extends Div {

    private final UserContext context;
    private final FamilyMoney money;

    FamilySummary(UserContext context, FamilyMoney money, FamilyFees family) {
        this.context = context;
        this.money = money;
        setId("family-summary");
        Styles.css("fees-stack", Styles.boxed(this));
        if (family.due().isPositive()) {
            add(
                    Styles.secondaryText(new Span(context.text("my.due"))),
                    Styles.css(
                            Styles.DIGITS,
                            Styles.css(
                                    "fees-family-sum", Styles.id("family-due", new Span(money.format(family.due()))))));
        } else {
            // never a sum of zero above fees that are to be paid later
            String nothing = family.later().isPositive() ? "my.due.nothing" : "my.nothing";
            add(Styles.css("fees-very-large", Styles.strong(Styles.id("family-due", new Span(context.text(nothing))))));
        }
        family.overdueSince()
                .ifPresent(since -> line(
                        "family-overdue",
                        context.text(
                                family.overdue().equals(family.due()) ? "my.overdue.all" : "my.overdue",
                                money.format(family.overdue()),
                                context.format(since))));
        family.nextDue()
                .ifPresent(next -> line(
                        "family-later", context.text("my.later", money.format(family.later()), context.format(next))));
        paidAhead(family);
    }

    private void paidAhead(FamilyFees family) {
        Money left = family.children().stream().map(ChildFees::left).reduce(Money.zero(family.currency()), Money::plus);
        if (family.paidAhead().isPositive()) {
            String all = money.format(family.paidAhead());
            boolean some = left.isPositive() && !left.equals(family.paidAhead());
            line(
                    "family-ahead",
                    some ? context.text("my.ahead.left", all, money.format(left)) : context.text("my.ahead", all));
        }
    }

    private void line(String id, String text) {
        add(Styles.id(id, new Paragraph(text)));
    }
}
