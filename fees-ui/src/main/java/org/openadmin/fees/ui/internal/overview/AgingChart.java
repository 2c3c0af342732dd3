package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BarCell;
import org.openadmin.fees.ui.internal.components.Styles;

/** What is outstanding by age: a list of four links, each with its figures and a bar, to the students behind it. */
final class AgingChart extends UnorderedList {

    private final UserContext visit;

    AgingChart(UserContext visit, List<Band> bands) {
        this.visit = visit;
        setId("age-chart");
        getStyle()
                .set("list-style", "none")
                .set("margin", "0")
                .set("padding", "0")
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "var(--lumo-space-xs)");
        Money longest = bands.stream().map(Band::amount).max(Money::compareTo).orElseThrow();
        bands.forEach(band -> add(new ListItem(bar(band, longest))));
    }

    private Anchor bar(Band band, Money longest) {
        Span age = new Span(visit.say(AgingBucket.of(band.age()).key()));
        age.getStyle().set("color", "var(--lumo-primary-text-color)").set("font-weight", "500");
        Span students = Styles.quiet(new Span(visit.say("overview.students", band.students())));
        students.getStyle().set("flex", "1");
        Span amount = Styles.figure(new Span(visit.show(band.amount())));
        amount.getStyle().set("font-weight", "600");
        Div text = new Div(age, students, amount);
        text.getStyle().set("display", "flex").set("gap", "var(--lumo-space-m)").set("align-items", "baseline");
        boolean oldest = band.age() == Age.OVER_90;
        Anchor link = new Anchor(AgingBucket.of(band.age()).path());
        link.add(text, new BarCell(band.amount(), longest, oldest ? "error-color" : "primary-color", "0.75rem"));
        link.getStyle()
                .set("display", "block")
                .set("padding", "var(--lumo-space-xs)")
                .set("color", "var(--lumo-body-text-color)")
                .set("text-decoration", "none");
        return Styles.id("age-" + AgingBucket.of(band.age()).word(), link);
    }
}
