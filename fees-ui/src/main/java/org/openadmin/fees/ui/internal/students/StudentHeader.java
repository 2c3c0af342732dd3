package org.openadmin.fees.ui.internal.students;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** The student and the amount due, the same on every page. */
public final class StudentHeader extends Div {

    private final UserContext context;
    private final StudentSnapshot student;
    private final Statements.State state;
    private final AccountBalance account;
    private final Div facts = Styles.row();

    public StudentHeader(UserContext context, StudentSnapshot student, Statements.State state, AccountBalance account) {
        this.context = context;
        this.student = student;
        this.state = state;
        this.account = account;
        setId("student-header");
        Styles.css("fees-student", Styles.boxed(this));
        add(who());
        String due = context.text("account.due", account.due().currency().getCurrencyCode());
        add(Styles.css("fees-student-due", figure("due", due, context.format(account.due()))));
        Div parts = new Div(
                figure("outstanding", context.text("account.outstanding"), context.format(account.outstanding())),
                figure(
                        "credit",
                        // why nothing is due although charges are outstanding
                        context.text(account.isCoveredByCredit() ? "account.credit.covers" : "account.credit"),
                        context.format(account.credit())));
        add(Styles.css("fees-student-parts", parts));
    }

    /** Adds actions below the figures; the row is hidden if the user may use none of them. */
    public void actions(Component... actions) {
        Div row = Styles.css("fees-student-actions", Styles.row(actions));
        row.setVisible(Stream.of(actions).anyMatch(Component::isVisible));
        add(row);
    }

    /** Adds small links and buttons beside the student's number, which saves a line. */
    public void aside(Component... links) {
        Stream.of(links).forEach(link -> Styles.css("fees-small", link));
        facts.add(links);
    }

    /** Shows that the student pays in cash only until a day. */
    public StudentHeader cashOnly(Optional<LocalDate> until) {
        until.map(day -> context.text("account.cash-only", context.format(day)))
                .map(text -> Styles.id("cash-only", Styles.badge(text, Styles.Badge.ERROR)))
                .ifPresent(facts::add);
        return this;
    }

    /** @param name the link's text is account.to.NAME */
    public Anchor link(String name, String href) {
        return Styles.id("to-" + name, new Anchor(href, context.text("account.to." + name)));
    }

    /**
     * The link to this student's invoice; shown only to users who may bill, for students who are still in the portal and owe
     * something.
     */
    public Anchor invoice() {
        Anchor invoice = link("invoice", Routes.invoices(student.number()));
        invoice.setVisible(context.may(Role.BILL)
                && state != Statements.State.NOT_IN_HOST
                && state != Statements.State.PAYER
                && account.outstanding().isPositive());
        return invoice;
    }

    /** The word for an account that is not an enrolled student's. */
    static String stateWord(UserContext context, Statements.State state) {
        return context.text(
                switch (state) {
                    case NOT_IN_HOST -> "student.gone";
                    case PAYER -> "student.payer";
                    case ACTIVE, WITHDRAWN -> "student.withdrawn";
                });
    }

    private Div who() {
        H3 name = Styles.heading(Styles.id("student-name", new H3(student.nameOrNumber())));
        // even with the longest name, the form stays in view
        Styles.truncate(name, 2, student.nameOrNumber());
        Span words = Styles.secondaryText(new Span(facts()));
        if (state != Statements.State.ACTIVE) {
            words.add(Styles.badge(stateWord(context, state), Styles.Badge.CONTRAST));
        }
        facts.add(words);
        return Styles.css("fees-student-who", new Div(name, facts));
    }

    private String facts() {
        StringBuilder facts = new StringBuilder(context.text("student.number", String.valueOf(student.number())));
        if (!student.grade().isEmpty()) {
            facts.append(" · ").append(context.grade(student.grade()));
        }
        if (!student.homeroom().isEmpty()) {
            facts.append(" · ").append(context.text("student.homeroom", student.homeroom()));
        }
        facts.append(" · ")
                .append(context.text(
                        "student.pay-code", PayCode.of(student.number()).toString()));
        return facts.append(' ').toString();
    }

    private static Div figure(String id, String label, String amount) {
        Span value = Styles.css("fees-student-amount", Styles.id("account-" + id, new Span(amount)));
        return Styles.css("fees-student-figure", new Div(Styles.secondaryText(new Span(label)), value));
    }
}
