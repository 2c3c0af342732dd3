package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openadmin.fees.api.Money;

/** A bar as long as its share of the longest one. It only repeats what stands beside it as text, so it is not read aloud. */
public final class BarCell extends Div {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public BarCell(Money amount, Money longest, String lumoColour, String height) {
        getElement().setAttribute("aria-hidden", "true");
        Div filled = new Div();
        filled.getStyle()
                .set("width", percent(amount, longest) + "%")
                .set("height", "100%")
                .set("background", "var(--lumo-" + lumoColour + ")")
                .set("border-radius", "0 var(--lumo-border-radius-s) var(--lumo-border-radius-s) 0");
        if (amount.isPositive()) {
            filled.getStyle().set("min-width", "2px");
        }
        add(filled);
        getStyle().set("height", height).set("border-left", "1px solid var(--lumo-contrast-30pct)");
    }

    /** Nothing, and what is below it, has no length. */
    public static BigDecimal percent(Money amount, Money longest) {
        return amount.isPositive()
                ? amount.amount().multiply(WHOLE).divide(longest.amount(), 1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }
}
