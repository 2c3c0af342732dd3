package org.openadmin.fees.ui.internal.classpayment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The envelope of a class: choose the fee, the homeroom and the day, mark who has paid, type the sum, print all receipts. */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.CLASS_PAYMENT,
        title = "Class payment",
        title_fr = "Paiement d’une classe",
        icon = "vaadin:envelope-open",
        order = 232,
        roles = {PortalPage.CASHIER, PortalPage.ADMIN})
public final class ClassPaymentView extends VerticalLayout implements HasDynamicTitle {

    private final transient UserContext context;
    private final transient ClassPayments payments;
    private final transient FeeCollection collection;
    private final transient Students students;
    private final transient FeeReports reports;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("class-notice");
    private final ChoiceField<String> fee;
    private final ChoiceField<String> homeroom;
    private final DateField date;
    private final VerticalLayout place = Styles.stack(new VerticalLayout());

    @Activate
    public ClassPaymentView(
            @Reference ClassPayments payments,
            @Reference FeeCollection collection,
            @Reference Students students,
            @Reference FeeReports reports,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.payments = payments;
        this.collection = collection;
        this.students = students;
        this.reports = reports;
        this.settings = settings;
        context = UserContext.now(clock, settings);
        fee = Styles.id("class-fee", new ChoiceField<>(context));
        homeroom = Styles.id("class-homeroom", new ChoiceField<>(context));
        date = Styles.id("class-date", new DateField(context, context.text("pay.date")));
        setId("class-payment");
        Styles.page(this, context.text("classpay.title"), context.text("classpay.lead"));
        add(notice);
        if (!context.may(Role.CASHIER)) {
            NoAccess.show(notice, context, Role.CASHIER);
            return;
        }
        setSizeFull();
        layOut();
    }

    private void layOut() {
        fee.setLabel(context.text("classpay.fee"));
        fee.offer(owed());
        fee.allowOther(typed -> typed);
        homeroom.setLabel(context.format(GroupKind.HOMEROOM));
        homeroom.offer(students.values(GroupKind.HOMEROOM));
        homeroom.allowOther(typed -> typed);
        homeroom.setWidth("9rem");
        date.setValue(context.today());
        date.setWidth("10.75rem");
        fee.addValueChangeListener(e -> load());
        fee.whenUnreadable(this::load);
        homeroom.addValueChangeListener(e -> load());
        homeroom.whenUnreadable(this::load);
        date.addValueChangeListener(e -> load());
        Div choice = Styles.row(fee, homeroom, date);
        add(choice, place);
        PageKeys.on(this, context, fee, "arrows-class", "space-tick", "enter-class");
        load();
        fee.focus();
    }

    /** The fees of this school year that somebody owes; another one can be typed. */
    private List<String> owed() {
        return collection.fees(context.actor(), CollectionPeriod.schoolYear(context.today())).lines().stream()
                .filter(line -> line.collected().of(ChargeState.OUTSTANDING).number() > 0)
                .map(CollectionLine::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void load() {
        load(Set.of());
    }

    /** @param marked who is marked at first, of those who owe the fee */
    private void load(Set<? extends AccountNumber> marked) {
        notice.clear();
        place.removeAll();
        Optional<LocalDate> day = date.isReadable() ? date.getOptionalValue() : Optional.empty();
        if (fee.chosen().isEmpty() || homeroom.chosen().isEmpty() || day.isEmpty()) {
            place.add(Styles.id("class-empty", Styles.emptyState(context.text("classpay.empty"))));
            return;
        }
        try {
            show(payments.due(context.actor(), fee.getValue(), homeroom.getValue(), day.get()), marked);
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    private void show(ClassDue due, Set<? extends AccountNumber> marked) {
        if (due.owing().isEmpty()) {
            place.add(Styles.id(
                    "class-nobody", Styles.emptyState(context.text("classpay.nobody", due.homeroom(), due.fee()))));
        }
        ClassList list = new ClassList(context, due, marked);
        ClassForm form = new ClassForm(
                context, payments, settings.current().payments(), due, list, this::received, this::outdated);
        form.setVisible(!due.owing().isEmpty());
        place.add(list, form);
    }

    private void received(ClassPayment payment) {
        notice.clear();
        place.removeAll();
        ClassReceipts receipts = new ClassReceipts(context, reports, payment, notice, () -> {
            homeroom.clear();
            homeroom.focus();
        });
        place.add(receipts);
        receipts.focus();
    }

    /** Something has changed: shows the list as it is now, with the same students marked as far as they still owe the fee. */
    private void outdated(String why, Set<AccountNumber> marked) {
        load(marked);
        notice.showProblem(why);
    }

    @Override
    public String getPageTitle() {
        return context.text("classpay.title");
    }
}
