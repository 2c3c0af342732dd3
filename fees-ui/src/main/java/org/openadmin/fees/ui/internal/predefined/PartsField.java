package org.openadmin.fees.ui.internal.predefined;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;

/** In how many parts a fee is charged, and how far apart they are due; empty for one charge. */
final class PartsField extends Div {

    private final UserContext context;
    private final IntegerField count = Styles.id("fee-parts", new IntegerField());
    private final Select<Every> every = Styles.id("fee-parts-every", new Select<>());

    PartsField(UserContext context) {
        this.context = context;
        count.setLabel(context.text("predefined.parts"));
        count.setHelperText(context.text("predefined.parts.help"));
        count.setMin(EqualParts.MIN);
        count.setMax(EqualParts.MAX);
        count.setManualValidation(true);
        count.setClearButtonVisible(true);
        count.setValueChangeMode(ValueChangeMode.EAGER);
        count.addValueChangeListener(e -> {
            count.setInvalid(false);
            every.setEnabled(e.getValue() != null);
        });
        every.setLabel(context.text("split.every"));
        every.setItems(Every.values());
        every.setItemLabelGenerator(each -> context.text("split.every." + each.code()));
        every.setValue(Every.MONTH);
        every.setEnabled(false);
        Styles.css("fees-refund", this);
        add(count, every);
    }

    void show(Optional<Instalments> parts) {
        count.setValue(parts.map(Instalments::count).orElse(null));
        parts.map(Instalments::every).ifPresent(every::setValue);
    }

    /**
     * The parts; empty for one charge.
     *
     * @throws InvalidInputException if there are too few or too many
     */
    Optional<Instalments> parts() {
        return Optional.ofNullable(count.getValue()).map(number -> new Instalments(number, every.getValue()));
    }

    void onEnter(Runnable entered) {
        count.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    /** Shows an error beside the number of parts if it is about it. */
    boolean refuse(FeesException refusal) {
        boolean mine = ErrorMessages.field(refusal).equals(Optional.of(Field.PARTS));
        if (mine) {
            count.setErrorMessage(context.errors().of(refusal));
            count.setInvalid(true);
        }
        return mine;
    }

    List<Component> fields() {
        return List.of(count);
    }

    /** What was typed, to find out later whether anything has changed. */
    List<String> content() {
        return Arrays.asList(
                Objects.toString(count.getValue(), ""), every.getValue().code());
    }

    /** For example: 3 parts, every month. */
    static String text(UserContext context, Instalments parts) {
        return context.text(
                "predefined.parts.of",
                parts.count(),
                context.text("split.every." + parts.every().code()));
    }
}
