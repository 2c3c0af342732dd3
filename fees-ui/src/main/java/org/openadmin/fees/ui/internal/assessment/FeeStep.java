package org.openadmin.fees.ui.internal.assessment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.search.TextFolding;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.FeeForm;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;

/** The first step of an assessment: a fee, new or predefined, and its date. */
final class FeeStep extends VerticalLayout {

    /** The chosen fee, its date, and when it is due. */
    record Choice(Optional<PredefinedFee> predefined, Fee fee, LocalDate date, Due due) {

        LocalDate dueDate() {
            return due.of(date);
        }

        /** The predefined fee's number, unless the fee was changed after it was chosen. */
        Optional<PredefinedFeeId> predefinedId() {
            return predefined.filter(kept -> kept.fee().equals(fee)).map(PredefinedFee::id);
        }
    }

    /** Where the fee comes from. */
    private enum Source {
        NEW,
        PREDEFINED
    }

    private static final String PREDEFINED = "predefined";
    private static final String DATE = "date";

    private final UserContext context;
    private final Banner notice = new Banner("what-notice");
    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final ComboBox<PredefinedFee> predefined = new ComboBox<>();
    private List<PredefinedFee> offered = List.of();
    private boolean offering;
    /** Dates more than a year away that the user confirmed. */
    private final Set<LocalDate> confirmed = new HashSet<>();

    private final int usualDays;

    private final DateField date;
    private final FeeForm form;
    private final Consumer<Choice> next;

    FeeStep(UserContext context, Settings settings, BiFunction<Fee, LocalDate, Price> prices, Consumer<Choice> next) {
        this.context = context;
        this.next = next;
        date = Styles.id("assess-date", new DateField(context, context.text("assess.date")));
        form = new FeeForm(context, settings, prices);
        usualDays = settings.dueDays();
        date.addValueChangeListener(e -> showDue());
        form.onChange(this::showDue);
        showDue();
        setUpPredefined();
        setUpSource();
        Outage.field(predefined, PREDEFINED);
        Outage.field(date, DATE);
        predefined.addValueChangeListener(e -> Outage.value(
                predefined, chosen().map(fee -> fee.id().toString()).orElse("")));
        FormLayout top = new FormLayout(source, predefined, date);
        top.setColspan(source, 2);
        top.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26rem", 2));
        Button on = Styles.id("to-students", new Button(context.text("assess.next"), e -> proceed()));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Styles.css("fees-step-fee", Styles.stack(this));
        Styles.css("fees-end", on);
        add(notice, top, form, Styles.foot(on));
        PageKeys.on(this, context, null, "letters", "tab");
    }

    private void setUpPredefined() {
        predefined.setId("assess-predefined");
        predefined.setLabel(context.text("assess.from"));
        predefined.setPlaceholder(context.text("assess.from.choose"));
        predefined.setVisible(false);
        predefined.setItemLabelGenerator(
                each -> each.fee().name() + " · " + context.format(each.fee().amount()));
        predefined.setClearButtonVisible(true);
        predefined.setManualValidation(true);
        // Enter after a few letters selects the first match
        predefined.setAllowCustomValue(true);
        predefined.addCustomValueSetListener(e -> predefined.setValue(firstNamed(e.getDetail())));
        predefined.addValueChangeListener(e -> {
            if (offering) {
                return;
            }
            notice.clear();
            predefined.setInvalid(false);
            form.setVisible(e.getValue() != null || source.getValue() == Source.NEW);
            if (e.getValue() != null) {
                form.show(e.getValue().fee(), e.getValue().due());
            } else {
                form.clear();
            }
        });
    }

    private void setUpSource() {
        source.setId("assess-source");
        source.setLabel(context.text("assess.source"));
        source.setItems(Source.values());
        source.setItemLabelGenerator(
                each -> context.text(each == Source.NEW ? "assess.source.new" : "assess.source.predefined"));
        source.setValue(Source.NEW);
        source.addValueChangeListener(e -> {
            predefined.setVisible(e.getValue() == Source.PREDEFINED);
            form.setVisible(e.getValue() == Source.NEW);
            predefined.setInvalid(false);
            predefined.clear();
            if (e.isFromClient() && predefined.isVisible()) {
                predefined.focus();
            }
        });
    }

    private PredefinedFee firstNamed(String letters) {
        return offered.stream()
                .filter(each -> TextFolding.contains(each.fee().name(), letters))
                .findFirst()
                .orElse(null);
    }

    void offer(List<PredefinedFee> fees) {
        if (!fees.equals(offered)) {
            PredefinedFee chosen = predefined.getValue();
            offered = fees;
            // the same fee again: keep the changes made to it
            offering = true;
            predefined.setItems(fees);
            predefined.setValue(chosen);
            offering = false;
        }
        source.setItemEnabledProvider(each -> each == Source.NEW || !offered.isEmpty());
        source.setHelperText(fees.isEmpty() ? context.text("assess.source.none") : "");
    }

    void choose(PredefinedFee fee) {
        source.setValue(Source.PREDEFINED);
        predefined.setValue(fee);
    }

    /** Shows a choice that was made before. */
    void restore(Choice choice) {
        source.setValue(choice.predefined().isPresent() ? Source.PREDEFINED : Source.NEW);
        predefined.setValue(choice.predefined().orElse(null));
        form.setVisible(true);
        form.show(choice.fee(), Optional.of(choice.due()).filter(due -> !due.equals(usual())));
        date.setValue(choice.date());
        confirmed.addAll(List.of(choice.date(), choice.dueDate()));
    }

    /** Enters what was typed before the page was lost. */
    void restoreTyped(Map<String, String> typed) {
        String kept = typed.getOrDefault(PREDEFINED, "");
        offered.stream()
                .filter(fee -> fee.id().toString().equals(kept))
                .findFirst()
                .ifPresent(this::choose);
        form.restore(typed);
        try {
            date.setValue(LocalDate.parse(typed.getOrDefault(DATE, "")));
        } catch (DateTimeParseException e) {
            // the proposed date stays
        }
    }

    /** The chosen predefined fee. */
    Optional<PredefinedFee> chosen() {
        return Optional.ofNullable(predefined.getValue());
    }

    void clear() {
        source.setValue(Source.NEW);
        predefined.clear();
        form.clear();
    }

    void showProblem(String problem) {
        notice.showProblem(problem);
    }

    /** Shows an error beside the field that it is about; false if it is about none of them. */
    boolean refuse(FeesException refusal) {
        boolean mine = form.refuse(refusal);
        if (mine) {
            notice.showInvalidFields(context.text("error.summary"), fields());
        }
        return mine;
    }

    void focusFirst() {
        if (predefined.getValue() == null) {
            form.focus();
        } else {
            date.focus();
        }
    }

    private void proceed() {
        Optional<LocalDate> day = date.read();
        Optional<Fee> fee = isChosen() ? form.read() : Optional.empty();
        if (day.isEmpty() || fee.isEmpty()) {
            notice.showInvalidFields(context.text("error.summary"), fields());
            return;
        }
        Due due = form.due().orElse(usual());
        try {
            proceed(new Choice(Optional.ofNullable(predefined.getValue()), fee.get(), day.get(), due));
        } catch (FeesException e) {
            refuse(e);
        }
    }

    private void proceed(Choice choice) {
        Optional<LocalDate> far = Stream.of(choice.date(), choice.dueDate())
                .filter(each -> !isConfirmed(each))
                .findFirst();
        if (far.isPresent()) {
            askAboutDate(far.get());
        } else {
            notice.clear();
            next.accept(choice);
        }
    }

    private Due usual() {
        return new Due.After(usualDays);
    }

    private void showDue() {
        form.showFor(Optional.ofNullable(date.getValue()));
    }

    private boolean isConfirmed(LocalDate day) {
        return confirmed.contains(day) || !AssessmentDraft.isFar(day, context.today());
    }

    private void askAboutDate(LocalDate day) {
        Button yes = Styles.id("confirm-date", new Button(context.text("assess.date.far.yes"), e -> {
            confirmed.add(day);
            proceed();
        }));
        notice.showProblem(context.text("assess.date.far", context.format(day)), yes);
        yes.focus();
    }

    private boolean isChosen() {
        boolean missing = predefined.isVisible() && predefined.getValue() == null;
        predefined.setErrorMessage(missing ? context.text("assess.from.missing") : "");
        predefined.setInvalid(missing);
        return !missing;
    }

    private List<Component> fields() {
        List<Component> fields = new ArrayList<>(List.of(predefined, date));
        if (form.isVisible()) {
            fields.addAll(form.fields());
        }
        return fields;
    }
}
