package org.openadmin.fees.ui.internal.predefined;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
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

    private final UserContext visit;
    private final Settings settings;
    private final PredefinedFee fee;
    private final DescriptionList facts = new DescriptionList();

    PredefinedFeeDetails(
            UserContext visit,
            Settings settings,
            PredefinedFee fee,
            Function<Fee, Price> prices,
            Consumer<PredefinedFee> copy,
            Consumer<PredefinedFee> delete) {
        this.visit = visit;
        this.settings = settings;
        this.fee = fee;
        setId("fee-sheet");
        setHeaderTitle(fee.fee().name());
        setWidth("36rem");
        setMaxWidth("100%");
        Styles.css("fees-predefined-facts", Styles.css("fees-facts", facts));
        tell(prices);
        add(facts);
        Button close = Styles.id("close-sheet", new Button(visit.say("action.close"), e -> close()));
        getFooter().add(close);
        if (visit.may(Role.BILL)) {
            offer(copy, delete);
        }
        close.focus();
    }

    private void tell(Function<Fee, Price> prices) {
        Fee about = fee.fee();
        fact("number", visit.say("student.no"), String.valueOf(fee.id()));
        fact("name", visit.say("fee.name"), about.name());
        fact("description", visit.say("fee.description"), orNothing(about.description()));
        fact(
                "amount",
                visit.say("fee.amount"),
                visit.show(about.amount()) + " " + settings.currency().getCurrencyCode());
        fact(
                "discount",
                visit.say("fee.discount"),
                about.discount().signum() == 0
                        ? visit.say("predefined.none")
                        : visit.money().show(about.discount()) + "\u00a0%");
        for (TaxRate tax : settings.taxes()) {
            fact(
                    "tax-" + tax.name(),
                    tax.name() + " " + visit.money().show(tax.percent()) + "\u00a0%",
                    visit.say(about.taxes().contains(tax.name()) ? "predefined.tax.yes" : "predefined.tax.no"));
        }
        fact("price", visit.say("predefined.price"), price(prices));
        fact(
                "audience",
                visit.say("predefined.applies"),
                fee.audience()
                        .map(whom -> AudienceField.words(visit, whom, settings.profiles()))
                        .orElse(visit.say("predefined.whom.open")));
        fact("charged", visit.say("predefined.charged"), visit.say("predefined.charged.times", fee.charges()));
    }

    private String price(Function<Fee, Price> prices) {
        try {
            return FeeForm.sentence(visit, prices.apply(fee.fee()));
        } catch (FeesException e) {
            return visit.sentences().of(e);
        }
    }

    private String orNothing(String text) {
        return text.isEmpty() ? visit.say("predefined.no-description") : text;
    }

    private void fact(String id, String what, String value) {
        DescriptionList.Term term = new DescriptionList.Term(Styles.quiet(new Span(what)));
        DescriptionList.Description description =
                new DescriptionList.Description(Styles.id("sheet-" + id, new Span(value)));
        facts.add(term, description);
    }

    private void offer(Consumer<PredefinedFee> copy, Consumer<PredefinedFee> delete) {
        Button remove = button("sheet-delete", "predefined.delete", delete);
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        remove.setVisible(fee.isRemovable());
        Anchor assess = Styles.primary(
                Styles.id("sheet-assess", new Anchor(Routes.assess(fee.id()), visit.say("predefined.assess.this"))));
        getFooter().add(remove, button("sheet-copy", "predefined.copy", copy), assess);
    }

    private Button button(String id, String words, Consumer<PredefinedFee> action) {
        return Styles.id(id, new Button(visit.say(words), e -> {
            close();
            action.accept(fee);
        }));
    }
}
