package org.openadmin.fees.ui.internal.receipts;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.DateRange;
import org.openadmin.fees.ui.internal.components.FilterBar;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.StudentField;

/** The filters of the receipts: student, number, cashier, dates. Each change takes effect at once. */
final class ReceiptFilters extends FilterBar {

    private final transient UserContext context;
    private final transient Supplier<List<String>> cashiers;
    private final TextField number = new TextField();
    private final StudentField student;
    private final DateRange dates;
    private final ChoiceField<String> cashier;
    private transient List<String> known;

    /** @param cashiers loads the cashiers when their list is opened for the first time */
    ReceiptFilters(UserContext context, Students students, Supplier<List<String>> cashiers, Runnable changed) {
        super("receipt-filters", changed);
        this.context = context;
        this.cashiers = cashiers;
        student = Styles.id("filter-student", new StudentField(context, students));
        student.setWidth("12rem");
        student.addValueChangeListener(e -> fireChange());
        dates = new DateRange(context, this::fireChange);
        setUpNumber();
        cashier = new ChoiceField<>(context);
        setUpCashier();
        add(student, number, cashier, together(dates.firstField(), dates.lastField()));
    }

    private void setUpNumber() {
        number.setId("filter-number");
        number.setLabel(context.text("receipts.number"));
        number.setWidth("8.5rem");
        number.setClearButtonVisible(true);
        number.setMaxLength(10);
        number.addValueChangeListener(e -> fireChange());
    }

    private void setUpCashier() {
        cashier.setId("filter-cashier");
        cashier.setLabel(context.text("receipts.cashier"));
        cashier.setPlaceholder(context.text("receipts.cashier.all"));
        cashier.setClearButtonVisible(true);
        cashier.setWidth("10rem");
        cashier.offer(this::known);
        cashier.addValueChangeListener(e -> fireChange());
    }

    private List<String> known() {
        if (known == null) {
            try {
                known = cashiers.get();
            } catch (FeesException e) {
                return List.of();
            }
        }
        return known;
    }

    /** The field that the slash key focuses. */
    Focusable<?> first() {
        return student;
    }

    /** Shows a query without firing a change. */
    void show(ReceiptQuery query) {
        withoutEvents(() -> {
            number.setValue(query.number().map(ReceiptNumber::toString).orElse(""));
            number.setInvalid(false);
            student.show(query.student());
            dates.show(query.from(), query.to());
            cashier.show(query.cashier());
        });
    }

    /**
     * The query; empty if a field is invalid, which then shows why. A search for a receipt or a student that starts from today's
     * list covers all days.
     */
    Optional<ReceiptQuery> read(ReceiptQuery now, LocalDate today) {
        Optional<ReceiptNumber> wanted = readNumber();
        if (!dates.isReadable() | number.isInvalid() | student.isInvalid() | !cashier.isReadable()) {
            return Optional.empty();
        }
        boolean looking = wanted.isPresent() && now.number().isEmpty()
                || student.number().isPresent() && now.student().isEmpty();
        Optional<LocalDate> usual = Optional.of(today);
        boolean anyDay = looking && dates.from().equals(usual) && dates.to().equals(usual);
        return Optional.of(new ReceiptQuery(
                wanted,
                student.number(),
                anyDay ? Optional.empty() : dates.from(),
                anyDay ? Optional.empty() : dates.to(),
                cashier.getOptionalValue()));
    }

    private Optional<ReceiptNumber> readNumber() {
        String typed = number.getValue().strip();
        number.setInvalid(false);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReceiptNumber.parse(typed));
        } catch (FeesException e) {
            number.setErrorMessage(context.text("receipts.number-wrong", typed));
            number.setInvalid(true);
            return Optional.empty();
        }
    }
}
