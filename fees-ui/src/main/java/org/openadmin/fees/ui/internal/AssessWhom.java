package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.openadmin.fees.api.Assessment;
import org.openadmin.fees.api.AssessmentChangedException;
import org.openadmin.fees.api.AssessmentDraft;
import org.openadmin.fees.api.AssessmentPreview;
import org.openadmin.fees.api.AssessmentRequest;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.FeeAssessment;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.PredefinedFee;
import org.openadmin.fees.api.Price;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Settings;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.Students;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second step of an assessment: which students. Entering it makes the request key, so that a double click, Enter pressed twice
 * or a retry charges once; what was sent and not answered can only be sent again as it was.
 */
final class AssessWhom extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(AssessWhom.class);

    private final Visit visit;
    private final FeeAssessment service;
    private final BiConsumer<Assessment, List<StudentNumber>> done;
    private final Notice notice = new Notice("whom-notice");
    private final AudienceField audience;
    private final CandidateList list;
    private final Span fee = Look.id("assess-fee", new Span());
    private final Span total = Look.id("assess-total", new Span());
    private final Button show;
    private final Button back;
    private final Button charge;
    private AssessWhat.Choice choice;
    private RequestKey key;
    private Price each;
    private AssessmentDraft draft;
    private AssessmentRequest unanswered;
    private boolean answered = true;

    AssessWhom(
            Visit visit,
            Settings settings,
            Students students,
            FeeAssessment service,
            Runnable goBack,
            BiConsumer<Assessment, List<StudentNumber>> done) {
        this.visit = visit;
        this.service = service;
        this.done = done;
        audience = new AudienceField(visit, students, settings.profiles());
        list = new CandidateList(visit, this::showTotal);
        show = Look.id("show-students", new Button(visit.say("assess.show"), e -> load()));
        back = Look.id("assess-back", new Button(visit.say("action.back"), e -> goBack.run()));
        charge = Look.id("charge", new Button("", e -> charge()));
        charge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        charge.setDisableOnClick(true);
        audience.onChange(() -> {
            if (!list.isEmpty()) {
                list.forget();
            }
        });
        audience.onEnter(this::load);
        lay();
    }

    private void lay() {
        setPadding(false);
        setSpacing(false);
        getStyle().set("gap", "var(--lumo-space-s)");
        setSizeFull();
        fee.getStyle().set("font-weight", "600").set("overflow-wrap", "anywhere");
        total.getElement().setAttribute("aria-live", "polite");
        total.getStyle()
                .set("font-size", "var(--lumo-font-size-l)")
                .set("font-weight", "600")
                .set("margin-left", "auto");
        Div whom = Look.row(audience, show);
        whom.getStyle().set("align-items", "flex-start").set("flex-wrap", "nowrap");
        // level with the fields, whose labels stand above them and whose errors grow below
        show.getStyle().set("flex", "none").set("margin", "2.3rem 0 0");
        audience.getStyle().set("flex", "1");
        Div foot = Look.row(back, total, charge);
        add(notice, fee, whom, list, foot);
        setFlexGrow(1, list);
        list.setMinHeight("12rem");
    }

    /** Starts the step for this fee. The students come along from before, or from the predefined fee. */
    void enter(AssessWhat.Choice chosen) {
        boolean another = choice == null || !chosen.predefined().equals(choice.predefined());
        choice = chosen;
        key = RequestKey.fresh();
        answered = false;
        notice.clear();
        if (another) {
            audience.clear();
            list.forget();
            chosen.predefined().flatMap(PredefinedFee::audience).ifPresent(audience::show);
        }
        each = service.price(chosen.fee());
        fee.setText(visit.say(
                "assess.fee",
                chosen.fee().name(),
                visit.show(each.total()),
                each.total().currency().getCurrencyCode(),
                visit.show(chosen.date())));
        showTotal();
        if (!audience.isEmpty()) {
            load();
        }
        audience.focus();
    }

    private void load() {
        if (answered || unanswered != null) {
            return;
        }
        notice.clear();
        try {
            Optional<Audience> whom = audience.read();
            if (whom.isEmpty()) {
                list.show(List.of());
                notice.wrong(visit.say("error.summary"), audience.fields());
                return;
            }
            draft = new AssessmentDraft(choice.predefinedId(), choice.fee(), choice.date(), whom.get());
            AssessmentPreview preview = service.preview(draft);
            each = preview.each();
            list.show(preview.candidates());
        } catch (FeesException e) {
            LOG.info("No preview of an assessment", e);
            notice.problem(visit.sentences().of(e));
        }
    }

    private void showTotal() {
        int ticked = list.ticked();
        boolean ready = ticked > 0 && !answered;
        charge.setText(visit.say("assess.charge.button", ticked));
        charge.setEnabled(ready);
        list.setVisible(!list.isEmpty());
        total.setText(
                list.isEmpty()
                        ? visit.say("assess.total.none")
                        : visit.say(
                                "assess.total",
                                ticked,
                                list.size(),
                                visit.show(each.total().times(ticked)),
                                each.total().currency().getCurrencyCode()));
    }

    private void charge() {
        if (answered) {
            return;
        }
        AssessmentRequest request = unanswered == null ? request() : unanswered;
        try {
            Assessment assessment = service.post(request);
            answered = true;
            hold(null);
            List<StudentNumber> charged = list.chosen();
            list.forget();
            done.accept(assessment, charged);
        } catch (RuntimeException e) {
            refused(request, e);
        } finally {
            charge.setEnabled(!answered && (unanswered != null || list.ticked() > 0));
        }
    }

    private AssessmentRequest request() {
        return new AssessmentRequest(
                key, visit.actor(), draft, list.except(), list.again(), OptionalInt.of(list.ticked()));
    }

    private void refused(AssessmentRequest request, RuntimeException failure) {
        LOG.warn("An assessment was not made", failure);
        boolean unknown = Sentences.isOutcomeUnknown(failure);
        hold(unknown ? request : null);
        if (failure instanceof AssessmentChangedException) {
            load();
        }
        notice.problem(unknown ? visit.say("assess.unknown") : visit.sentences().of(failure));
    }

    /** Keeps what was sent and not answered, and everything on the page as it was sent. */
    private void hold(AssessmentRequest request) {
        unanswered = request;
        boolean free = request == null;
        audience.setEnabled(free);
        list.setEnabled(free);
        show.setEnabled(free);
        back.setEnabled(free);
    }
}
