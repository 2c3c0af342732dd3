package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Currency;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** The amount and the due date of one part of a charge. */
final class PartRow extends Div {

    final MoneyField amount;
    final DateField due;
    private final UserContext context;
    private final Currency currency;

    PartRow(UserContext context, int number, int count, Currency currency) {
        this.context = context;
        this.currency = currency;
        String which = context.text("split.part", number, count);
        amount = Styles.id("split-amount-" + number, new MoneyField(context, context.text("split.amount"), currency));
        amount.setAriaLabel(which + ", " + context.text("split.amount"));
        due = Styles.id("split-due-" + number, new DateField(context, context.text("split.due")));
        due.setAriaLabel(which + ", " + context.text("split.due"));
        Styles.css("fees-split-part", this);
        add(Styles.css("fees-split-number", new Span(which)), amount, due);
    }

    void listen(Runnable typed, Runnable moved, Runnable entered) {
        amount.addValueChangeListener(e -> typed.run());
        due.addValueChangeListener(e -> {
            due.setInvalid(false);
            moved.run();
        });
        amount.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    /** @throws InvalidInputException if the input is not an amount above zero */
    Money amount() {
        return context.money().read(amount.getValue(), currency).requireReceivable();
    }

    /** @throws InvalidInputException if there is no valid date */
    LocalDate due() {
        if (due.getValue() == null || due.isInvalid()) {
            throw new InvalidInputException(Field.DUE, Problem.MISSING, "");
        }
        return due.getValue();
    }

    boolean hasAmount() {
        return amount.peek().filter(Money::isPositive).isPresent();
    }
}
