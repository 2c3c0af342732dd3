package org.openadmin.fees.ui.internal.catchup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.catchup.CatchUpPreview;
import org.openadmin.fees.api.catchup.CatchUpTerms;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.catchup.GroupChange;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.AudienceField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Who has joined or left a group since a fee was charged to it: a list of the school year's assessments, and from there both lists of one. The
 * rest of the path is the number of an assessment.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.CATCH_UP,
        title = "Joined or left",
        title_fr = "Arrivées et départs",
        icon = "vaadin:exchange",
        order = 225,
        roles = {PortalPage.BILL, PortalPage.ADMIN})
public final class CatchUpView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient UserContext context;
    private final transient CatchUps catchUps;
    private final transient FeeAssessment assessment;
    private final transient Corrections corrections;
    private final transient FeesSettings settings;
    private final transient Executor background;
    private final Banner notice = new Banner("catch-up-notice");
    private final BackgroundTask working = new BackgroundTask("catch-up-working");
    private final Div place = Styles.css("fees-parts", new Div());

    @Activate
    public CatchUpView(
            @Reference CatchUps catchUps,
            @Reference FeeAssessment assessment,
            @Reference Corrections corrections,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.catchUps = catchUps;
        this.assessment = assessment;
        this.corrections = corrections;
        this.settings = settings;
        this.background = background;
        context = UserContext.now(clock, settings);
        setId("catch-up");
        Styles.page(this, context.text("catchup.title"), context.text("catchup.lead"));
        add(notice);
        if (!context.may(Role.BILL)) {
            NoAccess.show(notice, context, Role.BILL);
            return;
        }
        setSizeFull();
        place.setWidthFull();
        add(working, place);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.BILL)) {
            return;
        }
        notice.clear();
        String number = rest == null ? "" : rest.strip();
        if (number.isEmpty()) {
            list();
            return;
        }
        try {
            show(new BatchNumber(Long.parseLong(number)), Optional.empty());
        } catch (NumberFormatException e) {
            notice.showProblem(context.text("catchup.unknown", number));
            list();
        }
    }

    /** Compares all groups of the school year, which takes a while in a large school. */
    private void list() {
        place.removeAll();
        working.start(context.text("catchup.working"));
        UI ui = UI.getCurrent();
        Actor reader = context.actor();
        LocalDate today = context.today();
        background.execute(() -> {
            Runnable outcome = changes(reader, today);
            BackgroundTask.tell(ui, () -> {
                working.end();
                outcome.run();
            });
        });
    }

    private Runnable changes(Actor reader, LocalDate today) {
        try {
            List<GroupChange> changes = working.run(() -> catchUps.changes(reader, today));
            return () -> place.add(
                    changes.isEmpty()
                            ? Styles.id("catch-up-none", Styles.emptyState(context.text("catchup.none")))
                            : new GroupChanges(context, settings, changes));
        } catch (FeesException e) {
            return () -> notice.showProblem(context.errors().of(e));
        }
    }

    /** @param chosen how those who have joined are charged; empty for the usual way */
    private void show(BatchNumber batch, Optional<CatchUpTerms> chosen) {
        place.removeAll();
        working.end();
        Anchor back = Styles.id("catch-up-back", new Anchor(Routes.CATCH_UP, context.text("catchup.back")));
        try {
            CatchUpTerms terms = chosen.orElseGet(() -> CatchUpTerms.on(day(batch)));
            CatchUpPreview preview = catchUps.preview(context.actor(), batch, terms);
            place.add(
                    Styles.id("catch-up-of", new Paragraph(sentence(preview))),
                    new ChangedGroup(
                            context,
                            catchUps,
                            assessment,
                            corrections,
                            preview,
                            terms,
                            what -> {
                                show(batch, Optional.of(terms));
                                notice.showSuccess(what);
                            },
                            other -> show(batch, Optional.of(other))));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
        place.add(Styles.foot(back));
    }

    /** Today, or the day of the charges if these are dated ahead. */
    private LocalDate day(BatchNumber batch) {
        LocalDate charged = assessment
                .find(context.actor(), batch)
                .orElseThrow(() -> new UnknownBatchException(batch))
                .assessment()
                .date();
        return charged.isAfter(context.today()) ? charged : context.today();
    }

    private String sentence(CatchUpPreview preview) {
        return context.text(
                "catchup.of",
                preview.assessment().feeName(),
                AudienceField.label(
                        context, preview.audience(), settings.current().profiles()),
                context.format(preview.assessment().date()),
                preview.assessment().batch().toString());
    }

    @Override
    public String getPageTitle() {
        return context.text("catchup.title");
    }
}
