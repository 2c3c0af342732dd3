package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.StudentOfRecord;

/** Who it is and what is due: the same on every page. */
final class StudentHeader extends Div {

    StudentHeader(Visit visit, StudentOfRecord student, boolean active, AccountBalance account) {
        setId("student-header");
        Look.boxed(this)
                .getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-xs) var(--lumo-space-l)")
                .set("padding", "var(--lumo-space-s) var(--lumo-space-m)")
                .set("align-items", "end")
                .set("width", "100%");
        add(who(visit, student, active));
        add(figure(
                "due",
                visit.say("account.due", account.due().currency().getCurrencyCode()),
                visit.show(account.due()),
                "var(--lumo-font-size-xxl)"));
        add(figure(
                "outstanding",
                visit.say("account.outstanding"),
                visit.show(account.outstanding()),
                "var(--lumo-font-size-l)"));
        add(figure("credit", visit.say("account.credit"), visit.show(account.credit()), "var(--lumo-font-size-l)"));
    }

    private static Div who(Visit visit, StudentOfRecord student, boolean active) {
        H3 name = Look.id("student-name", new H3(student.nameOrNumber()));
        name.getStyle()
                .set("margin", "0")
                .set("font-size", "var(--lumo-font-size-l)")
                .set("overflow-wrap", "anywhere");
        Span facts = Look.quiet(new Span(facts(visit, student)));
        Div who = new Div(name, Look.row(facts));
        if (!active) {
            facts.getElement()
                    .appendChild(Look.badge(visit.say("student.withdrawn"), "contrast")
                            .getElement());
        }
        who.getStyle().set("flex", "1 1 14rem").set("align-self", "center").set("min-width", "0");
        return who;
    }

    private static String facts(Visit visit, StudentOfRecord student) {
        StringBuilder facts = new StringBuilder(visit.say("student.number", String.valueOf(student.number())));
        if (!student.grade().isEmpty()) {
            facts.append(" · ").append(visit.say("student.grade", student.grade()));
        }
        if (!student.homeroom().isEmpty()) {
            facts.append(" · ").append(visit.say("student.homeroom", student.homeroom()));
        }
        return facts.append(' ').toString();
    }

    private static Div figure(String id, String label, String amount, String size) {
        Span value = Look.id("account-" + id, new Span(amount));
        value.getStyle().set("font-size", size).set("font-weight", "600").set("line-height", "1.2");
        Div figure = new Div(Look.quiet(new Span(label)), value);
        figure.getStyle().set("display", "flex").set("flex-direction", "column");
        return Look.figure(figure);
    }
}
