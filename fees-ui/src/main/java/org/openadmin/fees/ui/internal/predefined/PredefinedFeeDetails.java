package org.openadmin.fees.ui.internal.predefined;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.FeeForm;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.AudienceField;

/** The details of one predefined fee, read-only: a fee that has been charged never changes. */
final class PredefinedFeeDetails extends Dialog {

    private final UserContext context;
    private final Settings settings;
    private final PredefinedFee fee;
    private final DescriptionList facts = new DescriptionList();

    PredefinedFeeDetails(
            UserContext context,
            Settings settings,
            PredefinedFee fee,
            BiFunction<Fee, LocalDate, Price> prices,
            Consumer<PredefinedFee> copy,
            Consumer<PredefinedFee> delete) {
        this.context = context;
        this.settings = settings;
        this.fee = fee;
        setId("fee-sheet");
        setHeaderTitle(context.text("predefined.sheet", fee.fee().name()));
        setWidth("36rem");
        setMaxWidth("100%");
        Styles.css("fees-predefined-facts", Styles.css("fees-facts", facts));
        tell(prices);
        add(facts);
        Button close = Styles.id("close-sheet", new Button(context.text("action.close"), e -> close()));
        getFooter().add(close);
        if (context.may(Role.BILL)) {
            offer(copy, delete);
        }
        close.focus();
    }

    private void tell(BiFunction<Fee, LocalDate, Price> prices) {
        Fee about = fee.fee();
        fact("number", context.text("student.no"), String.valueOf(fee.id()));
        fact("name", context.text("fee.name"), about.name());
        fact("description", context.text("fee.description"), orNothing(about.description()));
        fact(
                "amount",
                context.text("fee.amount"),
                context.format(about.amount()) + " " + settings.currency().getCurrencyCode()
                        + (about.taxesIncluded() ? context.text("predefined.taxes-included") : ""));
        fact(
                "discount",
                context.text("fee.discount"),
                about.discount().isNone()
                        ? context.text("predefined.none")
                        : context.money().format(about.discount()));
        for (TaxRate tax : settings.taxes()) {
            fact(
                    "tax-" + tax.name(),
                    FeeForm.label(context, tax, context.today()),
                    context.text(about.taxes().contains(tax.name()) ? "predefined.tax.yes" : "predefined.tax.no"));
        }
        fact("price", context.text("predefined.price"), price(prices));
        fact(
                "due",
                context.text("fee.due"),
                fee.due()
                        .map(due -> due(context, due))
                        .orElse(context.text("predefined.due.usual", settings.dueDays())));
        fee.parts()
                .ifPresent(parts -> fact("parts", context.text("predefined.parts"), PartsField.text(context, parts)));
        fee.terms()
                .yearLimit()
                .ifPresent(limit -> fact(
                        "limit",
                        context.text("predefined.limit"),
                        context.format(limit) + " " + settings.currency().getCurrencyCode()));
        fee.terms()
                .period()
                .ifPresent(
                        period -> fact("period", context.text("predefined.period"), TermsField.text(context, period)));
        fact(
                "audience",
                context.text("predefined.applies"),
                fee.audience()
                        .map(whom -> AudienceField.label(context, whom, settings.profiles()))
                        .orElse(context.text("predefined.whom.open")));
        fact("charged", context.text("predefined.charged"), context.text("predefined.charged.times", fee.charges()));
    }

    /** For example: Oct. 15, 2026, or: 30 days after. */
    static String due(UserContext context, Due due) {
        return due instanceof Due.On on
                ? context.format(on.day())
                : context.text("predefined.due.days", ((Due.After) due).days());
    }

    private String price(BiFunction<Fee, LocalDate, Price> prices) {
        try {
            LocalDate today = context.today();
            return FeeForm.sentence(context, settings, fee.fee(), prices.apply(fee.fee(), today), today);
        } catch (FeesException e) {
            return context.errors().of(e);
        }
    }

    private String orNothing(String text) {
        return text.isEmpty() ? context.text("predefined.no-description") : text;
    }

    private void fact(String id, String what, String value) {
        DescriptionList.Term term = new DescriptionList.Term(Styles.secondaryText(new Span(what)));
        DescriptionList.Description description =
                new DescriptionList.Description(Styles.id("sheet-" + id, new Span(value)));
        facts.add(term, description);
    }

    private void offer(Consumer<PredefinedFee> copy, Consumer<PredefinedFee> delete) {
        Button remove = button("sheet-delete", "predefined.delete", delete);
        Styles.dangerous(remove).addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setVisible(fee.isRemovable());
        Anchor assess = Styles.primary(
                Styles.id("sheet-assess", new Anchor(Routes.assess(fee.id()), context.text("predefined.assess.this"))));
        getFooter().add(remove, button("sheet-copy", "predefined.copy", copy), assess);
    }

    private Button button(String id, String words, Consumer<PredefinedFee> action) {
        return Styles.id(id, new Button(context.text(words), e -> {
            close();
            action.accept(fee);
        }));
    }
}
