package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
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

    private final UserContext context;
    private final FeesOverview.Figures figures;
    /** The past day of the figures; absent for today. */
    private final transient Optional<LocalDate> asOf;

    OverviewFigures(UserContext context, FeesOverview.Figures figures) {
        this.context = context;
        this.figures = figures;
        setId("overview-figures");
        Styles.css("fees-overview", this);
        asOf = figures.known().map(known -> figures.today());
        if (asOf.isEmpty() && nothingEver()) {
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
        Div lesson = Styles.id("overview-empty", Styles.emptyState(context.text("overview.empty")));
        Arrays.stream(WorkflowCards.Step.values())
                .filter(step -> step == WorkflowCards.Step.PREDEFINE || step == WorkflowCards.Step.ASSESS)
                .filter(step -> step.isOpenTo(context) && context.may(Role.BILL))
                .forEach(step -> {
                    Anchor link = Styles.id(
                            "first-" + step.keyword(),
                            new Anchor(step.path(), context.text("overview.first." + step.keyword())));
                    lesson.add(step == WorkflowCards.Step.PREDEFINE ? Styles.primary(link) : link);
                });
        return lesson;
    }

    private Component today() {
        Anchor who = Styles.id("who-owes", new Anchor(AgingBucket.ALL.path(asOf), context.text("overview.who")));
        Styles.css("fees-small", who);
        Div owed = StatTiles.of(
                "figure-outstanding", context.text("account.outstanding"), context.format(figures.outstanding()), "");
        owed.add(who);
        Div row = new Div(
                owed,
                StatTiles.of(
                        "figure-credit",
                        context.text("account.credit"),
                        context.format(figures.credit()),
                        context.text("overview.credit")),
                StatTiles.of(
                        "figure-balance",
                        context.text("overview.balance"),
                        context.format(figures.balance()),
                        context.text("overview.owing", figures.studentsOwing())),
                StatTiles.of(
                        "figure-charged-today",
                        ofDay("overview.charged-today"),
                        context.format(figures.chargedToday()),
                        ""),
                StatTiles.of(
                        "figure-received-today",
                        ofDay("overview.received-today"),
                        context.format(figures.receivedToday()),
                        taken()),
                StatTiles.of(
                        "figure-received-month",
                        ofDay("overview.received-month"),
                        context.format(figures.receivedThisMonth()),
                        context.text("overview.after-corrections")));
        StatTiles.row(row);
        String currency = figures.outstanding().currency().getCurrencyCode();
        Section today = section("today", ofDay("overview.today", context.format(figures.today()), currency), row);
        figures.known().ifPresent(known -> today.add(AsOfDay.later(context, known, figures.today())));
        return today;
    }

    /** The words for today, or those for a past day. */
    private String ofDay(String key, Object... arguments) {
        return context.text(asOf.isPresent() ? key + ".past" : key, arguments);
    }

    private String taken() {
        String receipts = context.text("overview.receipts", figures.receiptsToday());
        return figures.paidOutToday().isZero()
                ? receipts
                : context.text(
                        "overview.receipts.less",
                        receipts,
                        context.format(figures.takenToday()),
                        context.format(figures.paidOutToday()));
    }

    private Component charts() {
        Section ages = section("ages", context.text("overview.ages"), new AgingChart(context, figures.bands(), asOf));
        Section months = section("months", ofDay("overview.months", context.format(figures.today())), months());
        Div both = new Div(
                Styles.css("fees-chart-ages", Styles.boxed(ages)),
                Styles.css("fees-chart-months", Styles.boxed(months)));
        return Styles.css("fees-charts", both);
    }

    private Component months() {
        return Styles.css("fees-chart-scroll", new Div(new MonthChart(context, figures.months())));
    }

    private static Section section(String id, String title, Component content) {
        H3 heading = Styles.css("fees-overview-heading", Styles.id("heading-" + id, new H3(new Span(title))));
        Section section = new Section(heading, content);
        section.getElement().setAttribute("aria-labelledby", "heading-" + id);
        return section;
    }
}
