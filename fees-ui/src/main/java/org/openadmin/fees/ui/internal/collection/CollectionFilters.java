package org.openadmin.fees.ui.internal.collection;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import java.util.Optional;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.CollectionQueryString;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateRange;
import org.openadmin.fees.ui.internal.components.FilterBar;
import org.openadmin.fees.ui.internal.components.Styles;

/** The dates of the charges, and for one fee the groups. Each change takes effect at once. */
final class CollectionFilters extends FilterBar {

    private final DateRange dates;
    private final Select<GroupKind> by = new Select<>();
    private final Checkbox today;

    CollectionFilters(UserContext context, Runnable changed) {
        super("collection-filters", changed);
        dates = new DateRange(context, this::fireChange);
        by.setId("filter-by");
        by.setLabel(context.text("collection.by"));
        by.setItems(GroupKind.HOMEROOM, GroupKind.GRADE);
        by.setItemLabelGenerator(context::format);
        by.setWidth("10rem");
        by.addValueChangeListener(e -> fireChange());
        today = Styles.id("filter-today", new Checkbox(context.text("collection.today")));
        today.addValueChangeListener(e -> fireChange());
        add(together(dates.firstField(), dates.lastField()), by, today);
    }

    /** The field that the slash key focuses. */
    Focusable<?> first() {
        return dates.firstField();
    }

    /** Shows what is selected without firing a change. */
    void show(CollectionQueryString address) {
        withoutEvents(() -> {
            dates.show(address.period().from(), address.period().to());
            by.setValue(address.by());
            today.setValue(address.groups() == GroupDay.TODAY);
            by.setVisible(address.fee().isPresent());
            today.setVisible(address.fee().isPresent());
        });
    }

    /** What is selected now; empty if a date is invalid, which then shows why. */
    Optional<CollectionQueryString> read(CollectionQueryString shown) {
        if (!dates.isReadable()) {
            return Optional.empty();
        }
        CollectionQueryString dated = shown.in(new CollectionPeriod(dates.from(), dates.to()));
        GroupDay day = today.getValue() ? GroupDay.TODAY : GroupDay.CHARGE;
        boolean regrouped = by.getValue() != shown.by() || day != shown.groups();
        return Optional.of(regrouped ? dated.groupedBy(by.getValue(), day) : dated);
    }
}
