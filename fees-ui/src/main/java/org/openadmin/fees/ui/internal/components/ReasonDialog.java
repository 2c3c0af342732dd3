package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.ui.internal.UserContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what will be done, may ask for a reason, and does it once however often the button is pressed: each dialog has one request key.
 * While the answer is not known the same request is sent again.
 */
public final class ReasonDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(ReasonDialog.class);
    private static final int MAX_REASON = 255;

    private final UserContext context;
    private final transient BiFunction<RequestKey, String, String> act;
    private final transient Consumer<String> done;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<RequestKey> pending = new PendingRequest<>();
    private final TextField reason = new TextField();
    private final Banner notice;
    private final Button apply;
    private boolean answered;

    /**
     * @param id the beginning of the ids of the dialog and its parts
     * @param title what is done
     * @param sentence what will be done, and to how many
     * @param asked the label of the reason; empty if none is asked for
     * @param act does it with a key and a reason, and says what was done
     * @param done shows what was done
     */
    public ReasonDialog(
            UserContext context,
            String id,
            String title,
            String sentence,
            Optional<String> asked,
            BiFunction<RequestKey, String, String> act,
            Consumer<String> done) {
        this.context = context;
        this.act = act;
        this.done = done;
        setId(id + "-dialog");
        notice = new Banner(id + "-dialog-notice");
        reason.setId(id + "-reason");
        setHeaderTitle(title);
        setWidth("32rem");
        setMaxWidth("100%");
        apply = Styles.id(id + "-apply", new Button(title, e -> apply()));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        reason.setWidthFull();
        reason.setMaxLength(MAX_REASON);
        reason.setVisible(asked.isPresent());
        reason.setLabel(asked.orElse(""));
        reason.addKeyDownListener(Key.ENTER, e -> apply());
        add(notice, new Paragraph(sentence), reason);
        getFooter().add(Styles.id(id + "-leave", new Button(context.text("action.cancel"), e -> close())), apply);
        if (asked.isPresent()) {
            reason.focus();
        } else {
            apply.focus();
        }
    }

    private void apply() {
        if (answered) {
            return;
        }
        try {
            String what = act.apply(key, reason.getValue());
            answered = true;
            close();
            done.accept(what);
        } catch (RuntimeException e) {
            LOG.info("A confirmed act failed", e);
            notice.showProblem(context.errors().of(pending.failed(key, e)));
            reason.setReadOnly(pending.isPending());
        } finally {
            apply.setEnabled(true);
        }
    }
}
