package org.openadmin.fees.ui.internal.parents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Clock;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.parents.FamilyFees;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.parents.ParentDocuments;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.Styles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * What parents owe for their own children. The page has no parameter: whose children they are is looked up by the services, from the login
 * of the session. Without these services, which need the site's view of parents, there is no such page.
 */
@org.osgi.service.component.annotations.Component(service = Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.MY_FEES,
        title = "My fees",
        title_fr = "Mes frais",
        icon = "vaadin:family",
        order = 100,
        roles = PortalPage.PARENT)
public final class MyFeesView extends VerticalLayout implements HasDynamicTitle {

    private final transient UserContext context;
    private final transient ParentDocuments documents;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("my-fees-notice");

    @Activate
    public MyFeesView(
            @Reference ParentAccounts accounts,
            @Reference ParentDocuments documents,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.documents = documents;
        this.settings = settings;
        context = UserContext.now(clock);
        setId("my-fees");
        setWidthFull();
        Styles.page(this, getPageTitle(), context.text("my.lead", context.format(context.today())));
        add(notice);
        if (!context.may(Role.PARENT)) {
            NoAccess.show(notice, context, Role.PARENT);
            return;
        }
        try {
            show(accounts.family(context.actor()));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    private void show(FamilyFees family) {
        Div page = Styles.css("fees-family", new Div());
        add(page);
        if (family.children().isEmpty()) {
            page.add(nobody());
            return;
        }
        FamilyMoney money = new FamilyMoney(context.locale(), settings.current());
        page.add(new FamilySummary(context, money, family));
        family.children()
                .forEach(child -> page.add(new ChildSection(
                        context,
                        money,
                        family.day(),
                        child,
                        documents,
                        failure -> notice.showProblem(context.errors().of(failure)))));
        page.add(howToPay(family, settings.current().school()));
    }

    private Div nobody() {
        Div lesson = Styles.id(
                "my-fees-empty",
                Styles.emptyState(context.text("my.none", context.actor().name())));
        lesson.addComponentAsFirst(Styles.heading(new H3(context.text("my.none.title"))));
        return lesson;
    }

    private Div howToPay(FamilyFees family, School school) {
        Div how = Styles.css("fees-stack", Styles.boxed(Styles.id("how-to-pay", new Div())));
        how.add(Styles.heading(new H3(context.text("my.how"))));
        school.message(context.locale()).lines().forEach(line -> how.add(new Paragraph(line)));
        String codes = family.children().stream()
                .map(child -> context.text(
                        "my.how.code.of", child.payCode(), child.student().spokenName()))
                .collect(Collectors.joining(", "));
        how.add(
                new Paragraph(
                        new Span(context.text("my.how.code") + " "), new Span(context.text("my.how.codes", codes))),
                new Paragraph(context.text("my.how.office")));
        String contact = String.join(", ", school.contact());
        if (!contact.isEmpty()) {
            how.add(new Paragraph(context.text("my.how.contact", contact)));
        }
        return how;
    }

    @Override
    public String getPageTitle() {
        return context.text("my.title");
    }
}
