package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.overview.FeesOverview.Month;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.StatTiles;
import org.openadmin.fees.ui.internal.components.Styles;

/** Today's figures or, until there are any, the first steps. */
final class OverviewFigures extends Div {

    private final UserContext visit;
    private final FeesOverview.Figures figures;

    OverviewFigures(UserContext visit, FeesOverview.Figures figures) {
        this.visit = visit;
        this.figures = figures;
        setId("overview-figures");
        Styles.css("fees-overview", this);
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
        Div lesson = Styles.id("overview-empty", Styles.lesson(visit.say("overview.empty")));
        Arrays.stream(WorkflowCards.Step.values())
                .filter(step -> step == WorkflowCards.Step.PREDEFINE || step == WorkflowCards.Step.ASSESS)
                .filter(step -> step.isOpenTo(visit) && visit.may(Role.BILL))
                .forEach(step -> {
                    Anchor link = Styles.id(
                            "first-" + step.word(),
                            new Anchor(step.path(), visit.say("overview.first." + step.word())));
                    lesson.add(step == WorkflowCards.Step.PREDEFINE ? Styles.primary(link) : link);
                });
        return lesson;
    }

    private Component today() {
        Anchor who = Styles.id("who-owes", new Anchor(AgingBucket.ALL.path(), visit.say("overview.who")));
        Styles.css("fees-small", who);
        Div owed = StatTiles.of(
                "figure-outstanding", visit.say("account.outstanding"), visit.show(figures.outstanding()), "");
        owed.add(who);
        Div row = new Div(
                owed,
                StatTiles.of(
                        "figure-credit",
                        visit.say("account.credit"),
                        visit.show(figures.credit()),
                        visit.say("overview.credit")),
                StatTiles.of(
                        "figure-balance",
                        visit.say("overview.balance"),
                        visit.show(figures.balance()),
                        visit.say("overview.owing", figures.studentsOwing())),
                StatTiles.of(
                        "figure-charged-today",
                        visit.say("overview.charged-today"),
                        visit.show(figures.chargedToday()),
                        ""),
                StatTiles.of(
                        "figure-received-today",
                        visit.say("overview.received-today"),
                        visit.show(figures.receivedToday()),
                        visit.say("overview.receipts", figures.receiptsToday())),
                StatTiles.of(
                        "figure-received-month",
                        visit.say("overview.received-month"),
                        visit.show(figures.receivedThisMonth()),
                        ""));
        StatTiles.row(row);
        String currency = figures.outstanding().currency().getCurrencyCode();
        return section("today", visit.say("overview.today", visit.show(figures.today()), currency), row);
    }

    private Component charts() {
        Section ages = section("ages", visit.say("overview.ages"), new AgingChart(visit, figures.bands()));
        Section months = section("months", visit.say("overview.months"), months());
        Div both = new Div(
                Styles.css("fees-chart-ages", Styles.boxed(ages)),
                Styles.css("fees-chart-months", Styles.boxed(months)));
        return Styles.css("fees-charts", both);
    }

    private Component months() {
        return Styles.css("fees-chart-scroll", new Div(new MonthChart(visit, figures.months())));
    }

    private static Section section(String id, String title, Component content) {
        H3 heading = Styles.css("fees-overview-heading", Styles.id("heading-" + id, new H3(new Span(title))));
        Section section = new Section(heading, content);
        section.getElement().setAttribute("aria-labelledby", "heading-" + id);
        return section;
    }
}
