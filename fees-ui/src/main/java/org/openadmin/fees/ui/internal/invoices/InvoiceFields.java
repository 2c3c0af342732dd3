package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.AudienceField;

/** What is made, and its date, students, minimum amount and order. Reminders are of today, of one stage or of all. */
final class InvoiceFields extends Div {

    private enum Scope {
        EVERYBODY,
        SOME
    }

    private final UserContext context;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final Select<ReminderStage> stage = new Select<>();
    private final DateField date;
    private final MoneyField minimum;
    private final Select<InvoiceOrder> order = new Select<>();
    private final RadioButtonGroup<Scope> scope = new RadioButtonGroup<>();
    private final AudienceField audience;
    private final Checkbox unaddressed = new Checkbox();

    /** @param stages the stages of reminders */
    InvoiceFields(UserContext context, Students students, Settings settings, List<ReminderStage> stages) {
        this.context = context;
        date = Styles.id("invoice-date", new DateField(context, context.text("invoices.date")));
        minimum = Styles.id(
                "invoice-minimum", new MoneyField(context, context.text("invoices.minimum"), settings.currency()));
        audience = new AudienceField(context, students, settings.profiles());
        setUpKind(stages);
        setUpOrder();
        setUpScope();
        date.setWidth("12rem");
        date.addValueChangeListener(e -> date.setHelperText(
                e.getValue() != null && e.getValue().isBefore(context.today())
                        ? context.text("invoices.date.past")
                        : ""));
        minimum.setWidth("12rem");
        unaddressed.setId("invoice-unaddressed");
        unaddressed.setLabel(context.text("invoices.unaddressed"));
        Div row = Styles.css("fees-row-top", Styles.row(date, stage, minimum, order));
        Styles.css("fees-stack", this);
        add(kind, row, scope, audience, unaddressed);
        kind.setValue(Kind.INVOICES);
    }

    private void setUpKind(List<ReminderStage> stages) {
        kind.setId("invoice-kind");
        kind.setLabel(context.text("invoices.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                each -> context.text("invoices.kind." + each.name().toLowerCase(Locale.ROOT)));
        kind.addValueChangeListener(e -> {
            date.setVisible(!isOfReminders());
            stage.setVisible(isOfReminders());
            minimum.setLabel(context.text(isOfReminders() ? "reminders.minimum" : "invoices.minimum"));
            minimum.setHelperText(context.text(isOfReminders() ? "reminders.minimum.help" : "invoices.minimum.help"));
        });
        stage.setId("reminder-stage");
        stage.setLabel(context.text("reminders.stage"));
        stage.setItems(stages);
        stage.setEmptySelectionAllowed(true);
        stage.setEmptySelectionCaption(context.text("reminders.stage.all"));
        stage.setItemLabelGenerator(each ->
                each == null ? context.text("reminders.stage.all") : context.text("reminders.stage.days", each.days()));
        stage.setWidth("14rem");
    }

    /** Whether reminders are made instead of invoices. */
    boolean isOfReminders() {
        return kind.getValue() == Kind.REMINDERS;
    }

    void onKind(Runnable changed) {
        kind.addValueChangeListener(e -> changed.run());
    }

    void chooseReminders() {
        kind.setValue(Kind.REMINDERS);
    }

    private void setUpOrder() {
        order.setId("invoice-order");
        order.setLabel(context.text("invoices.order"));
        order.setItems(InvoiceOrder.values());
        order.setItemLabelGenerator(
                each -> context.text("invoices.order." + each.name().toLowerCase(Locale.ROOT)));
        order.setValue(InvoiceOrder.NAME);
        order.setWidth("14rem");
    }

    private void setUpScope() {
        scope.setId("invoice-scope");
        scope.setLabel(context.text("invoices.whom"));
        scope.setItems(Scope.values());
        scope.setItemLabelGenerator(
                each -> context.text(each == Scope.EVERYBODY ? "invoices.everybody" : "invoices.some"));
        scope.addValueChangeListener(e -> audience.setVisible(e.getValue() == Scope.SOME));
        scope.setValue(Scope.EVERYBODY);
    }

    void onEnter(Runnable entered) {
        audience.onEnter(entered);
    }

    /** Selects students, whose invoices are handed out. */
    void choose(List<StudentNumber> students) {
        scope.setValue(Scope.SOME);
        audience.show(new Audience.Group(
                GroupKind.STUDENT,
                students.stream().map(StudentNumber::toString).toList()));
        unaddressed.setValue(true);
    }

    /** The request; if a field is invalid, it shows why. */
    Optional<InvoiceRequest> read() {
        Optional<LocalDate> day = isOfReminders() ? Optional.of(context.today()) : date.read();
        boolean some = scope.getValue() == Scope.SOME;
        Optional<Audience> whom = some ? audience.read() : Optional.empty();
        boolean limited = !minimum.getValue().isBlank();
        Optional<Money> least = limited ? minimum.read() : Optional.empty();
        if (day.isEmpty() || some && whom.isEmpty() || limited && least.isEmpty()) {
            return Optional.empty();
        }
        InvoiceRequest invoices = new InvoiceRequest(
                RequestKey.fresh(), context.actor(), day.get(), whom, least, order.getValue(), unaddressed.getValue());
        return Optional.of(
                isOfReminders()
                        ? invoices.ofReminders(
                                Optional.ofNullable(stage.getValue()).map(ReminderStage::days))
                        : invoices);
    }

    /** The fields that can be invalid, in the order of the form. */
    List<Component> fields() {
        List<Component> fields = new ArrayList<>(isOfReminders() ? List.of(minimum) : List.of(date, minimum));
        if (scope.getValue() == Scope.SOME) {
            fields.addAll(audience.fields());
        }
        return fields;
    }
}
