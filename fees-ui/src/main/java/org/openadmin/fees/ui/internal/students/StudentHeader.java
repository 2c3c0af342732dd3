package org.openadmin.fees.ui.internal.students;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** Who it is and what is due: the same on every page. */
public final class StudentHeader extends Div {

    private final UserContext visit;
    private final StudentSnapshot student;
    private final Statements.State state;
    private final AccountBalance account;
    private final Div facts = Styles.row();

    public StudentHeader(UserContext visit, StudentSnapshot student, Statements.State state, AccountBalance account) {
        this.visit = visit;
        this.student = student;
        this.state = state;
        this.account = account;
        setId("student-header");
        Styles.boxed(this)
                .getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-xs) var(--lumo-space-l)")
                .set("padding", "var(--lumo-space-s) var(--lumo-space-m)")
                .set("align-items", "end")
                .set("width", "100%");
        add(who());
        add(figure(
                "due",
                visit.say("account.due", account.due().currency().getCurrencyCode()),
                visit.show(account.due()),
                "var(--lumo-font-size-xxl)"));
        // what makes up the amount due stays side by side, on a narrow page below it
        Div parts = new Div(
                figure(
                        "outstanding",
                        visit.say("account.outstanding"),
                        visit.show(account.outstanding()),
                        "var(--lumo-font-size-l)"),
                figure("credit", visit.say("account.credit"), visit.show(account.credit()), "var(--lumo-font-size-l)"));
        parts.getStyle().set("display", "flex").set("gap", "var(--lumo-space-l)");
        add(parts);
    }

    /** Puts what can be done next below the figures, in this order; what the user may not do is hidden. */
    public void actions(Component... actions) {
        Div row = Styles.row(actions);
        row.getStyle().set("align-items", "center").set("margin-top", "var(--lumo-space-xs)");
        row.setVisible(Stream.of(actions).anyMatch(Component::isVisible));
        add(row);
    }

    /** Puts small links beside the facts, where every line of height counts. */
    public void aside(Anchor... links) {
        Stream.of(links).forEach(link -> link.getStyle().set("font-size", "var(--lumo-font-size-s)"));
        facts.add(links);
    }

    /** @param name of the link: its text is account.to.NAME */
    public Anchor link(String name, String href) {
        return Styles.id("to-" + name, new Anchor(href, visit.say("account.to." + name)));
    }

    /** To this one student's invoice; for those who print invoices, and a student whom the host can still name. */
    public Anchor invoice() {
        Anchor invoice = link("invoice", Routes.invoices(student.number()));
        invoice.setVisible(visit.may(Role.BILL)
                && state != Statements.State.GONE
                && account.outstanding().isPositive());
        return invoice;
    }

    /** The word for where a student is who is not at school. */
    static String stateWord(UserContext visit, Statements.State state) {
        return visit.say(state == Statements.State.GONE ? "student.gone" : "student.withdrawn");
    }

    private Div who() {
        H3 name = Styles.id("student-name", new H3(student.nameOrNumber()));
        // the longest name leaves the form below in view
        Styles.cut(name, 2, student.nameOrNumber())
                .getStyle()
                .set("margin", "0")
                .set("font-size", "var(--lumo-font-size-l)");
        Span words = Styles.quiet(new Span(facts()));
        if (state != Statements.State.ACTIVE) {
            words.add(Styles.badge(stateWord(visit, state), "contrast"));
        }
        facts.add(words);
        Div who = new Div(name, facts);
        who.getStyle().set("flex", "1 1 14rem").set("align-self", "center").set("min-width", "0");
        return who;
    }

    private String facts() {
        StringBuilder facts = new StringBuilder(visit.say("student.number", String.valueOf(student.number())));
        if (!student.grade().isEmpty()) {
            facts.append(" · ").append(visit.grade(student.grade()));
        }
        if (!student.homeroom().isEmpty()) {
            facts.append(" · ").append(visit.say("student.homeroom", student.homeroom()));
        }
        return facts.append(' ').toString();
    }

    private static Div figure(String id, String label, String amount, String size) {
        Span value = Styles.id("account-" + id, new Span(amount));
        value.getStyle().set("font-size", size).set("font-weight", "600").set("line-height", "1.2");
        Div figure = new Div(Styles.quiet(new Span(label)), value);
        figure.getStyle().set("display", "flex").set("flex-direction", "column");
        return Styles.figure(figure);
    }
}
