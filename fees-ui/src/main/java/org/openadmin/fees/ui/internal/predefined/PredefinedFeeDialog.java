package org.openadmin.fees.ui.internal.predefined;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DiscardQuestion;
import org.openadmin.fees.ui.internal.components.FeeForm;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.AudienceField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form for a new predefined fee. Each dialog has one request key, so that it adds one fee however often the button is
 * pressed.
 */
final class PredefinedFeeDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(PredefinedFeeDialog.class);

    private final UserContext context;
    private final FeeCatalogue catalogue;
    private final Consumer<PredefinedFee> kept;
    private final RequestKey key = RequestKey.fresh();
    private final Banner notice = new Banner("fee-notice");
    private final FeeForm form;
    private final PartsField parts;
    private final TermsField terms;
    private final AudienceField audience;
    private final Button keep;
    private final transient PendingRequest<FeeCatalogue.AddRequest> pending = new PendingRequest<>();
    private boolean answered;
    private transient List<Object> untouched;
    private final transient SameName others;
    private final transient BiFunction<Fee, LocalDate, Price> prices;

    PredefinedFeeDialog(
            UserContext context,
            Settings settings,
            Students students,
            FeeCatalogue catalogue,
            BiFunction<Fee, LocalDate, Price> prices,
            List<PredefinedFee> known,
            Consumer<PredefinedFee> kept) {
        this.context = context;
        this.catalogue = catalogue;
        this.kept = kept;
        this.prices = prices;
        others = new SameName(known);
        form = new FeeForm(context, settings, prices);
        parts = new PartsField(context);
        terms = new TermsField(context, settings.currency());
        audience = new AudienceField(context, students, settings.profiles());
        keep = Styles.id("keep-fee", new Button(context.text("predefined.save"), e -> keep()));
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keep.setDisableOnClick(true);
        setId("fee-dialog");
        setHeaderTitle(context.text("predefined.add"));
        setWidth("44rem");
        setMaxWidth("100%");
        add(content());
        getFooter().add(Styles.id("cancel-fee", new Button(context.text("action.cancel"), e -> close())), keep);
        form.onEnter(this::keep);
        parts.onEnter(this::keep);
        terms.onEnter(this::keep);
        form.onChange(this::pointOutSameName);
        audience.onEnter(this::keep);
        untouched = typed();
        DiscardQuestion.guard(this, context, () -> !answered && !typed().equals(untouched));
        form.focus();
    }

    private List<Object> typed() {
        return List.of(form.content(), parts.content(), terms.content(), audience.content());
    }

    /** Two fees of one name are easily mistaken for each other when one of them is assessed. */
    private void pointOutSameName() {
        List<PredefinedFee> same = others.named(form.name());
        if (same.isEmpty()) {
            form.hintAtName("");
            return;
        }
        boolean samePrice = form.peek()
                .filter(typed -> same.stream().anyMatch(other -> SameName.isSamePrice(other.fee(), typed)))
                .isPresent();
        String found = same.stream().map(other -> price(other.fee())).distinct().collect(Collectors.joining(" · "));
        form.hintAtName(context.text(samePrice ? "predefined.same-price" : "predefined.same-name", found));
    }

    private String price(Fee fee) {
        try {
            return context.format(prices.apply(fee, context.today()).total());
        } catch (FeesException e) {
            return context.format(fee.amount());
        }
    }

    private VerticalLayout content() {
        H4 whom = Styles.css("fees-predefined-audience", new H4(context.text("predefined.whom")));
        VerticalLayout content = new VerticalLayout(
                notice,
                form,
                parts,
                terms,
                whom,
                Styles.secondaryText(new Paragraph(context.text("predefined.whom.lead"))),
                audience);
        return Styles.stack(content);
    }

    /** Fills the form from another fee. */
    void copy(PredefinedFee fee) {
        setHeaderTitle(context.text("predefined.copy.title", fee.fee().name()));
        form.show(fee.fee(), fee.due());
        parts.show(fee.parts());
        terms.show(fee.terms());
        fee.audience().ifPresent(audience::show);
        untouched = typed();
    }

    private void keep() {
        if (answered) {
            return;
        }
        try {
            pending.get()
                    .or(this::request)
                    .ifPresentOrElse(
                            this::send, () -> notice.showInvalidFields(context.text("error.summary"), fields()));
        } finally {
            keep.setEnabled(true);
        }
    }

    private Optional<FeeCatalogue.AddRequest> request() {
        Optional<Fee> fee = form.read();
        Optional<FeeTerms> limits = terms.read();
        Optional<Audience> whom = audience.isEmpty() ? Optional.empty() : audience.read();
        try {
            Optional<Instalments> instalments = parts.parts();
            return audience.isEmpty() || whom.isPresent()
                    ? fee.flatMap(read -> limits.map(within -> new FeeCatalogue.AddRequest(
                            key, context.actor(), read, whom, form.due(), instalments, within)))
                    : Optional.empty();
        } catch (InvalidInputException e) {
            parts.refuse(e);
            return Optional.empty();
        }
    }

    private void send(FeeCatalogue.AddRequest request) {
        try {
            PredefinedFee added = catalogue.add(request);
            answered = true;
            close();
            kept.accept(added);
        } catch (RuntimeException e) {
            refused(pending.failed(request, e));
        }
    }

    private void refused(RuntimeException failure) {
        form.setEnabled(!pending.isPending());
        parts.setEnabled(!pending.isPending());
        terms.setEnabled(!pending.isPending());
        audience.setEnabled(!pending.isPending());
        if (failure instanceof FeesException refusal
                && (form.refuse(refusal)
                        || parts.refuse(refusal)
                        || terms.refuse(refusal)
                        || audience.refuse(refusal))) {
            notice.showInvalidFields(context.text("error.summary"), fields());
            return;
        }
        LOG.warn("A predefined fee was not kept", failure);
        notice.showProblem(context.errors().of(failure));
    }

    private List<Component> fields() {
        List<Component> fields = new ArrayList<>(form.fields());
        fields.addAll(parts.fields());
        fields.addAll(terms.fields());
        fields.addAll(audience.fields());
        return fields;
    }
}
