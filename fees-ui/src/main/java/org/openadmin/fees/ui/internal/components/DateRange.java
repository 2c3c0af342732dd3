package org.openadmin.fees.ui.internal.components;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.ui.internal.UserContext;

/** The first and the last day of a filter; an empty field sets no limit. */
public final class DateRange {

    private final DateField first;
    private final DateField last;
    private final String turned;

    /** @param changed runs when a date has been set or cleared */
    public DateRange(UserContext context, Runnable changed) {
        first = field(context, "filter-from", changed);
        last = field(context, "filter-to", changed);
        turned = context.text("filter.dates-turned");
    }

    private static DateField field(UserContext context, String id, Runnable changed) {
        DateField field = Styles.id(id, new DateField(context, context.text(id.replace('-', '.'))));
        field.clear();
        field.setClearButtonVisible(true);
        field.setWidth("10.75rem");
        field.addValueChangeListener(e -> changed.run());
        return field;
    }

    public DateField firstField() {
        return first;
    }

    public DateField lastField() {
        return last;
    }

    public void show(Optional<LocalDate> from, Optional<LocalDate> to) {
        first.setValue(from.orElse(null));
        last.setValue(to.orElse(null));
        isReadable();
    }

    /** Whether both fields are valid; if not, the invalid field shows why. */
    public boolean isReadable() {
        boolean bothRead = first.isReadable() & last.isReadable();
        if (bothRead && from().isPresent() && to().filter(from().get()::isAfter).isPresent()) {
            last.setErrorMessage(turned);
            last.setInvalid(true);
            return false;
        }
        return bothRead;
    }

    public Optional<LocalDate> from() {
        return first.getOptionalValue();
    }

    public Optional<LocalDate> to() {
        return last.getOptionalValue();
    }
}
