package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.spi.search.TextFolding;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** Adds a predefined fee to what is paid: the quantity, then a few letters of the fee and Enter. */
final class SaleFields extends Div {

    /** The key is no part of an amount, so that it can be pressed there. In the browser, so that what follows it reaches the quantity. */
    private static final String KEY = """
            this.addEventListener('keydown', event => {
              if (event.key === '*' && !$0.disabled) { event.preventDefault(); $0.focus(); $0.inputElement.select(); }
            });
            """;

    /**
     * Enter goes on to the fee. A letter is no part of a quantity, so it goes there too. In the browser, so that what is typed next
     * reaches the fee.
     */
    private static final String ON_TO_FEE = """
            this.addEventListener('keydown', event => {
              const letter = /^\\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
              if (event.key === 'Enter') { event.preventDefault(); }
              if (letter || event.key === 'Enter') { $0.focus(); }
            });
            """;

    private final UserContext context;
    private final List<PredefinedFee> fees;
    private final TextField quantity = Styles.id("sale-quantity", new TextField());
    private final ComboBox<PredefinedFee> fee = Styles.id("sale-fee", new ComboBox<>());
    private final transient BiConsumer<PredefinedFee, Integer> added;

    /** @param added receives each fee that is chosen, with its quantity; what it throws is shown beside the fee */
    SaleFields(UserContext context, List<PredefinedFee> fees, BiConsumer<PredefinedFee, Integer> added) {
        this.context = context;
        this.fees = fees;
        this.added = added;
        setId("sale");
        Styles.css("fees-sale", this);
        setVisible(!fees.isEmpty());
        quantity.setLabel(context.text("pay.sale.quantity"));
        quantity.setValue("1");
        quantity.setWidth("5rem");
        quantity.setAutoselect(true);
        quantity.setManualValidation(true);
        // what was typed ahead is written without the browser's event for a change
        quantity.setValueChangeMode(ValueChangeMode.EAGER);
        quantity.setAutocomplete(Autocomplete.OFF);
        quantity.addValueChangeListener(e -> quantity.setInvalid(false));
        quantity.addAttachListener(e -> quantity.getElement().executeJs(ON_TO_FEE, fee.getElement()));
        fee.setLabel(context.text("pay.sale.fee"));
        fee.setPlaceholder(context.text("pay.sale.choose"));
        fee.setWidth("16rem");
        fee.setItems(fees);
        fee.setItemLabelGenerator(
                each -> each.fee().name() + " · " + context.format(each.fee().amount()));
        fee.setManualValidation(true);
        // Enter after a few letters selects the first match
        fee.setAllowCustomValue(true);
        fee.addCustomValueSetListener(e -> named(e.getDetail())
                .ifPresentOrElse(this::add, () -> refuse(context.text("pay.sale.unknown", e.getDetail()))));
        fee.addValueChangeListener(e -> Optional.ofNullable(e.getValue()).ifPresent(this::add));
        add(quantity, fee);
    }

    /** Goes to the quantity when * is pressed in this field. */
    void listenIn(Focusable<?> amount) {
        if (isVisible()) {
            addAttachListener(e -> amount.getElement().executeJs(KEY, quantity.getElement()));
        }
    }

    private Optional<PredefinedFee> named(String letters) {
        return fees.stream()
                .filter(each ->
                        !letters.isBlank() && TextFolding.contains(each.fee().name(), letters))
                .findFirst();
    }

    private void add(PredefinedFee chosen) {
        try {
            int pieces = SoldFee.quantity(quantity.getValue());
            fee.setInvalid(false);
            fee.clear();
            added.accept(chosen, pieces);
            quantity.setValue("1");
        } catch (InvalidInputException e) {
            fee.clear();
            quantity.setErrorMessage(context.errors().of(e));
            quantity.setInvalid(true);
            quantity.focus();
        } catch (FeesException e) {
            refuse(context.errors().of(e));
        }
    }

    private void refuse(String sentence) {
        fee.clear();
        fee.setErrorMessage(sentence);
        fee.setInvalid(true);
    }

    void setUsable(boolean usable) {
        quantity.setEnabled(usable);
        fee.setEnabled(usable);
    }
}
