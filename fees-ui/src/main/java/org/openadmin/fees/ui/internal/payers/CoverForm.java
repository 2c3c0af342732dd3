package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.StudentField;

/** The fields of a new cover. */
final class CoverForm extends Div {

    private final transient UserContext context;
    private final transient FeesSettings settings;
    private final StudentField student;
    private final TextField fee = Styles.id("cover-fee", new TextField());
    private final TextField percent = Styles.id("cover-percent", new TextField());
    private final MoneyField limit;
    private final DateField from;
    private final DateField to;
    private final TextField authorization = Styles.id("cover-authorization", new TextField());
    private final Map<Field, HasValidation> byField = new EnumMap<>(Field.class);

    /** @param entered runs when the user presses Enter in a field */
    CoverForm(UserContext context, Students students, FeesSettings settings, Runnable entered) {
        this.context = context;
        this.settings = settings;
        student = Styles.id("cover-student", new StudentField(context, students));
        student.setLabel(context.text("covers.student"));
        limit = Styles.id(
                "cover-limit",
                new MoneyField(
                        context,
                        context.text("covers.limit"),
                        settings.current().currency()));
        from = Styles.id("cover-from", new DateField(context, context.text("covers.from")));
        to = Styles.id("cover-to", new DateField(context, context.text("covers.to")));
        text(fee, "covers.fee", entered).setMaxLength(CoverTerms.MAX_FEE_LENGTH);
        fee.setHelperText(context.text("covers.fee.help"));
        text(percent, "covers.percent", entered);
        text(authorization, "payers.authorization", entered).setMaxLength(PayerDetails.MAX_AUTHORIZATION_LENGTH);
        limit.setHelperText(context.text("covers.limit.help"));
        limit.addKeyDownListener(Key.ENTER, e -> entered.run());
        byField.put(Field.STUDENT, student);
        byField.put(Field.NAME, fee);
        byField.put(Field.PERCENT, percent);
        byField.put(Field.AMOUNT, limit);
        byField.put(Field.DATE, to);
        byField.put(Field.AUTHORIZATION, authorization);
        addClassName("fees-row");
        add(student, fee, percent, limit, from, to, authorization);
        clear();
    }

    private TextField text(TextField field, String label, Runnable entered) {
        field.setLabel(context.text(label));
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(e -> field.setInvalid(false));
        field.addKeyDownListener(Key.ENTER, e -> entered.run());
        return field;
    }

    void clear() {
        student.show(Optional.empty());
        fee.clear();
        percent.setValue("100");
        limit.clear();
        from.setValue(CollectionPeriod.schoolYear(context.today()).from().orElseThrow());
        to.setValue(null);
        authorization.clear();
    }

    boolean isTyped() {
        return student.number().isPresent() || !fee.isEmpty() || !limit.isEmpty() || !authorization.isEmpty();
    }

    /** @throws InvalidInputException if a value is missing or not valid */
    CoverTerms terms(PayerNumber payer) {
        return new CoverTerms(
                payer,
                chosen(),
                Optional.of(fee.getValue()),
                CoverTerms.percent(percent.getValue()),
                money(),
                Optional.ofNullable(from.getValue())
                        .orElseThrow(() -> new InvalidInputException(Field.DATE, Problem.MISSING, "")),
                Optional.ofNullable(to.getValue()),
                authorization.getValue());
    }

    private StudentNumber chosen() {
        AccountNumber number =
                student.number().orElseThrow(() -> new InvalidInputException(Field.STUDENT, Problem.MISSING, ""));
        if (number instanceof StudentNumber found) {
            return found;
        }
        throw new InvalidInputException(Field.STUDENT, Problem.UNKNOWN, number.toString());
    }

    private Optional<Money> money() {
        return limit.isEmpty()
                ? Optional.empty()
                : Optional.of(context.money()
                        .read(limit.getValue(), settings.current().currency()));
    }

    void refuse(InvalidInputException e) {
        HasValidation field = byField.getOrDefault(e.field(), student);
        field.setErrorMessage(context.errors().of(e));
        field.setInvalid(true);
    }

    List<Component> fields() {
        return List.of(student, fee, percent, limit, to, authorization);
    }

    void setFieldsEnabled(boolean enabled) {
        student.setEnabled(enabled);
        fee.setEnabled(enabled);
        percent.setEnabled(enabled);
        limit.setEnabled(enabled);
        from.setEnabled(enabled);
        to.setEnabled(enabled);
        authorization.setEnabled(enabled);
    }

    void focus() {
        student.focus();
    }
}
