package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openadmin.fees.api.Money;

/**
 * A bar whose length is its share of the longest one. The same figure is beside it as text, so screen readers skip the
 * bar.
 */
public final class BarCell extends Div {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public BarCell(Money amount, Money longest) {
        getElement().setAttribute("aria-hidden", "true");
        Styles.css("fees-bar", this);
        if (amount.isPositive()) {
            Div filled = Styles.css("fees-bar-filled", new Div());
            filled.getStyle().set("width", percent(amount, longest) + "%");
            add(filled);
        }
    }

    /** Zero and negative amounts have no length. */
    public static BigDecimal percent(Money amount, Money longest) {
        return amount.isPositive()
                ? amount.amount().multiply(WHOLE).divide(longest.amount(), 1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }
}
