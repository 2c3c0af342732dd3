package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.stream.Stream;
import org.openadmin.fees.api.FeesOverview;
import org.openadmin.fees.api.FeesOverview.Month;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;

/** How the school's fees stand today; where nothing has happened yet, what to do first. */
final class Glance extends Div {

    private final Visit visit;
    private final FeesOverview.Figures figures;

    Glance(Visit visit, FeesOverview.Figures figures) {
        this.visit = visit;
        this.figures = figures;
        setId("overview-figures");
        getStyle()
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "var(--lumo-space-m)")
                .set("margin-top", "var(--lumo-space-s)")
                .set("width", "100%");
        if (nothingEver()) {
            add(lesson());
            return;
        }
        add(today(), charts());
    }

    private boolean nothingEver() {
        Stream<Money> amounts = Stream.concat(
                Stream.of(figures.outstanding(), figures.credit(), figures.chargedToday(), figures.receivedToday()),
                figures.months().stream().flatMap((Month each) -> Stream.of(each.charged(), each.received())));
        return amounts.allMatch(Money::isZero);
    }

    private Component lesson() {
        Div lesson = Look.id("overview-empty", Look.lesson(visit.say("overview.empty")));
        Arrays.stream(Steps.Step.values())
                .filter(step -> step == Steps.Step.PREDEFINE || step == Steps.Step.ASSESS)
                .filter(step -> step.isOpenTo(visit) && visit.may(Role.BILL))
                .forEach(step -> {
                    Anchor link = Look.id(
                            "first-" + step.word(),
                            new Anchor(step.path(), visit.say("overview.first." + step.word())));
                    lesson.add(step == Steps.Step.PREDEFINE ? Look.primary(link) : link);
                });
        return lesson;
    }

    private Component today() {
        Anchor who = Look.id("who-owes", new Anchor(Receivables.ALL.path(), visit.say("overview.who")));
        who.getStyle().set("font-size", "var(--lumo-font-size-s)");
        Div owed = Figures.of(
                "figure-outstanding", visit.say("account.outstanding"), visit.show(figures.outstanding()), "");
        owed.add(who);
        Div row = new Div(
                owed,
                Figures.of(
                        "figure-credit",
                        visit.say("account.credit"),
                        visit.show(figures.credit()),
                        visit.say("overview.credit")),
                Figures.of(
                        "figure-balance",
                        visit.say("overview.balance"),
                        visit.show(figures.balance()),
                        visit.say("overview.owing", figures.studentsOwing())),
                Figures.of(
                        "figure-charged-today",
                        visit.say("overview.charged-today"),
                        visit.show(figures.chargedToday()),
                        ""),
                Figures.of(
                        "figure-received-today",
                        visit.say("overview.received-today"),
                        visit.show(figures.receivedToday()),
                        visit.say("overview.receipts", figures.receiptsToday())),
                Figures.of(
                        "figure-received-month",
                        visit.say("overview.received-month"),
                        visit.show(figures.receivedThisMonth()),
                        ""));
        Figures.row(row);
        String currency = figures.outstanding().currency().getCurrencyCode();
        return section("today", visit.say("overview.today", visit.show(figures.today()), currency), row);
    }

    private Component charts() {
        Div both = new Div(
                boxed(section("ages", visit.say("overview.ages"), new AgeChart(visit, figures.bands())), "1 1 18rem"),
                boxed(section("months", visit.say("overview.months"), months()), "2 1 24rem"));
        both.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-m)")
                .set("align-items", "flex-start");
        return both;
    }

    private Component months() {
        Div frame = new Div(new MonthChart(visit, figures.months()));
        frame.getStyle().set("overflow-x", "auto");
        return frame;
    }

    private static Section boxed(Section section, String flex) {
        Look.boxed(section).getStyle().set("flex", flex).set("min-width", "0");
        return section;
    }

    private static Section section(String id, String title, Component content) {
        H3 heading = Look.id("heading-" + id, new H3(new Span(title)));
        heading.getStyle().set("margin", "0 0 var(--lumo-space-s)").set("font-size", "var(--lumo-font-size-m)");
        Section section = new Section(heading, content);
        section.getElement().setAttribute("aria-labelledby", "heading-" + id);
        return section;
    }
}
