package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BooleanSupplier;
import org.openadmin.fees.ui.internal.UserContext;

/** Asks before Escape, or a click beside a dialog, throws away what was typed in it. */
public final class DiscardQuestion {

    private final UserContext context;
    private final Dialog dialog;

    private DiscardQuestion(UserContext context, Dialog dialog) {
        this.context = context;
        this.dialog = dialog;
    }

    /** @param typed whether there is something to lose; otherwise the dialog closes at once */
    public static void guard(Dialog dialog, UserContext context, BooleanSupplier typed) {
        DiscardQuestion question = new DiscardQuestion(context, dialog);
        dialog.addDialogCloseActionListener(e -> {
            if (typed.getAsBoolean()) {
                question.ask();
            } else {
                dialog.close();
            }
        });
    }

    private void ask() {
        Dialog question = Styles.id("discard-dialog", new Dialog(context.text("discard.title")));
        question.add(new Paragraph(context.text("discard.question")));
        Button keep = Styles.id("discard-keep", new Button(context.text("discard.keep"), e -> question.close()));
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button discard = Styles.id("discard-confirm", new Button(context.text("discard.confirm"), e -> {
            question.close();
            dialog.close();
        }));
        discard.addThemeVariants(ButtonVariant.LUMO_ERROR);
        question.getFooter().add(discard, keep);
        question.open();
        keep.focus();
    }
}
