package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
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

/** How the office's work goes, step by step, as the way in; a step that the user has no role for is told, and leads nowhere. */
final class WorkflowCards extends OrderedList {

    /** The steps in their order, with the roles that the portal opens the page for. */
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

        boolean isOpenTo(UserContext visit) {
            return visit.actor().roles().stream().anyMatch(roles::contains);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String key() {
            return "overview.step." + word();
        }
    }

    private final UserContext visit;

    WorkflowCards(UserContext visit) {
        this.visit = visit;
        setId("overview-steps");
        getElement().setAttribute("aria-label", visit.say("overview.steps"));
        getStyle()
                .set("list-style", "none")
                .set("margin", "0")
                .set("padding", "0")
                .set("width", "100%")
                .set("display", "grid")
                .set("grid-template-columns", "repeat(auto-fit, minmax(9.5rem, 1fr))")
                .set("gap", "var(--lumo-space-s)");
        for (Step step : Step.values()) {
            ListItem item = new ListItem(card(step));
            item.getStyle().set("display", "flex");
            add(item);
        }
    }

    private Component card(Step step) {
        Span number = new Span(visit.say("overview.step.number", step.ordinal() + 1));
        number.getStyle().set("color", "var(--lumo-secondary-text-color)").set("margin-right", "0.5em");
        Span name = new Span(visit.say(step.key()));
        name.getStyle().set("font-weight", "600");
        Div title = new Div(number, name);
        Div line = Styles.quiet(new Div(visit.say(step.key() + ".line")));
        String id = "step-" + step.word();
        if (!step.isOpenTo(visit)) {
            Div card = framed(new Div(title, line));
            card.getStyle().set("border-style", "dashed");
            return Styles.id(id, card);
        }
        name.getStyle().set("color", "var(--lumo-primary-text-color)");
        Anchor card = framed(new Anchor(step.path()));
        card.add(title, line);
        return Styles.id(id, card);
    }

    private static <C extends HasStyle> C framed(C card) {
        Styles.boxed(card)
                .getStyle()
                .set("padding", "var(--lumo-space-s) var(--lumo-space-m)")
                .set("width", "100%")
                .set("color", "var(--lumo-body-text-color)")
                .set("text-decoration", "none");
        return card;
    }
}
