package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** The office's work in five steps, each a link to its page; without a role for the page, the card is not a link. */
final class WorkflowCards extends OrderedList {

    /** The steps in their order, with the roles that may open the page. */
    enum Step {
        PREDEFINE(Routes.PREDEFINED, Role.BILL, Role.VIEW),
        ASSESS(Routes.ASSESS, Role.BILL),
        INVOICE(Routes.INVOICES, Role.BILL),
        PAY(Routes.PAYMENTS, Role.CASHIER, Role.VIEW),
        EXPORT(Routes.EXPORT, Role.BILL, Role.CASHIER, Role.VIEW);

        private final String path;
        private final Set<Role> roles;

        Step(String path, Role first, Role... more) {
            this.path = path;
            roles = EnumSet.of(first, more);
            roles.add(Role.ADMIN);
        }

        String path() {
            return path;
        }

        boolean isOpenTo(UserContext context) {
            return context.actor().roles().stream().anyMatch(roles::contains);
        }

        String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String key() {
            return "overview.step." + keyword();
        }
    }

    private final UserContext context;

    WorkflowCards(UserContext context) {
        this.context = context;
        setId("overview-steps");
        getElement().setAttribute("aria-label", context.text("overview.steps"));
        Styles.css("fees-cards", this);
        for (Step step : Step.values()) {
            add(new ListItem(card(step)));
        }
    }

    private Component card(Step step) {
        Span number =
                Styles.css("fees-card-number", new Span(context.text("overview.step.number", step.ordinal() + 1)));
        Span name = Styles.css("fees-card-name", new Span(context.text(step.key())));
        Div title = new Div(number, name);
        Div line = Styles.secondaryText(new Div(context.text(step.key() + ".line")));
        String id = "step-" + step.keyword();
        if (!step.isOpenTo(context)) {
            return Styles.id(id, Styles.css("fees-card-closed", card(new Div(title, line))));
        }
        Anchor card = card(new Anchor(step.path()));
        card.add(title, line);
        return Styles.id(id, card);
    }

    private static <C extends Component> C card(C card) {
        return Styles.css("fees-card", Styles.boxed(card));
    }
}
