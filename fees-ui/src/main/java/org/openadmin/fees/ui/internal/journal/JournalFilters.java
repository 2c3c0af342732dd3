package org.openadmin.fees.ui.internal.journal;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.ui.internal.JournalQueryString;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateRange;
import org.openadmin.fees.ui.internal.components.FilterBar;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.StudentField;

/** The filters of the journal: student, kinds, batch, dates, outstanding only. Each change takes effect at once. */
final class JournalFilters extends FilterBar {

    private final transient UserContext context;
    private final DateRange dates;
    private final MultiSelectComboBox<EntryKind> kinds = new MultiSelectComboBox<>();
    private final StudentField student;
    private final TextField batch = new TextField();
    private final Checkbox outstanding;

    JournalFilters(UserContext context, Students students, Runnable changed) {
        super("journal-filters", changed);
        this.context = context;
        dates = new DateRange(context, this::fireChange);
        student = Styles.id("filter-student", new StudentField(context, students));
        student.setWidth("12rem");
        student.addValueChangeListener(e -> fireChange());
        outstanding = Styles.id("filter-outstanding", new Checkbox(context.text("journal.outstanding-only")));
        outstanding.addValueChangeListener(e -> fireChange());
        setUpKinds();
        setUpBatch();
        add(student, kinds, batch, together(dates.firstField(), dates.lastField()), outstanding);
    }

    private void setUpKinds() {
        kinds.setId("filter-kinds");
        kinds.setLabel(context.text("journal.kind"));
        kinds.setPlaceholder(context.text("journal.kind.all"));
        kinds.setItems(EntryKind.values());
        kinds.setItemLabelGenerator(context::format);
        kinds.setClearButtonVisible(true);
        kinds.setWidth("9rem");
        kinds.addValueChangeListener(e -> fireChange());
    }

    private void setUpBatch() {
        batch.setId("filter-batch");
        batch.setLabel(context.text("journal.batch"));
        batch.setWidth("5rem");
        batch.setClearButtonVisible(true);
        batch.setMaxLength(18);
        batch.addValueChangeListener(e -> fireChange());
    }

    /** The field that the slash key focuses. */
    Focusable<?> first() {
        return student;
    }

    /** Shows a query without firing a change. */
    void show(JournalQuery query) {
        withoutEvents(() -> {
            dates.show(query.from(), query.to());
            kinds.setValue(query.kinds());
            student.show(query.student());
            batch.setValue(query.batch().map(BatchNumber::toString).orElse(""));
            batch.setInvalid(false);
            outstanding.setValue(query.outstandingOnly());
        });
    }

    /** The query, in the current order of the list; empty if a field is invalid, which then shows why. */
    Optional<JournalQuery> read(JournalQuery now) {
        Optional<BatchNumber> number = readBatch();
        if (!dates.isReadable() | batch.isInvalid() | student.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(new JournalQuery(
                dates.from(),
                dates.to(),
                kinds.getValue(),
                student.number(),
                number,
                outstanding.getValue(),
                now.order(),
                now.ascending()));
    }

    private Optional<BatchNumber> readBatch() {
        String typed = batch.getValue().strip();
        batch.setInvalid(false);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JournalQueryString.batch(typed));
        } catch (IllegalArgumentException e) {
            batch.setErrorMessage(context.text("journal.batch-number"));
            batch.setInvalid(true);
            return Optional.empty();
        }
    }
}
