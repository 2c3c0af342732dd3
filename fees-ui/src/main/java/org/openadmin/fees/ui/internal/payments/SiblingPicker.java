package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Families.Sibling;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.Styles;

/** The siblings of a student, each with what is due. A selected sibling's charges are paid with the same payment. */
final class SiblingPicker extends Div {

    private final UserContext context;
    private final Map<Sibling, Checkbox> ticks = new LinkedHashMap<>();

    /** @param selected receives a sibling who was selected or cleared */
    SiblingPicker(UserContext context, List<Sibling> siblings, BiConsumer<Sibling, Boolean> selected) {
        this.context = context;
        setId("siblings");
        Styles.css("fees-siblings", this);
        setVisible(!siblings.isEmpty());
        getElement().setAttribute("role", "group");
        Span title = Styles.id("siblings-title", new Span(context.text("pay.siblings")));
        getElement().setAttribute("aria-labelledby", "siblings-title");
        add(title);
        siblings.forEach(sibling -> add(choice(sibling, selected)));
    }

    private Component choice(Sibling sibling, BiConsumer<Sibling, Boolean> selected) {
        if (sibling.outstanding().isEmpty()) {
            return Styles.secondaryText(new Span(label(sibling)));
        }
        Checkbox tick = Styles.id(name(sibling), new Checkbox(label(sibling)));
        tick.addValueChangeListener(e -> selected.accept(sibling, e.getValue()));
        Outage.field(tick, name(sibling));
        ticks.put(sibling, tick);
        return tick;
    }

    private static String name(Sibling sibling) {
        return "sibling-" + sibling.student().number();
    }

    private String label(Sibling sibling) {
        AccountBalance account = sibling.account();
        Money due = account.due();
        String amount = due.isPositive()
                ? context.text("pay.sibling.due", context.format(due))
                : account.credit().isPositive()
                        ? context.text("pay.sibling.credit", context.format(account.credit()))
                        : context.text("pay.sibling.nothing");
        return context.text(
                "pay.sibling", sibling.student().spokenName(), sibling.student().homeroom(), amount);
    }

    /** Selects the next sibling who owes something; once all are selected, clears them. */
    void next() {
        Optional<Checkbox> left =
                ticks.values().stream().filter(tick -> !tick.getValue()).findFirst();
        left.ifPresentOrElse(tick -> tick.setValue(true), () -> ticks.values().forEach(tick -> tick.setValue(false)));
    }

    /** Selects those who were selected before. */
    void restore(Map<String, String> typed) {
        ticks.forEach((sibling, tick) -> Optional.ofNullable(typed.get(name(sibling)))
                .map(Boolean::valueOf)
                .ifPresent(tick::setValue));
    }

    /** The credit of each sibling who is selected. */
    Map<AccountNumber, Money> credits() {
        Map<AccountNumber, Money> credits = new LinkedHashMap<>();
        ticks.forEach((sibling, tick) -> {
            if (tick.getValue()) {
                credits.put(sibling.student().number(), sibling.account().credit());
            }
        });
        return credits;
    }
}
