package org.openadmin.fees.ui.internal.predefined;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;

/** The limit of a fee in each school year, and the first and the last day that it is for; all may be blank. */
final class TermsField extends Div {

    private final UserContext context;
    private final MoneyField limit;
    private final DateField first;
    private final DateField last;

    TermsField(UserContext context, Currency currency) {
        this.context = context;
        limit = Styles.id("fee-limit", new MoneyField(context, context.text("predefined.limit"), currency));
        limit.setHelperText(context.text("predefined.limit.help"));
        first = day("fee-first-day", "predefined.first-day");
        last = day("fee-last-day", "predefined.last-day");
        first.setHelperText(context.text("predefined.period.help"));
        Styles.css("fees-refund", this);
        add(limit, first, last);
    }

    private DateField day(String id, String label) {
        DateField field = Styles.id(id, new DateField(context, context.text(label)));
        field.clear();
        field.setClearButtonVisible(true);
        field.addValueChangeListener(e -> last.setInvalid(false));
        return field;
    }

    void show(FeeTerms terms) {
        limit.setValue("");
        terms.yearLimit().ifPresent(limit::show);
        first.setValue(terms.period().map(FeePeriod::first).orElse(null));
        last.setValue(terms.period().map(FeePeriod::last).orElse(null));
    }

    /** The terms, if all fields are valid; those that are not show why. */
    Optional<FeeTerms> read() {
        Optional<Money> most = limit.isEmpty() ? Optional.empty() : limit.read();
        boolean readable = (limit.isEmpty() || most.isPresent()) & first.isReadable() & last.isReadable();
        if (!readable) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FeeTerms(most, FeePeriod.of(first.getOptionalValue(), last.getOptionalValue())));
        } catch (InvalidInputException e) {
            refuse(e);
            return Optional.empty();
        }
    }

    void onEnter(Runnable entered) {
        limit.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    /** Shows an error beside the field that it is about, if that is one of these. */
    boolean refuse(FeesException refusal) {
        Optional<Field> field = ErrorMessages.field(refusal);
        if (field.equals(Optional.of(Field.YEAR_LIMIT))) {
            limit.refuse(context.errors().of(refusal));
            return true;
        }
        if (field.equals(Optional.of(Field.PERIOD))) {
            DateField wrong = first.isEmpty() ? first : last;
            wrong.setErrorMessage(context.errors().of(refusal));
            wrong.setInvalid(true);
            return true;
        }
        return false;
    }

    List<Component> fields() {
        return List.of(limit, first, last);
    }

    /** What was typed, to find out later whether anything has changed. */
    List<String> content() {
        return List.of(limit.getValue(), Objects.toString(first.getValue(), ""), Objects.toString(last.getValue(), ""));
    }

    /** For example: Sep. 1, 2026 to Jun. 30, 2027 (303 days). */
    static String text(UserContext context, FeePeriod period) {
        LocalDate from = period.first();
        return context.text("predefined.period.of", context.format(from), context.format(period.last()), period.days());
    }
}
