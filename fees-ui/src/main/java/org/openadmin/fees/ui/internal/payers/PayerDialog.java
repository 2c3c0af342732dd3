package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DiscardQuestion;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds a payer, or changes how one is reached. The kind is chosen once. */
final class PayerDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(PayerDialog.class);

    private final transient UserContext context;
    private final transient Payers payers;
    private final transient Optional<Payer> old;
    private final transient BiConsumer<Payer, Boolean> saved;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<Object> pending = new PendingRequest<>();
    private final Banner notice = new Banner("payer-notice");
    private final TextField name = Styles.id("payer-name", new TextField());
    private final Select<PayerKind> kind = Styles.id("payer-kind", new Select<>());
    private final TextArea address = Styles.id("payer-address", new TextArea());
    private final TextField email = Styles.id("payer-email", new TextField());
    private final Select<Locale> language = Styles.id("payer-language", new Select<>());
    private final TextField authorization = Styles.id("payer-authorization", new TextField());
    private final Checkbox active = Styles.id("payer-active", new Checkbox());
    private final Button save;
    private final Map<Field, HasValidation> byField = new EnumMap<>(Field.class);
    private boolean answered;

    /** @param saved receives the payer, and whether it was added */
    PayerDialog(UserContext context, Payers payers, Optional<Payer> old, BiConsumer<Payer, Boolean> saved) {
        this.context = context;
        this.payers = payers;
        this.old = old;
        this.saved = saved;
        setId("payer-dialog");
        setHeaderTitle(old.map(payer -> context.text("payers.change.title", payer.name()))
                .orElseGet(() -> context.text("payers.add")));
        setWidth("min(36rem, 100%)");
        save = Styles.id("payer-save", new Button(context.text("payers.save"), e -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        Button cancel = Styles.id("payer-cancel", new Button(context.text("action.cancel"), e -> close()));
        setUp();
        old.ifPresent(this::show);
        add(Styles.stack(new VerticalLayout(notice, name, kind, authorization, address, email, language, active)));
        getFooter().add(cancel, save);
        List<Object> untouched = typed();
        DiscardQuestion.guard(this, context, () -> !answered && !typed().equals(untouched));
        name.focus();
    }

    private void setUp() {
        text(name, "payers.name", Field.NAME).setMaxLength(PayerDetails.MAX_NAME_LENGTH);
        name.setRequiredIndicatorVisible(true);
        text(email, "payers.email", Field.EMAIL);
        text(authorization, "payers.authorization", Field.AUTHORIZATION)
                .setMaxLength(PayerDetails.MAX_AUTHORIZATION_LENGTH);
        authorization.setHelperText(context.text("payers.authorization.help"));
        address.setLabel(context.text("payers.address"));
        address.setManualValidation(true);
        address.setWidthFull();
        address.addValueChangeListener(e -> address.setInvalid(false));
        byField.put(Field.ADDRESS, address);
        kind.setLabel(context.text("payers.kind"));
        kind.setItems(PayerKind.values());
        kind.setItemLabelGenerator(each -> PayerLabels.kind(context, each));
        kind.setValue(PayerKind.SPONSOR);
        kind.setReadOnly(old.isPresent());
        kind.setHelperText(context.text("payers.kind.help"));
        kind.setWidthFull();
        language.setLabel(context.text("payers.language"));
        language.setItems(Locale.ENGLISH, Locale.FRENCH);
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(context.text("payers.language.school"));
        language.setItemLabelGenerator(each -> each == null
                ? context.text("payers.language.school")
                : context.text(each.equals(Locale.FRENCH) ? "payers.language.fr" : "payers.language.en"));
        active.setLabel(context.text("payers.active"));
        active.setValue(true);
        active.setVisible(old.isPresent());
    }

    private TextField text(TextField field, String label, Field reported) {
        field.setLabel(context.text(label));
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(e -> field.setInvalid(false));
        field.addKeyDownListener(Key.ENTER, e -> save());
        byField.put(reported, field);
        return field;
    }

    private void show(Payer payer) {
        PayerDetails details = payer.details();
        name.setValue(details.name());
        kind.setValue(payer.kind());
        authorization.setValue(details.authorization());
        address.setValue(String.join("\n", details.address()));
        email.setValue(details.email());
        details.language().ifPresent(language::setValue);
        active.setValue(payer.active());
    }

    private List<Object> typed() {
        return List.of(
                name.getValue(),
                kind.getValue(),
                authorization.getValue(),
                address.getValue(),
                email.getValue(),
                Optional.ofNullable(language.getValue()),
                active.getValue());
    }

    private void save() {
        if (answered) {
            return;
        }
        notice.clear();
        try {
            send(pending.get().orElseGet(this::request));
        } catch (InvalidInputException e) {
            refuse(e);
        } finally {
            save.setEnabled(true);
        }
    }

    private Object request() {
        PayerDetails details = new PayerDetails(
                name.getValue(),
                address.getValue().lines().toList(),
                email.getValue(),
                Optional.ofNullable(language.getValue()),
                authorization.getValue());
        return old.<Object>map(payer -> new ChangePayerRequest(
                        key, context.actor(), payer.number(), payer.version(), details, active.getValue()))
                .orElseGet(() -> new AddPayerRequest(key, context.actor(), kind.getValue(), details));
    }

    private void send(Object request) {
        try {
            Payer payer = request instanceof ChangePayerRequest change
                    ? payers.change(change)
                    : payers.add((AddPayerRequest) request);
            pending.answered();
            answered = true;
            close();
            saved.accept(payer, old.isEmpty());
        } catch (RuntimeException e) {
            LOG.warn("A payer was not saved", e);
            notice.showProblem(context.errors().of(pending.failed(request, e)));
            // what may have been stored is sent again as it is
            parts().forEach(part -> part.setEnabled(!pending.isPending()));
        }
    }

    private List<HasEnabled> parts() {
        return List.of(name, kind, authorization, address, email, language, active);
    }

    private void refuse(InvalidInputException e) {
        HasValidation field = byField.getOrDefault(e.field(), name);
        field.setErrorMessage(context.errors().of(e));
        field.setInvalid(true);
        notice.showInvalidFields(context.text("error.summary"), fields());
    }

    private List<Component> fields() {
        return List.of(name, authorization, address, email);
    }
}
