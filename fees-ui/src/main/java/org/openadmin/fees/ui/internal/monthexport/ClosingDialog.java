package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.journal.ClosingCheck;
import org.openadmin.fees.api.journal.ClosingCheck.Finding;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes or reopens a month: shows what it means and what should be looked at first. Each dialog has one request key, so that the
 * month is closed once however often the button is pressed.
 */
final class ClosingDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingDialog.class);

    private final UserContext context;
    private final transient Closings closings;
    private final YearMonth month;
    private final Type type;
    private final transient Consumer<Closing> done;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<ClosingRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("closing-notice");
    private final TextField reason = Styles.id("closing-reason", new TextField());
    private final Button apply;

    /** @param done receives the result */
    ClosingDialog(UserContext context, Closings closings, YearMonth month, Type type, Consumer<Closing> done) {
        this.context = context;
        this.closings = closings;
        this.month = month;
        this.type = type;
        this.done = done;
        setId("closing-dialog");
        setHeaderTitle(title());
        setWidth("32rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        apply = Styles.css("fees-wrap-button", Styles.id("closing-apply", new Button(title(), e -> apply())));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        VerticalLayout content = Styles.stack(new VerticalLayout(notice));
        fill(content);
        add(content);
        getFooter().add(Styles.id("closing-leave", new Button(context.text("correct.leave"), e -> close())), apply);
    }

    private String title() {
        return context.text(
                type == Type.CLOSED ? "closing.close.title" : "closing.reopen.title", context.format(month));
    }

    private void fill(VerticalLayout content) {
        if (type == Type.CLOSED) {
            content.add(new Paragraph(context.text("closing.close.effect", context.format(month.atEndOfMonth()))));
            check(content);
            return;
        }
        reason.setLabel(context.text("correct.reason"));
        reason.setHelperText(context.text("closing.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setAutocomplete(Autocomplete.OFF);
        reason.setMaxLength(ClosingRequest.MAX_REASON_LENGTH);
        reason.setWidthFull();
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        reason.addKeyDownListener(Key.ENTER, e -> apply());
        content.add(new Paragraph(context.text("closing.reopen.effect", context.format(month.atDay(1)))), reason);
        reason.focus();
    }

    /** Shows what should be looked at; only faults of the module's own rows keep a month from being closed. */
    private void check(VerticalLayout content) {
        try {
            ClosingCheck check = closings.check(context.actor(), month);
            content.add(Styles.id("closing-findings", findings(check)));
            apply.setEnabled(check.canClose());
        } catch (RuntimeException e) {
            LOG.info("{} cannot be closed", month, e);
            notice.showProblem(context.errors().of(e));
            apply.setEnabled(false);
        }
    }

    private UnorderedList findings(ClosingCheck check) {
        UnorderedList list = new UnorderedList(new ListItem(context.text("closing.rows", check.rows())));
        for (Finding finding : Finding.values()) {
            if (check.count(finding) > 0) {
                list.add(new ListItem(sentence(finding, check.count(finding))));
            }
        }
        return list;
    }

    private String sentence(Finding finding, long count) {
        return switch (finding) {
            case FAULT -> context.text("closing.faults", count);
            case INHERITED_FAULT -> context.text("closing.inherited", count);
            case EARLIER_MONTH -> context.text("closing.earlier", count);
            case LATE_ROW -> context.text("closing.late", count);
            case UNDEPOSITED -> context.text("closing.undeposited", count);
            case NEGATIVE_DRAWER -> context.text("closing.overdrawn", count);
            case UNPOSTED_ROW -> context.text("closing.unposted", count);
        };
    }

    private void apply() {
        if (!isOpened()) {
            return;
        }
        Optional<ClosingRequest> request = pending.get().or(this::read);
        request.ifPresent(this::send);
        apply.setEnabled(true);
    }

    private Optional<ClosingRequest> read() {
        try {
            return Optional.of(
                    type == Type.CLOSED
                            ? new Close(key, context.actor(), month)
                            : new Reopen(key, context.actor(), month, reason.getValue()));
        } catch (InvalidInputException e) {
            reason.setErrorMessage(context.errors().of(e));
            reason.setInvalid(true);
            notice.showInvalidFields(context.text("error.summary"), List.of(reason));
            return Optional.empty();
        }
    }

    private void send(ClosingRequest request) {
        try {
            Closing closing = closings.apply(request);
            pending.answered();
            close();
            done.accept(closing);
        } catch (RuntimeException e) {
            LOG.warn("{} was neither closed nor reopened", month, e);
            RuntimeException ofAll = pending.failed(request, e);
            reason.setEnabled(!pending.isPending());
            apply.setText(pending.isPending() ? context.text("correct.again") : title());
            notice.showProblem(
                    pending.isPending()
                            ? context.text("correct.unknown")
                            : context.errors().of(ofAll));
        }
    }
}
