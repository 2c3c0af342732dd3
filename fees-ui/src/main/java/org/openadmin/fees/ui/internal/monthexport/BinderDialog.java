package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ArchiveLink;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Styles;

/** Makes the auditor's binder of a period, which begins with the school year at first. */
final class BinderDialog extends Dialog {

    private final UserContext context;
    private final transient BinderFiles binders;
    private final Banner notice = new Banner("binder-notice");
    private final BackgroundTask making = new BackgroundTask("binder-progress");
    private final DateField from;
    private final DateField to;
    private final ArchiveLink save;

    /** @param last the last day that is proposed */
    BinderDialog(UserContext context, BinderFiles binders, LocalDate last) {
        this.context = context;
        this.binders = binders;
        setId("binder-dialog");
        setHeaderTitle(context.text("binder.title"));
        setWidth("36rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        from = field("binder-from", "binder.from");
        to = field("binder-to", "binder.to");
        from.setValue(CollectionPeriod.schoolYear(last).from().orElseThrow());
        to.setValue(last);
        save = new ArchiveLink(context, "binder-save", context.text("binder.save"), this::failed);
        save.getElement().addEventListener("click", e -> begin());
        from.addValueChangeListener(e -> offer());
        to.addValueChangeListener(e -> offer());
        String confidential = context.may(Role.ADMIN) ? "binder.confidential" : "binder.hidden";
        add(Styles.stack(new VerticalLayout(
                notice,
                new Paragraph(context.text("binder.lead")),
                Styles.row(from, to),
                Styles.id("binder-confidential", new Paragraph(context.text(confidential))),
                making)));
        getFooter().add(Styles.id("binder-leave", new Button(context.text("correct.leave"), e -> close())), save);
        offer();
    }

    private DateField field(String id, String label) {
        DateField field = Styles.id(id, new DateField(context, context.text(label)));
        field.setWidth("10.75rem");
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    /** The link is there only for a period that is possible; otherwise the field says why it is not. */
    private void offer() {
        notice.clear();
        Optional<LocalDate> first = from.read();
        Optional<LocalDate> last = to.read();
        if (first.isEmpty() || last.isEmpty()) {
            save.withdraw();
        } else if (last.get().isAfter(context.today())) {
            to.refuse(context.text("binder.future", context.format(context.today())));
            save.withdraw();
        } else if (last.get().isBefore(first.get())) {
            to.refuse(context.text("filter.dates-turned"));
            save.withdraw();
        } else {
            offer(new BinderPeriod(first.get(), last.get()));
        }
    }

    private void offer(BinderPeriod period) {
        UI ui = UI.getCurrent();
        save.offer(
                context.text(
                        "binder.file", period.from().toString(), period.to().toString()),
                out -> write(ui, period, out));
    }

    private void begin() {
        if (save.isEnabled()) {
            notice.clear();
            making.start(context.text("binder.making"));
        }
    }

    /** Outside the page's lock. */
    private void write(UI ui, BinderPeriod period, OutputStream out) {
        binders.write(context.actor(), period, out);
        BackgroundTask.tell(ui, () -> made(period));
    }

    private void made(BinderPeriod period) {
        making.end();
        notice.showSuccess(context.text("binder.made", context.format(period.from()), context.format(period.to())));
    }

    private void failed(RuntimeException failure) {
        making.end();
        notice.showProblem(context.errors().of(failure));
    }
}
