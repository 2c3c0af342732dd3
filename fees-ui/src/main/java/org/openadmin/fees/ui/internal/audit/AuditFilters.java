package org.openadmin.fees.ui.internal.audit;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.spi.messages.AuditLabels;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.DateRange;
import org.openadmin.fees.ui.internal.components.FilterBar;
import org.openadmin.fees.ui.internal.components.Styles;

/** The filters of the audit log: user, operation, outcome, subject, dates. Each change takes effect at once. */
final class AuditFilters extends FilterBar {

    private static final int MAX_DIGITS = 10;

    private final transient UserContext context;
    private final DateRange dates;
    private final TextField user = new TextField();
    private final ChoiceField<AuditOperation> operation;
    private final ChoiceField<AuditOutcome> outcome;
    private final ChoiceField<Kind> kind;
    private final TextField number = new TextField();

    AuditFilters(UserContext context, Runnable changed) {
        super("audit-filters", changed);
        this.context = context;
        AuditLabels labels = new AuditLabels(context.locale());
        dates = new DateRange(context, this::fireChange);
        setUp(user, "filter-user", "audit.user", "10rem", AuditEntry.MAX_USER_LENGTH);
        operation = choice("filter-operation", "audit.operation", "13rem", labels::of, AuditOperation.values());
        outcome = choice("filter-outcome", "audit.outcome", "9rem", labels::of, AuditOutcome.values());
        kind = choice("filter-kind", "audit.subject", "10rem", labels::of, Kind.values());
        setUp(number, "filter-number", "audit.number", "6.5rem", MAX_DIGITS);
        add(user, operation, outcome, together(kind, number), together(dates.firstField(), dates.lastField()));
    }

    private void setUp(TextField field, String id, String label, String width, int length) {
        field.setId(id);
        field.setLabel(context.text(label));
        field.setWidth(width);
        field.setClearButtonVisible(true);
        field.setMaxLength(length);
        field.addValueChangeListener(e -> fireChange());
    }

    private <T> ChoiceField<T> choice(
            String id, String label, String width, ItemLabelGenerator<T> labels, T[] entries) {
        ChoiceField<T> field = Styles.id(id, new ChoiceField<>(context));
        field.setItemLabelGenerator(labels);
        field.offer(List.of(entries));
        field.setLabel(context.text(label));
        field.setPlaceholder(context.text(label + ".all"));
        field.setWidth(width);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(e -> fireChange());
        return field;
    }

    /** The field that the slash key focuses. */
    Focusable<?> first() {
        return user;
    }

    /** Shows a query without firing a change. */
    void show(AuditQuery query) {
        withoutEvents(() -> {
            user.setValue(query.user().orElse(""));
            operation.show(query.operation());
            outcome.show(query.outcome());
            kind.show(query.subject().map(AuditSubject::kind));
            number.setValue(query.subject()
                    .map(subject -> String.valueOf(subject.number()))
                    .orElse(""));
            number.setInvalid(false);
            dates.show(query.from(), query.to());
        });
    }

    /**
     * The query; empty if a field is invalid, which then shows why, or while only one half of the subject is filled in.
     */
    Optional<AuditQuery> read() {
        String typed = number.getValue().strip();
        boolean wrong = !typed.isEmpty() && !typed.matches("-?\\d{1," + (MAX_DIGITS - 1) + "}");
        number.setErrorMessage(context.text("audit.number.wrong"));
        number.setInvalid(wrong);
        boolean chosen = operation.isReadable() && outcome.isReadable() && kind.isReadable();
        if (!dates.isReadable() | wrong || !chosen || typed.isEmpty() != kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AuditQuery(
                Optional.of(user.getValue()),
                operation.getOptionalValue(),
                outcome.getOptionalValue(),
                dates.from(),
                dates.to(),
                kind.getOptionalValue().map(each -> new AuditSubject(each, Long.parseLong(typed)))));
    }
}
