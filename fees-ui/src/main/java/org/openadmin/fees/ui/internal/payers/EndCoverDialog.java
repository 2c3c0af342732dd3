package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.EndCoverRequest;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a cover: the last day, and the reason. */
final class EndCoverDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(EndCoverDialog.class);

    private final transient UserContext context;
    private final transient Covers covers;
    private final transient Cover cover;
    private final transient Consumer<Cover> ended;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<EndCoverRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("end-cover-notice");
    private final DateField day;
    private final TextField reason = Styles.id("end-cover-reason", new TextField());
    private final Button save;
    private boolean answered;

    EndCoverDialog(UserContext context, Covers covers, Cover cover, Consumer<Cover> ended) {
        this.context = context;
        this.covers = covers;
        this.cover = cover;
        this.ended = ended;
        setId("end-cover-dialog");
        setHeaderTitle(context.text("covers.end.title", cover.number().toString()));
        day = Styles.id("end-cover-day", new DateField(context, context.text("covers.end.day")));
        day.setValue(context.today());
        reason.setLabel(context.text("covers.reason"));
        reason.setMaxLength(EndCoverRequest.MAX_REASON_LENGTH);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addKeyDownListener(Key.ENTER, e -> save());
        save = Styles.id("end-cover-save", new Button(context.text("covers.end"), e -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        Button cancel = Styles.id("end-cover-cancel", new Button(context.text("action.cancel"), e -> close()));
        add(Styles.stack(new VerticalLayout(notice, new Paragraph(context.text("covers.end.asks")), day, reason)));
        getFooter().add(cancel, save);
        reason.focus();
    }

    private void save() {
        if (answered) {
            return;
        }
        LocalDate last = Optional.ofNullable(day.getValue()).orElse(context.today());
        EndCoverRequest request = pending.get()
                .orElseGet(() -> new EndCoverRequest(key, context.actor(), cover.number(), last, reason.getValue()));
        try {
            Cover done = covers.end(request);
            pending.answered();
            answered = true;
            close();
            ended.accept(done);
        } catch (RuntimeException e) {
            LOG.warn("A cover was not ended", e);
            notice.showProblem(context.errors().of(pending.failed(request, e)));
            day.setEnabled(!pending.isPending());
            reason.setEnabled(!pending.isPending());
        } finally {
            save.setEnabled(true);
        }
    }
}
