package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.ui.internal.OverviewQueryString;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The day of the figures: a field that opens those of another day, and on a past day the way back to today. The label is beside the field,
 * because the list below needs the height.
 */
final class AsOfDay extends Div {

    /** @param list the word of the list that is shown, if any; it stays on another day */
    AsOfDay(UserContext context, Optional<String> list, Optional<LocalDate> asOf) {
        String label = context.text("overview.as-of");
        DateField day = Styles.id("as-of", new DateField(context, ""));
        day.setAriaLabel(label);
        day.setWidth("10.75rem");
        asOf.ifPresent(day::setValue);
        day.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                open(context, day, list);
            }
        });
        add(Styles.secondaryText(new Span(label)), day);
        asOf.ifPresent(past -> add(Styles.id(
                "as-of-today",
                new Anchor(OverviewQueryString.path(list, Optional.empty()), context.text("overview.as-of.today")))));
        Styles.css("fees-as-of", this);
    }

    /** A later day is refused beside the field. */
    private static void open(UserContext context, DateField day, Optional<String> list) {
        LocalDate today = context.today();
        day.read().ifPresent(chosen -> {
            if (chosen.isAfter(today)) {
                day.setErrorMessage(
                        context.errors().of(new DateNotAllowedException(Limit.AS_OF_AFTER_TODAY, chosen, today)));
                day.setInvalid(true);
            } else {
                Optional<LocalDate> past = Optional.of(chosen).filter(today::isAfter);
                UI.getCurrent().navigate(OverviewQueryString.path(list, past));
            }
        });
    }

    /** What was recorded after a past day for that day or an earlier one. */
    static Span later(UserContext context, KnownThen known, LocalDate day) {
        return Styles.id(
                "recorded-later",
                Styles.secondaryText(new Span(context.text(
                        "overview.later",
                        known.laterRows(),
                        context.format(known.laterTotal()),
                        context.format(day),
                        context.format(known.outstanding()),
                        context.format(known.credit())))));
    }
}
