package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
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
 * Shows what will be done, and does it once however often the button is pressed: each dialog has one request key. While the answer is not
 * known the same request is sent again.
 *
 * @param <T> the answer
 */
public final class OnceDialog<T> extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(OnceDialog.class);
    private static final int MAX_REASON = 255;

    private final UserContext context;
    private final transient BiFunction<RequestKey, String, T> act;
    private final transient Consumer<T> done;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<RequestKey> pending = new PendingRequest<>();
    private final TextField reason = new TextField();
    private final Banner notice;
    private final Div parts = Styles.css("fees-stack", new Div());
    private final Button apply;
    private boolean answered;

    /**
     * @param name the beginning of the ids
     * @param title what is done
     * @param sentence what will be done, and to how many
     * @param asked the label of the reason; empty if none is asked for
     * @param act does it with a key and a reason
     * @param done shows what was done
     */
    public OnceDialog(
            UserContext context,
            String name,
            String title,
            String sentence,
            Optional<String> asked,
            BiFunction<RequestKey, String, T> act,
            Consumer<T> done) {
        this.context = context;
        this.act = act;
        this.done = done;
        notice = new Banner(name + "-dialog-notice");
        setId(name + "-dialog");
        setHeaderTitle(title);
        setWidth("32rem");
        setMaxWidth("100%");
        apply = Styles.id(name + "-apply", new Button(title, e -> apply()));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        reason.setId(name + "-reason");
        reason.setWidthFull();
        reason.setMaxLength(MAX_REASON);
        reason.setVisible(asked.isPresent());
        reason.setLabel(asked.orElse(""));
        reason.addKeyDownListener(Key.ENTER, e -> apply());
        add(notice, new Paragraph(sentence), parts, reason);
        getFooter().add(Styles.id(name + "-leave", new Button(context.text("action.cancel"), e -> close())), apply);
        if (asked.isPresent()) {
            reason.focus();
        } else {
            apply.focus();
        }
    }

    /** Adds a part in which something else is chosen; until then, nothing can be done. */
    public OnceDialog<T> choosing(Component part) {
        parts.add(part);
        apply.setEnabled(false);
        return this;
    }

    /** The choice is made. */
    public void chosen() {
        apply.setEnabled(true);
        apply.focus();
    }

    private void apply() {
        if (answered) {
            return;
        }
        try {
            T what = act.apply(key, reason.getValue());
            answered = true;
            close();
            done.accept(what);
        } catch (RuntimeException e) {
            LOG.info("A request was refused or has no answer", e);
            notice.showProblem(context.errors().of(pending.failed(key, e)));
            reason.setReadOnly(pending.isPending());
        } finally {
            apply.setEnabled(true);
        }
    }
}
