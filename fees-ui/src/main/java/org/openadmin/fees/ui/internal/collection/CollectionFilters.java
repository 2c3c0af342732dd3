package org.openadmin.fees.ui.internal.collection;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.CollectionQueryString;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.DateRange;
import org.openadmin.fees.ui.internal.components.FilterBar;
import org.openadmin.fees.ui.internal.components.Styles;

/** The dates of the charges, the day as of which to show them, and for one fee the groups. Each change takes effect at once. */
final class CollectionFilters extends FilterBar {

    private final UserContext context;
    private final DateRange dates;
    private final DateField asOf;
    private final Select<GroupKind> by = new Select<>();
    private final Checkbox today;

    CollectionFilters(UserContext context, Runnable changed) {
        super("collection-filters", changed);
        this.context = context;
        dates = new DateRange(context, this::fireChange);
        asOf = Styles.id("filter-as-of", new DateField(context, context.text("overview.as-of")));
        asOf.setClearButtonVisible(true);
        asOf.setWidth("10.75rem");
        asOf.addValueChangeListener(e -> fireChange());
        by.setId("filter-by");
        by.setLabel(context.text("collection.by"));
        by.setItems(GroupKind.HOMEROOM, GroupKind.GRADE);
        by.setItemLabelGenerator(context::format);
        by.setWidth("10rem");
        by.addValueChangeListener(e -> fireChange());
        today = Styles.id("filter-today", new Checkbox(context.text("collection.today")));
        today.addValueChangeListener(e -> fireChange());
        add(together(dates.firstField(), dates.lastField()), asOf, by, today);
    }

    /** The field that the slash key focuses. */
    Focusable<?> first() {
        return dates.firstField();
    }

    /** Shows what is selected without firing a change. */
    void show(CollectionQueryString address) {
        withoutEvents(() -> {
            dates.show(address.period().from(), address.period().to());
            asOf.setValue(address.period().asOf().orElse(null));
            by.setValue(address.by());
            today.setValue(address.groups() == GroupDay.TODAY);
            by.setVisible(address.fee().isPresent());
            today.setVisible(address.fee().isPresent());
        });
    }

    /** A later day is refused beside the field. */
    private boolean isPast() {
        if (!asOf.isReadable()) {
            return false;
        }
        Optional<LocalDate> later = asOf.getOptionalValue().filter(context.today()::isBefore);
        later.ifPresent(day -> asOf.refuse(
                context.errors().of(new DateNotAllowedException(Limit.AS_OF_AFTER_TODAY, day, context.today()))));
        return later.isEmpty();
    }

    /** What is selected now; empty if a date is invalid, which then shows why. */
    Optional<CollectionQueryString> read(CollectionQueryString shown) {
        if (!dates.isReadable() || !isPast()) {
            return Optional.empty();
        }
        CollectionQueryString dated = shown.in(new CollectionPeriod(dates.from(), dates.to())
                        .asOf(shown.period().asOf()))
                .asOf(asOf.getOptionalValue().filter(context.today()::isAfter), context.today());
        GroupDay day = today.getValue() ? GroupDay.TODAY : GroupDay.CHARGE;
        boolean regrouped = by.getValue() != shown.by() || day != shown.groups();
        return Optional.of(regrouped ? dated.groupedBy(by.getValue(), day) : dated);
    }
}
