package org.openadmin.fees.ui.internal.catchup;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.catchup.CatchUpTerms;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Styles;

/** Whether those who have joined are charged by days or in full, and from which day. */
final class JoiningTerms extends Div {

    private final UserContext context;
    private final transient FeePeriod period;
    private final transient CatchUpTerms shown;
    private final transient Consumer<CatchUpTerms> again;
    private final RadioButtonGroup<Boolean> full = Styles.id("catch-up-full", new RadioButtonGroup<>());
    private final DateField joinedOn;

    /**
     * @param shown the terms of the lists that are shown
     * @param again compares the group again, with other terms
     */
    JoiningTerms(UserContext context, FeePeriod period, CatchUpTerms shown, Consumer<CatchUpTerms> again) {
        this.context = context;
        this.period = period;
        this.shown = shown;
        this.again = again;
        full.setLabel(context.text("catchup.price"));
        full.setItems(false, true);
        full.setItemLabelGenerator(all -> context.text(all ? "catchup.price.full" : "catchup.price.days"));
        full.setValue(shown.full());
        full.addValueChangeListener(e -> choose());
        joinedOn = Styles.id("catch-up-joined-on", new DateField(context, context.text("catchup.joined-on")));
        joinedOn.setValue(shown.joinedOn().orElse(shown.date()));
        joinedOn.setEnabled(!shown.full());
        joinedOn.addValueChangeListener(e -> choose());
        add(Styles.row(full, joinedOn));
    }

    private void choose() {
        if (!joinedOn.isReadable()) {
            return;
        }
        LocalDate day = joinedOn.getOptionalValue().orElse(shown.date());
        CatchUpTerms chosen = new CatchUpTerms(
                shown.date(), Optional.of(day).filter(given -> !given.equals(shown.date())), full.getValue());
        try {
            chosen.charged(period);
        } catch (FeesException e) {
            joinedOn.refuse(context.errors().of(e));
            return;
        }
        again.accept(chosen);
    }
}
