package org.openadmin.fees.ui.internal.assessment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.page.History;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PostedAssessment;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.Returned;
import org.openadmin.fees.ui.internal.components.Styles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Charges a fee to many students in three steps: fee, students, result. The rest of the path is the number of a
 * predefined fee.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.ASSESS,
        title = "Assess fees",
        title_fr = "Imputer des frais",
        icon = "vaadin:file-add",
        order = 220,
        roles = {PortalPage.BILL, PortalPage.ADMIN})
public final class AssessView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    /** The end of the second step's address, so that the browser's back button returns to the first step. */
    private static final String STUDENTS = "/students";

    /** The beginning of the address of a result, followed by the number of the assessment. */
    private static final String BATCH = "batch=";

    /** The names of the steps that survive an outage, and of a draft's own name. */
    private static final String WHAT = "what";

    private static final String WHOM = "whom";
    private static final String DRAFT = "draft";

    private static final Logger LOG = LoggerFactory.getLogger(AssessView.class);
    private static final String NEW = "new";
    private static final List<String> STEPS = List.of("what", "whom", "done");

    private final transient UserContext context;
    private final transient FeeCatalogue catalogue;
    private final transient FeeAssessment assessment;
    private final transient FeesSettings settings;
    private final transient InvoicePrinter printer;
    private final transient Corrections corrections;
    private final transient Executor background;
    private final Div steps = Styles.css("fees-steps", Styles.id("assess-steps", Styles.row()));
    private final Banner notice = new Banner("assess-notice");
    private final Div place = new Div();
    private final FeeStep what;
    private final StudentsStep whom;
    private int step;
    /** The fee of the second step, and the name under which the step is saved. */
    private transient Map<String, String> fee = Map.of();

    private String draft = "";
    private transient Optional<BatchNumber> shown = Optional.empty();

    @Activate
    public AssessView(
            @Reference Students students,
            @Reference FeeCatalogue catalogue,
            @Reference FeeAssessment assessment,
            @Reference FeesSettings settings,
            @Reference InvoicePrinter printer,
            @Reference Corrections corrections,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.catalogue = catalogue;
        this.assessment = assessment;
        this.settings = settings;
        this.printer = printer;
        this.corrections = corrections;
        this.background = background;
        context = UserContext.now(clock, settings);
        setId("assess-fees");
        Styles.page(this, context.text("assess.title"), context.text("assess.lead"));
        setSizeFull();
        Styles.css("fees-parts", place);
        if (!context.may(Role.BILL)) {
            what = null;
            whom = null;
            NoAccess.show(notice, context, Role.BILL);
            add(notice);
            return;
        }
        Settings now = settings.current();
        what = new FeeStep(context, now, assessment::price, this::toWhom);
        whom = new StudentsStep(
                context, now, students, assessment, background, this::backToWhat, this::save, this::toDone);
        Outage.form(what, Outage.Kind.ASSESSMENT, WHAT);
        Outage.onReturn(this, Outage.Kind.ASSESSMENT, this::returned);
        add(steps, notice, place);
        toWhat();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.BILL)) {
            return;
        }
        String path = rest == null ? "" : rest.strip();
        int slash = path.indexOf(STUDENTS);
        boolean students = slash >= 0;
        if (whom.isHeld() || students && whom.isOpen()) {
            // a pending request keeps the user on this step until it is answered; the browser's forward button also
            // returns to this step
            step(1, whom);
            return;
        }
        if (path.startsWith(BATCH)) {
            showResult(path.substring(BATCH.length()));
            return;
        }
        if (students && restore(path.substring(slash + STUDENTS.length()))) {
            return;
        }
        if (step == 2) {
            another();
        } else if (step != 0) {
            toWhat();
        }
        String predefined = students ? path.substring(0, slash) : path;
        if (!predefined.isEmpty() && !predefined.equals(NEW) && !predefined.equals(chosen())) {
            choose(predefined);
        }
    }

    private void save(Map<String, String> students) {
        Map<String, String> texts = new HashMap<>(fee);
        texts.putAll(students);
        SavedDrafts.save(draft, texts);
        texts.put(DRAFT, draft);
        Outage.keep(Outage.Kind.ASSESSMENT, WHOM, texts);
    }

    /** Continues after the page was lost: asks what became of the charges that were on their way, or shows what was entered. */
    void returned(Returned back) {
        if (!context.may(Role.BILL) || whom.isHeld()) {
            return;
        }
        if (back.request().isPresent()) {
            ask(back.request().get(), back);
        } else if (restore(back)) {
            notice.showSuccess(context.text("outage.kept.again"));
        }
    }

    private void ask(RequestKey key, Returned back) {
        try {
            Optional<PostedAssessment> posted = assessment.find(context.actor(), key);
            if (posted.isPresent()) {
                Outage.answered(key);
                toDone(posted.get().assessment(), posted.get().charged());
                notice.showSuccess(context.text("assess.returned.charged"));
            } else if (restore(back)) {
                notice.showProblem(context.text("assess.returned.missing"));
            }
        } catch (FeesException e) {
            notice.showProblem(
                    context.text("assess.returned.unknown", context.errors().of(e)),
                    Styles.id("ask-again", new Button(context.text("outage.ask"), again -> ask(key, back))));
        }
    }

    /** Shows the step that was lost with the page. */
    private boolean restore(Returned back) {
        Map<String, String> students = back.form(WHOM);
        String name = students.getOrDefault(DRAFT, "");
        if (!name.isEmpty()) {
            SavedDrafts.save(name, students);
            return restore("/" + name);
        }
        Map<String, String> typed = back.form(WHAT);
        if (typed.isEmpty() || step != 0) {
            return false;
        }
        what.restoreTyped(typed);
        return true;
    }

    /** Continues with the second step as it was before a reload; false if it is not known any more. */
    private boolean restore(String rest) {
        String name = rest.startsWith("/") ? rest.substring(1) : rest;
        Optional<Map<String, String>> saved = SavedDrafts.find(name);
        if (saved.isEmpty()) {
            return false;
        }
        try {
            what.offer(catalogue.list());
            FeeStep.Choice choice = ChoiceText.read(saved.get(), settings.current(), catalogue::find);
            what.restore(choice);
            draft = name;
            fee = ChoiceText.of(choice);
            whom.restore(choice, saved.get());
            step(1, whom);
            return true;
        } catch (RuntimeException e) {
            // the fee or the configuration has changed, or the browser has kept something else
            LOG.info("A saved assessment cannot be continued", e);
            return false;
        }
    }

    /** Shows the result of an earlier assessment, which can be undone and invoiced from here until it has been undone. */
    private void showResult(String number) {
        try {
            BatchNumber batch = new BatchNumber(Long.parseLong(number));
            if (step == 2 && shown.equals(Optional.of(batch))) {
                return;
            }
            PostedAssessment posted =
                    assessment.find(context.actor(), batch).orElseThrow(() -> new UnknownBatchException(batch));
            showResult(posted.assessment(), posted.charged());
        } catch (FeesException e) {
            toWhat();
            what.showProblem(context.errors().of(e));
        } catch (NumberFormatException e) {
            toWhat();
        }
    }

    private String chosen() {
        return what.chosen().map(fee -> fee.id().toString()).orElse(NEW);
    }

    private void choose(String predefined) {
        try {
            PredefinedFeeId id = PredefinedFeeId.parse(predefined);
            what.choose(catalogue.find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id)));
        } catch (FeesException e) {
            what.showProblem(context.errors().of(e));
        }
    }

    private static History history() {
        return UI.getCurrent().getPage().getHistory();
    }

    private void backToWhat() {
        toWhat();
        history().replaceState(null, Routes.ASSESS + "/" + chosen());
    }

    private void toWhat() {
        try {
            what.offer(catalogue.list());
        } catch (FeesException e) {
            what.showProblem(context.errors().of(e));
        }
        step(0, what);
        what.focusFirst();
    }

    private void another() {
        what.clear();
        toWhat();
    }

    private void toWhom(FeeStep.Choice choice) {
        try {
            draft = draft.isEmpty() ? SavedDrafts.name() : draft;
            fee = ChoiceText.of(choice);
            whom.enter(choice);
            step(1, whom);
            history().replaceState(null, Routes.ASSESS + "/" + chosen());
            history().pushState(null, Routes.ASSESS + "/" + chosen() + STUDENTS + "/" + draft);
        } catch (FeesException e) {
            if (!what.refuse(e)) {
                what.showProblem(context.errors().of(e));
            }
        }
    }

    private void toDone(Assessment made, List<StudentNumber> charged) {
        SavedDrafts.remove(draft);
        Outage.forget();
        draft = "";
        showResult(made, charged);
        if (isAttached()) {
            history().replaceState(null, Routes.assessed(made.batch()));
        }
    }

    private void showResult(Assessment made, List<StudentNumber> charged) {
        ResultStep done = new ResultStep(context, made, charged, printer, corrections, background, this::fromResult);
        shown = Optional.of(made.batch());
        step(2, done);
        done.focus();
    }

    private void fromResult() {
        another();
        history().replaceState(null, Routes.ASSESS);
    }

    private void step(int now, com.vaadin.flow.component.Component content) {
        step = now;
        notice.clear();
        steps.removeAll();
        for (int i = 0; i < STEPS.size(); i++) {
            Span step = new Span((i + 1) + ". " + context.text("assess.step." + STEPS.get(i)));
            if (i == now) {
                step.getElement().setAttribute("aria-current", "step");
            }
            steps.add(step);
        }
        place.removeAll();
        place.add(content);
    }

    @Override
    public String getPageTitle() {
        return context.text("assess.title");
    }
}
