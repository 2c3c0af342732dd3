package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.GoodsNotStatedException;
import org.openadmin.fees.api.corrections.PartsDoNotAddUpException;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for confirmation of one correction and shows its effect. Each dialog has one request key, and a request without an
 * answer can only be repeated unchanged, so that the correction happens once however often the button is pressed.
 */
final class CorrectionDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionDialog.class);

    /** Receives the result of the dialog. */
    interface Ending {

        /** @param done false if the outcome is unknown */
        void ended(boolean done, String sentence);
    }

    private final UserContext context;
    private final Corrections corrections;
    private final CorrectionPrompt wish;
    private final Optional<CorrectionFields> more;
    private final Ending ending;
    private final RequestKey key = RequestKey.fresh();
    private final Banner notice = new Banner("correction-notice");
    private final Paragraph question = Styles.id("correction-question", new Paragraph());
    private final DateField date;
    private final TextField reason = Styles.id("correction-reason", new TextField());
    private final Button cancel;
    private final Button correct;
    private boolean asked;
    /** What is unusual, and is confirmed by the button before the correction is made. */
    private transient Optional<Confirmation> toConfirm = Optional.empty();

    /** Why it is unusual, for each confirmation. */
    private final Map<Confirmation, String> unusual = new EnumMap<>(Confirmation.class);

    private LocalDate confirmedDate;
    /** The amount to be refunded once more. */
    private Money confirmedAmount;
    /** The account that is to get credit although it is not of the family. */
    private AccountNumber confirmedOutsider;

    private final transient PendingRequest<CorrectionRequest> pending = new PendingRequest<>();
    private boolean answered;

    CorrectionDialog(
            UserContext context,
            Corrections corrections,
            CorrectionPrompt wish,
            Optional<CorrectionFields> more,
            Ending ending) {
        this.context = context;
        this.corrections = corrections;
        this.wish = wish;
        this.more = more;
        this.ending = ending;
        date = Styles.id("correction-date", new DateField(context, context.text("correct.date")));
        cancel = Styles.id("correction-leave", new Button(context.text("correct.leave"), e -> cancel()));
        correct =
                Styles.css("fees-wrap-button", Styles.id("correction-apply", new Button(wish.verb(), e -> correct())));
        setId("correction-dialog");
        setHeaderTitle(wish.verb());
        setWidth("32rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(e -> cancel());
        setUp();
        ask();
    }

    private void setUp() {
        Styles.css("fees-correction-question", question);
        question.getElement().setAttribute("aria-live", "polite");
        date.setValue(wish.day());
        date.setWidth("14rem");
        date.addValueChangeListener(e -> ask());
        reason.setLabel(more.flatMap(CorrectionFields::reasonLabel)
                .orElseGet(() -> context.text(wish.reasoned() ? "correct.reason" : "correct.reason.optional")));
        reason.setHelperText(context.text("correct.reason.help"));
        reason.setRequiredIndicatorVisible(wish.reasoned());
        reason.setManualValidation(true);
        reason.setAutocomplete(Autocomplete.OFF);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        reason.addKeyDownListener(Key.ENTER, e -> correct());
        more.ifPresent(fields -> fields.listen(this::ask, this::correct));
        List<Component> senders = new ArrayList<>(List.of(correct, reason));
        more.ifPresent(fields -> senders.addAll(fields.fields()));
        Outage.request(Outage.Kind.CORRECTION, wish.verb(), key, senders);
        more.ifPresent(
                fields -> fields.whenAdded(added -> Outage.request(Outage.Kind.CORRECTION, wish.verb(), key, added)));
        correct.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        correct.setDisableOnClick(true);
        VerticalLayout content = new VerticalLayout(notice, question);
        more.ifPresent(content::add);
        content.add(reason, date);
        Styles.stack(content);
        add(content);
        getFooter().add(cancel, correct);
        more.filter(CorrectionFields::areFirst).ifPresentOrElse(CorrectionFields::focus, reason::focus);
    }

    /** Shows the effect of the current input; no errors are shown while the user types. */
    private void ask() {
        asked = false;
        try {
            LocalDate day = date.getValue();
            if (!pending.isPending() && day != null) {
                String why = wish.reasoned() && reason.getValue().isBlank() ? "…" : reason.getValue();
                ask(wish.request().with(key, day, why, confirmed(day)));
            }
        } catch (InvalidInputException e) {
            // a list that nothing was chosen from yet is the first question
            question.setText(e.field() == Field.REASON_CODE ? context.errors().of(e) : "");
        } catch (PartsDoNotAddUpException e) {
            question.setText("");
        }
        correct.setText(verb());
    }

    private String verb() {
        if (pending.isPending()) {
            return context.text("correct.again");
        }
        return toConfirm
                .map(what -> switch (what) {
                    case UNUSUAL_DATE -> context.text("correct.date.right");
                    case OUTSIDER -> context.text("correct.move.outside");
                    case REPEATED_AMOUNT, NOT_CASH, ALREADY_CHARGED -> context.text("correct.refund.again");
                })
                .orElseGet(wish::verb);
    }

    private void ask(CorrectionRequest request) {
        toConfirm = Optional.empty();
        try {
            Correction would = corrections.preview(request);
            notice.clear();
            String effect = wish.asks().apply(would);
            List<String> sentences = new ArrayList<>();
            request.confirmed().stream().sorted().map(unusual::get).forEach(sentences::add);
            sentences.add(effect);
            question.setText(String.join(" ", sentences));
            asked = true;
        } catch (UnusualDateException e) {
            ask(Confirmation.UNUSUAL_DATE, e);
        } catch (RepeatedAmountException e) {
            ask(Confirmation.REPEATED_AMOUNT, e);
        } catch (OutsiderException e) {
            ask(Confirmation.OUTSIDER, e);
        } catch (GoodsNotStatedException e) {
            notice.clear();
            question.setText(context.errors().of(e));
        } catch (RuntimeException e) {
            LOG.info("{} cannot be done", request.getClass().getSimpleName(), e);
            question.setText("");
            if (refuseBeside(e)) {
                notice.clear();
            } else {
                notice.showProblem(context.errors().of(e));
            }
        }
    }

    /** Shows what is unusual; the button then confirms it, and the effect is shown next. */
    private void ask(Confirmation confirmation, FeesException why) {
        notice.clear();
        String sentence = context.errors().of(why);
        unusual.put(confirmation, sentence);
        question.setText(sentence);
        asked = false;
        toConfirm = Optional.of(confirmation);
    }

    /** @throws InvalidInputException if the amount of a refund is invalid */
    private Set<Confirmation> confirmed(LocalDate day) {
        Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
        if (day.equals(confirmedDate)) {
            confirmed.add(Confirmation.UNUSUAL_DATE);
        }
        if (confirmedAmount != null
                && more.flatMap(CorrectionFields::paidOut)
                        .filter(confirmedAmount::equals)
                        .isPresent()) {
            confirmed.add(Confirmation.REPEATED_AMOUNT);
        }
        if (confirmedOutsider != null
                && more.flatMap(CorrectionFields::receiver)
                        .filter(confirmedOutsider::equals)
                        .isPresent()) {
            confirmed.add(Confirmation.OUTSIDER);
        }
        return confirmed;
    }

    private void confirm(Confirmation confirmation, CorrectionRequest request) {
        if (confirmation == Confirmation.UNUSUAL_DATE) {
            confirmedDate = request.date();
        } else if (request instanceof CorrectionRequest.MoveCredit move) {
            confirmedOutsider = move.to();
        } else {
            confirmedAmount = ((CorrectionRequest.Refund) request).amount();
        }
        read().ifPresent(this::ask);
    }

    private void correct() {
        if (answered) {
            return;
        }
        try {
            Optional<CorrectionRequest> request = pending.get().or(this::read);
            if (request.isEmpty()) {
                notice.showInvalidFields(context.text("error.summary"), fields());
            } else if (asked || pending.isPending()) {
                send(request.get());
            } else if (toConfirm.isPresent()) {
                confirm(toConfirm.get(), request.get());
            } else {
                ask(request.get());
            }
        } finally {
            if (!pending.isPending()) {
                Outage.answered(key);
            }
            correct.setEnabled(!answered);
            correct.setText(verb());
        }
    }

    private Optional<CorrectionRequest> read() {
        Optional<LocalDate> day = date.read();
        try {
            CorrectionRequest request = wish.request()
                    .with(key, day.orElse(wish.day()), reason.getValue(), confirmed(day.orElse(wish.day())));
            return day.map(d -> request);
        } catch (InvalidInputException | PartsDoNotAddUpException e) {
            refuseBeside(e);
            return Optional.empty();
        }
    }

    private void send(CorrectionRequest request) {
        try {
            Correction did = corrections.apply(request);
            answered = true;
            pending.answered();
            close();
            ending.ended(true, wish.did().apply(did));
        } catch (RuntimeException e) {
            refused(request, e);
        }
    }

    private void refused(CorrectionRequest request, RuntimeException failure) {
        LOG.warn("{} was not done", request.getClass().getSimpleName(), failure);
        pending.failed(request, failure);
        showPending();
        if (pending.isPending()) {
            notice.showProblem(context.text("correct.unknown"));
        } else if (failure instanceof UnusualDateException e) {
            ask(Confirmation.UNUSUAL_DATE, e);
        } else if (failure instanceof RepeatedAmountException e) {
            ask(Confirmation.REPEATED_AMOUNT, e);
        } else if (failure instanceof OutsiderException e) {
            ask(Confirmation.OUTSIDER, e);
        } else if (refuseBeside(failure)) {
            notice.showInvalidFields(context.text("error.summary"), fields());
        } else {
            notice.showProblem(context.errors().of(failure));
        }
    }

    private boolean refuseBeside(RuntimeException failure) {
        if (failure instanceof InvalidInputException e
                && e.field() == Field.DATE
                && e.problem() == Problem.OUT_OF_RANGE) {
            return refuse(Field.DATE, context.text("correct.date.early"));
        }
        return failure instanceof FeesException
                && ErrorMessages.field(failure)
                        .filter(field -> refuse(field, context.errors().of(failure)))
                        .isPresent();
    }

    private boolean refuse(Field field, String sentence) {
        if (field == Field.REASON) {
            reason.setErrorMessage(sentence);
            reason.setInvalid(true);
        } else if (field == Field.DATE) {
            date.setErrorMessage(sentence);
            date.setInvalid(true);
        } else {
            return more.map(fields -> fields.refuse(field, sentence)).orElse(false);
        }
        return true;
    }

    /** Keeps the dialog as it was when the request was sent, as long as the request is pending. */
    private void showPending() {
        boolean free = !pending.isPending();
        List<HasEnabled> parts = new ArrayList<>(List.of(date, reason));
        more.ifPresent(parts::add);
        parts.forEach(part -> part.setEnabled(free));
        correct.setText(verb());
        cancel.setText(context.text(free ? "correct.leave" : "action.close"));
    }

    private void cancel() {
        close();
        if (pending.isPending()) {
            ending.ended(false, context.text("correct.unclear", wish.verb()));
        }
    }

    private List<Component> fields() {
        List<Component> fields = new ArrayList<>();
        more.ifPresent(each -> fields.addAll(each.fields()));
        fields.add(reason);
        fields.add(date);
        return fields;
    }
}
