package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;

/** Asks what of a deposit to take back, and why. */
final class TakeBackDialog extends Dialog {

    private static final int MAX_REASON_LENGTH = 255;

    private final transient UserContext context;
    private final transient Deposits deposits;
    private final transient DepositSummary deposit;
    private final transient Consumer<Deposit> done;
    private final transient PendingRequest<CounterDepositRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("take-back-notice");
    private final RadioButtonGroup<Boolean> whole = new RadioButtonGroup<>();
    private final TextField reason;
    private final Button accept;

    TakeBackDialog(UserContext context, Deposits deposits, DepositSummary deposit, Consumer<Deposit> done) {
        this.context = context;
        this.deposits = deposits;
        this.deposit = deposit;
        this.done = done;
        setId("take-back-dialog");
        setHeaderTitle(context.text("till.take-back.title", deposit.number().toString()));
        whole.setId("take-back-what");
        whole.setLabel(context.text("till.take-back.what"));
        whole.setItems(false, true);
        whole.setItemLabelGenerator(all -> context.text(all ? "till.take-back.whole" : "till.take-back.voided"));
        whole.setValue(false);
        whole.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        reason = new TextField(context.text("till.reason"));
        reason.setId("take-back-reason");
        reason.setMaxLength(MAX_REASON_LENGTH);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        accept = Styles.css(
                "fees-wrap-button",
                Styles.id("take-back-accept", new Button(context.text("till.take-back.accept"), e -> accept())));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        Button cancel = Styles.id("take-back-cancel", new Button(context.text("action.cancel"), e -> close()));
        add(new Paragraph(context.text("till.take-back.lead")), whole, reason, notice);
        getFooter().add(cancel, accept);
        setWidth("min(32rem, 100%)");
    }

    private void accept() {
        try {
            request().ifPresent(this::send);
        } finally {
            accept.setEnabled(true);
        }
    }

    private Optional<CounterDepositRequest> request() {
        if (pending.isPending()) {
            return pending.get();
        }
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(context.inputError(Field.REASON, Problem.MISSING));
            reason.setInvalid(true);
            reason.focus();
            return Optional.empty();
        }
        return Optional.of(new CounterDepositRequest(
                RequestKey.fresh(), context.actor(), deposit.number(), whole.getValue(), reason.getValue()));
    }

    private void send(CounterDepositRequest request) {
        try {
            Deposit counter = deposits.takeBack(request);
            pending.answered();
            close();
            done.accept(counter);
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(pending.failed(request, e)));
        }
    }
}
