package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.Styles.Badge;

/** Whether a month is closed, by whom, and the button that closes or reopens it for those who may. */
final class ClosingBar extends Div {

    private final UserContext context;
    private final transient Closings closings;
    private final YearMonth month;
    private final transient Consumer<String> changed;

    /** @param changed receives the sentence to show once the month was closed or reopened */
    ClosingBar(UserContext context, Closings closings, YearMonth month, Consumer<String> changed) {
        this.context = context;
        this.closings = closings;
        this.month = month;
        this.changed = changed;
        setId("month-closing");
        List<Closing> made = closings.list(context.actor());
        Div row = Styles.row();
        add(row);
        if (isClosed(made)) {
            row.add(Styles.badge(context.text("closing.closed"), Badge.CONTRAST));
            closed(made).ifPresent(closing -> row.add(Styles.secondaryText(new Span(sentence(closing)))));
            if (context.may(Role.ADMIN)) {
                row.add(button("month-reopen", "closing.reopen", Type.REOPENED));
            }
        } else if (month.atEndOfMonth().isBefore(context.today()) && context.may(Role.BILL)) {
            row.add(button("month-close", "closing.close", Type.CLOSED));
        }
        reopened(made);
    }

    private boolean isClosed(List<Closing> made) {
        Optional<LocalDate> last = made.stream().findFirst().map(Closing::closedThrough);
        return last.filter(day -> !month.atEndOfMonth().isAfter(day)).isPresent();
    }

    /** The closing that closed this month: after the last reopening of it, the first that includes it. */
    private Optional<Closing> closed(List<Closing> made) {
        return made.stream()
                .takeWhile(closing -> !month.atEndOfMonth().isAfter(closing.closedThrough()))
                .filter(closing -> closing.type() == Type.CLOSED)
                .reduce((newer, older) -> older);
    }

    /** Lists why this month was reopened. */
    private void reopened(List<Closing> made) {
        List<Closing> reopenings = made.stream()
                .filter(closing ->
                        closing.type() == Type.REOPENED && !closing.month().isAfter(month))
                .toList();
        if (!reopenings.isEmpty()) {
            UnorderedList list = Styles.id("month-reopenings", Styles.secondaryText(new UnorderedList()));
            reopenings.forEach(closing -> list.add(new ListItem(sentence(closing))));
            add(list);
        }
    }

    private String sentence(Closing closing) {
        String key = closing.type() == Type.CLOSED ? "closing.by" : "closing.reopened.by";
        return context.text(key, context.format(closing.at()), closing.by(), closing.reason());
    }

    private Button button(String id, String text, Type type) {
        Button button = Styles.id(id, new Button(context.text(text)));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClickListener(e -> new ClosingDialog(context, closings, month, type, this::done).open());
        return button;
    }

    private void done(Closing closing) {
        String key = closing.type() == Type.CLOSED ? "closing.done" : "closing.reopened";
        changed.accept(context.text(key, context.format(closing.month()), context.format(closing.closedThrough())));
    }
}
