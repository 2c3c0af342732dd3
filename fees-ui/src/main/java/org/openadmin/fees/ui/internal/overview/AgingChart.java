package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BarCell;
import org.openadmin.fees.ui.internal.components.Styles;

/** Outstanding charges by age: four links to the lists of students, each with its figures and a bar. */
final class AgingChart extends UnorderedList {

    private final UserContext context;

    private final transient Optional<LocalDate> asOf;

    /** @param asOf the past day of the bands; absent for today */
    AgingChart(UserContext context, List<Band> bands, Optional<LocalDate> asOf) {
        this.context = context;
        this.asOf = asOf;
        setId("age-chart");
        Styles.css("fees-ages", this);
        Money longest = bands.stream().map(Band::amount).max(Money::compareTo).orElseThrow();
        bands.forEach(band -> add(new ListItem(bar(band, longest))));
    }

    private Anchor bar(Band band, Money longest) {
        AgingBucket bucket = AgingBucket.of(band.age());
        Span age = Styles.css("fees-age-name", new Span(context.text(bucket.key())));
        Span students = new Span(context.text("overview.students", band.students()));
        Span amount = Styles.strong(Styles.figure(new Span(context.format(band.amount()))));
        BarCell bar = new BarCell(band.amount(), longest);
        if (band.age() == Age.OVER_90) {
            Styles.css("fees-bar-overdue", bar);
        }
        Anchor link = Styles.css("fees-age", new Anchor(bucket.path(asOf)));
        Div text = new Div(age, Styles.css("fees-age-students", Styles.secondaryText(students)), amount);
        link.add(Styles.css("fees-age-text", text), bar);
        return Styles.id("age-" + bucket.keyword(), link);
    }
}
