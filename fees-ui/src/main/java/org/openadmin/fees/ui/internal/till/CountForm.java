package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.ReasonNeededException;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;

/** Counts a drawer: the float, the notes and coins, and why it is over or short. */
final class CountForm extends Div {

    private static final int MAX_REASON_LENGTH = 255;

    /** Receives the result. */
    interface Results {
        void counted(DrawerCount count);

        void failed(RuntimeException failure);
    }

    private final transient UserContext context;
    private final transient Till till;
    private final transient DrawerDay drawer;
    private final transient Results results;
    private final transient PendingRequest<CountRequest> pending = new PendingRequest<>();
    private final Money zero;
    private final MoneyField opening;
    private final CashFields cash;
    private final Span difference = Styles.id("count-difference", new Span());
    private final TextField reason;
    private final Button save;

    /** @param opening the float of the last count; zero if there is none */
    CountForm(UserContext context, Till till, DrawerDay drawer, Settings settings, Money opening, Results results) {
        this.context = context;
        this.till = till;
        this.drawer = drawer;
        this.results = results;
        zero = Money.zero(settings.currency());
        setId("count-form");
        Styles.css("fees-stack", this);
        this.opening = new MoneyField(context, context.text("till.float"), settings.currency());
        this.opening.setId("count-float");
        this.opening.setHelperText(context.text("till.float.help"));
        this.opening.show(opening);
        this.opening.addValueChangeListener(e -> compare());
        cash = new CashFields(context, "count", settings.till().denominations(), settings.currency(), this::compare);
        difference.getElement().setAttribute("role", "status");
        reason = new TextField(context.text("till.reason"));
        reason.setId("count-reason");
        reason.setMaxLength(MAX_REASON_LENGTH);
        reason.setManualValidation(true);
        reason.setWidth("24rem");
        Styles.css("fees-till-field", reason);
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        save = Styles.id("count-save", new Button(context.text("till.count.save"), e -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        this.opening.addKeyDownListener(Key.ENTER, e -> cash.first().focus());
        cash.continueTo(reason);
        reason.addKeyDownListener(Key.ENTER, e -> save.focus());
        H3 heading = Styles.heading(new H3(context.text("till.count")));
        add(heading, this.opening, cash, difference, reason, Styles.row(save));
        compare();
    }

    /** Shows, while the cash is counted, how it compares with what should be there. */
    private void compare() {
        Optional<Money> floating = floating();
        Optional<CountedCash> counted = cash.peek();
        if (floating.isEmpty() || counted.isEmpty()) {
            difference.setText("");
            return;
        }
        Money expected = drawer.expected(floating.get());
        Money over = counted.get().total().minus(expected);
        difference.setText(
                over.isZero()
                        ? context.text("till.right", context.format(expected))
                        : context.text(
                                over.isPositive() ? "till.over" : "till.short",
                                context.format(over.isPositive() ? over : over.negated()),
                                context.format(expected)));
    }

    private Optional<Money> floating() {
        return isNothing() ? Optional.of(zero) : opening.peek();
    }

    private boolean isNothing() {
        return context.money().isNothing(opening.getValue(), zero.currency());
    }

    private void save() {
        try {
            request().ifPresent(this::send);
        } finally {
            save.setEnabled(true);
        }
    }

    /** The request that is still without an answer, or a new one; empty if a field is not valid. */
    private Optional<CountRequest> request() {
        if (pending.isPending()) {
            return pending.get();
        }
        Optional<Money> floating = isNothing() ? Optional.of(zero) : opening.read();
        Optional<CountedCash> counted = cash.read();
        if (floating.isEmpty() || counted.isEmpty()) {
            List<Component> all = new ArrayList<>(List.of(opening));
            all.addAll(cash.fields());
            Banner.focusInvalid(all);
            return Optional.empty();
        }
        return Optional.of(new CountRequest(
                RequestKey.fresh(),
                context.actor(),
                drawer.cashier(),
                drawer.day(),
                floating.get(),
                counted.get(),
                reason.getValue()));
    }

    private void send(CountRequest request) {
        try {
            DrawerCount count = till.count(request);
            pending.answered();
            results.counted(count);
        } catch (ReasonNeededException e) {
            pending.answered();
            reason.setErrorMessage(context.errors().of(e));
            reason.setInvalid(true);
            reason.focus();
        } catch (FeesException e) {
            results.failed(pending.failed(request, e));
        }
    }
}
