package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** The button for the auditor's binder, from the beginning of the school year to the end of a month. */
final class BinderBar extends Div {

    BinderBar(UserContext context, BinderFiles binders, YearMonth month) {
        setId("month-binder");
        LocalDate last = month.atEndOfMonth().isBefore(context.today()) ? month.atEndOfMonth() : context.today();
        Button open = Styles.id(
                "binder-open",
                new Button(context.text("binder.open"), e -> new BinderDialog(context, binders, last).open()));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(Styles.row(Styles.secondaryText(new Span(context.text("binder.offer"))), open));
    }
}
