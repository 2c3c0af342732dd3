package org.openadmin.fees.ui.internal.assessment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.AudienceField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second step of an assessment: the students. The request key is created on entry, so that a double click, a second
 * Enter or a retry charges only once. A request without an answer can only be repeated unchanged.
 */
final class StudentsStep extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(StudentsStep.class);
    /** How long, in milliseconds, the result is shown to a user who has left the page. */
    private static final int LONG_ENOUGH = 15_000;

    private final UserContext context;
    private final FeeAssessment service;
    private final BiConsumer<Assessment, List<StudentNumber>> done;
    private final transient Consumer<Map<String, String>> changed;
    private final Banner notice = new Banner("whom-notice");
    private final AudienceField audience;
    private final CandidateGrid list;
    private final Span fee = Styles.id("assess-fee", new Span());
    private final Span total = Styles.id("assess-total", new Span());
    private final Paragraph parts = Styles.id("assess-parts", new Paragraph());
    private final Button show;
    private final Button back;
    private final Button charge;
    private final RadioButtonGroup<Boolean> checked = new RadioButtonGroup<>();
    private final Span again = Styles.id("assess-again", new Span());
    private final Checkbox everybodyAgain = Styles.id("assess-again-all", new Checkbox());
    private final BackgroundTask working = new BackgroundTask("assess-progress");
    private final Executor background;
    private FeeStep.Choice choice;
    private RequestKey key;
    private Price each;
    private AssessmentDraft draft;
    private final transient PendingRequest<AssessmentRequest> pending = new PendingRequest<>();
    private boolean answered = true;
    private boolean sending;
    private boolean showing;
    private boolean restoring = true;

    StudentsStep(
            UserContext context,
            Settings settings,
            Students students,
            FeeAssessment service,
            Executor background,
            Runnable goBack,
            Consumer<Map<String, String>> changed,
            BiConsumer<Assessment, List<StudentNumber>> done) {
        this.context = context;
        this.service = service;
        this.background = background;
        this.done = done;
        audience = new AudienceField(context, students, settings.profiles());
        list = new CandidateGrid(context, () -> {
            showTotal();
            save();
        });
        show = Styles.id("show-students", new Button(context.text("assess.show"), e -> load()));
        back = Styles.id("assess-back", new Button(context.text("action.back"), e -> goBack.run()));
        charge = Styles.id("charge", new Button("", e -> charge()));
        charge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        charge.setDisableOnClick(true);
        audience.onChange(() -> {
            if (!list.isEmpty()) {
                list.forget();
            }
        });
        audience.onEnter(this::load);
        audience.onChange(this::save);
        this.changed = changed;
        setUpChecked();
        everybodyAgain.addValueChangeListener(e -> {
            if (!showing) {
                list.tickAgain(e.getValue());
            }
        });
        layOut();
    }

    private void setUpChecked() {
        checked.setId("assess-checked");
        checked.setLabel(context.text("assess.checked"));
        checked.setItems(true, false);
        checked.setItemLabelGenerator(all -> context.text(all ? "assess.checked.all" : "assess.checked.none"));
        checked.setValue(true);
        checked.addValueChangeListener(e -> list.startWith(e.getValue()));
    }

    private void layOut() {
        Styles.css("fees-parts", this);
        total.getElement().setAttribute("aria-live", "polite");
        Styles.css("fees-large", Styles.strong(total));
        parts.setVisible(false);
        parts.getElement().setAttribute("aria-live", "polite");
        again.getElement().setAttribute("aria-live", "polite");
        Div head = Styles.row(Styles.css("fees-assess-fee", fee), Styles.css("fees-assess-checked", checked));
        Div whom = Styles.row(Styles.css("fees-assess-audience", audience), Styles.css("fees-assess-show", show));
        Styles.css("fees-assess-students", whom);
        Div foot =
                Styles.row(Styles.css("fees-assess-back", back), Styles.css("fees-assess-again", again), total, charge);
        Styles.css("fees-assess-foot", foot);
        add(notice, head, whom, parts, everybodyAgain, list, working, foot);
    }

    /** Starts the step for this fee, with the students chosen before or with those of the predefined fee. */
    void enter(FeeStep.Choice chosen) {
        boolean another = choice == null || !chosen.predefined().equals(choice.predefined());
        restoring = true;
        choice = chosen;
        useKey(RequestKey.fresh());
        answered = false;
        notice.clear();
        if (another) {
            audience.clear();
            list.forget();
            chosen.predefined().flatMap(PredefinedFee::audience).ifPresent(audience::show);
        }
        each = service.price(chosen.fee(), chosen.date());
        fee.setText(context.text(
                "assess.fee",
                chosen.fee().name(),
                context.format(each.total()),
                each.total().currency().getCurrencyCode(),
                context.format(chosen.date()),
                context.format(chosen.dueDate())));
        showTotal();
        if (!audience.isEmpty()) {
            load();
        }
        audience.focus();
        restoring = false;
        save();
    }

    private void useKey(RequestKey used) {
        key = used;
        Outage.request(this, Outage.Kind.ASSESSMENT, key, charge);
    }

    /** The students and the request as texts. */
    private void save() {
        if (restoring || answered) {
            return;
        }
        Map<String, String> texts = new HashMap<>();
        texts.put("key", key.toString());
        texts.put("audience", audience.typedText());
        audience.selectedProfile().ifPresent(name -> texts.put("profile", name));
        texts.put("everyone", checked.getValue().toString());
        texts.put("decided", list.decidedText());
        changed.accept(texts);
    }

    /** Starts the step as it was saved. */
    void restore(FeeStep.Choice chosen, Map<String, String> texts) {
        enter(chosen);
        restoring = true;
        useKey(RequestKey.parse(texts.get("key")));
        audience.restore(texts.get("audience"), Optional.ofNullable(texts.get("profile")));
        checked.setValue(Boolean.valueOf(texts.get("everyone")));
        if (!audience.isEmpty()) {
            load();
        }
        list.restoreDecided(texts.get("decided"));
        restoring = false;
        save();
    }

    private void load() {
        if (answered || sending || pending.isPending()) {
            return;
        }
        notice.clear();
        try {
            Optional<Audience> whom = audience.read();
            if (whom.isEmpty()) {
                list.show(List.of());
                notice.showInvalidFields(context.text("error.summary"), audience.fields());
                return;
            }
            draft = new AssessmentDraft(
                    choice.predefinedId(), choice.fee(), choice.date(), whom.get(), Optional.of(choice.due()));
            AssessmentPreview preview = service.preview(context.actor(), draft);
            each = preview.each();
            showParts(preview.parts());
            list.show(preview.candidates());
        } catch (FeesException e) {
            LOG.info("No preview of an assessment", e);
            notice.showProblem(context.errors().of(e));
        }
    }

    /** The parts in which each student is charged, such as: In 2 parts: 50.00 due Oct. 1, 2026, 49.99 due Nov. 1, 2026. */
    private void showParts(List<SplitPart> charged) {
        String each = charged.stream()
                .map(part ->
                        context.text("assess.parts.each", context.format(part.total()), context.format(part.due())))
                .collect(Collectors.joining("; "));
        parts.setText(context.text("assess.parts", charged.size(), each));
        parts.setVisible(!charged.isEmpty());
    }

    private void showTotal() {
        int ticked = list.ticked();
        boolean ready = ticked > 0 && !answered && !sending;
        int twice = list.again().size();
        again.setText(twice == 0 ? whyNobody() : context.text("assess.again", twice));
        offerAgain(twice);
        charge.setText(context.text("assess.charge.button", ticked));
        charge.setEnabled(ready);
        list.setVisible(!list.isEmpty());
        total.setText(
                list.isEmpty()
                        ? context.text("assess.total.none")
                        : context.text(
                                "assess.total",
                                ticked,
                                list.size(),
                                context.format(each.total().times(ticked)),
                                each.total().currency().getCurrencyCode()));
    }

    /** Charging those who already have the fee is one choice that names their number. */
    private void offerAgain(int twice) {
        int have = list.alreadyCharged();
        everybodyAgain.setVisible(have > 0);
        everybodyAgain.setLabel(context.text("assess.again.all", have));
        showing = true;
        everybodyAgain.setValue(have > 0 && twice == have);
        showing = false;
    }

    /** The reason why no student of the list is selected; empty if there is no list, or a selection. */
    private String whyNobody() {
        int have = list.alreadyCharged();
        if (list.isEmpty() || list.ticked() > 0) {
            return "";
        }
        if (list.overLimit() > 0) {
            return context.text("assess.nobody.limit", list.overLimit());
        }
        if (have == list.size()) {
            return context.text("assess.nobody.have", have);
        }
        return have == 0
                ? context.text("assess.nobody.cleared", list.size())
                : context.text("assess.nobody.both", have, list.size() - have);
    }

    /** Posts the assessment on another thread, so that the portal stays responsive. */
    private void charge() {
        if (answered || sending) {
            return;
        }
        AssessmentRequest request = pending.get().orElseGet(this::request);
        List<StudentNumber> charged = list.chosen();
        sending = true;
        showPending();
        notice.clear();
        working.start(context.text("assess.working", charged.size()));
        UI ui = UI.getCurrent();
        background.execute(() -> {
            Runnable outcome = send(request, charged);
            try {
                ui.access(() -> {
                    sending = false;
                    working.end();
                    outcome.run();
                    charge.setEnabled(!answered && (pending.isPending() || list.ticked() > 0));
                });
            } catch (UIDetachedException e) {
                LOG.info("The page of an assessment was closed before its answer came", e);
            }
        });
    }

    /** Shows the answer. */
    private Runnable send(AssessmentRequest request, List<StudentNumber> charged) {
        try {
            Assessment assessment = service.post(request);
            return () -> posted(request, assessment, charged);
        } catch (RuntimeException e) {
            return () -> refused(request, e);
        }
    }

    private void posted(AssessmentRequest request, Assessment assessment, List<StudentNumber> charged) {
        answered = true;
        pending.answered();
        Outage.answered(request.key());
        showPending();
        list.forget();
        if (!isAttached()) {
            Notification.show(ResultStep.sentence(context, assessment), LONG_ENOUGH, Notification.Position.BOTTOM_END);
        }
        done.accept(assessment, charged);
    }

    /** Whether a request has no answer yet. */
    boolean isHeld() {
        return sending || pending.isPending();
    }

    /** Whether there is a selection of students to return to. */
    boolean isOpen() {
        return !answered;
    }

    private AssessmentRequest request() {
        return new AssessmentRequest(
                key, context.actor(), draft, list.except(), list.again(), OptionalInt.of(list.ticked()));
    }

    private void refused(AssessmentRequest request, RuntimeException failure) {
        LOG.warn("An assessment was not made", failure);
        pending.failed(request, failure);
        if (!pending.isPending()) {
            Outage.answered(request.key());
        }
        showPending();
        if (failure instanceof AssessmentChangedException) {
            load();
        }
        notice.showProblem(
                pending.isPending()
                        ? context.text("assess.unknown")
                        : context.errors().of(failure));
    }

    /** Keeps the page as it was when the request was sent, until it is answered. */
    private void showPending() {
        boolean free = !isHeld();
        audience.setEnabled(free);
        list.setEnabled(free);
        checked.setEnabled(free);
        everybodyAgain.setEnabled(free);
        show.setEnabled(free);
        back.setEnabled(free);
    }
}
