package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.ui.internal.components.Styles;

/** The fields of a correction that has more than a reason and a date. */
abstract class CorrectionFields extends Div {

    CorrectionFields() {
        Styles.css("fees-refund", this);
    }

    /**
     * @param typed runs when a value has changed that the effect depends on
     * @param entered runs when Enter is pressed in a field
     */
    abstract void listen(Runnable typed, Runnable entered);

    /** @param senders receives fields that are added later and in which Enter sends the request */
    void whenAdded(Consumer<List<Component>> senders) {}

    /** Whether typing begins in these fields; otherwise it begins with the reason. */
    boolean areFirst() {
        return true;
    }

    /** The label of the reason in words; empty for the usual one. */
    Optional<String> reasonLabel() {
        return Optional.empty();
    }

    abstract void focus();

    /** Those that may hold an invalid value. */
    abstract List<Component> fields();

    /**
     * The amount that the user confirms if it is paid out once more; empty if there is none.
     *
     * @throws InvalidInputException if the input is not a valid amount
     */
    Optional<Money> paidOut() {
        return Optional.empty();
    }

    /** The account whose being outside of the family the user confirms; empty if there is none. */
    Optional<AccountNumber> receiver() {
        return Optional.empty();
    }

    /** Shows an error beside the field it belongs to; false if it belongs to none of these fields. */
    abstract boolean refuse(Field field, String sentence);
}
