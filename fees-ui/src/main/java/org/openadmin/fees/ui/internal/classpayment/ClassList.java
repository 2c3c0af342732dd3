package org.openadmin.fees.ui.internal.classpayment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassDue.Line;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** The students of a homeroom: a checkbox for each who owes the fee, the others muted. The arrow keys move from one to the next. */
final class ClassList extends Div {

    /** In the browser alone, so that the next key reaches the next checkbox however slow the server is. */
    private static final String ARROWS = """
            if (this.feesArrows) return;
            this.feesArrows = true;
            this.addEventListener('keydown', event => {
              const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
              const all = [...this.querySelectorAll('vaadin-checkbox')];
              const at = all.findIndex(each => each.contains(event.target));
              if (event.key === 'Enter' && at >= 0) {
                event.preventDefault();
                document.getElementById($0)?.focus();
              } else if (step && at >= 0 && all[at + step]) {
                event.preventDefault();
                all[at + step].focus();
              }
            });
            """;

    private final UserContext context;
    private final Checkbox all;
    private final Map<Line, Checkbox> ticks = new LinkedHashMap<>();
    private transient Runnable changed = () -> {};
    /** Whether the checkboxes follow each other, which is no change by the user. */
    private boolean following;

    /** @param marked who is marked at first */
    ClassList(UserContext context, ClassDue due, Set<? extends AccountNumber> marked) {
        this.context = context;
        setId("class-list");
        Styles.css("fees-class-list", this);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", due.homeroom());
        all = Styles.id(
                "class-all",
                new Checkbox(context.text("classpay.all", due.owing().size())));
        all.setVisible(!due.owing().isEmpty());
        all.addValueChangeListener(e -> {
            if (!following) {
                following = true;
                ticks.values().forEach(tick -> tick.setValue(e.getValue()));
                following = false;
                changed();
            }
        });
        add(row(all, new Span(context.text("classpay.due")), Styles.figure(new Span(context.text("classpay.amount")))));
        due.lines().forEach(line -> add(line.owes() ? owing(line, marked) : muted(line)));
        followAll();
        addAttachListener(e -> getElement().executeJs(ARROWS, ClassForm.ENVELOPE));
    }

    /** @param then runs after each change of the marks */
    void onChange(Runnable then) {
        changed = then;
    }

    private Div owing(Line line, Set<? extends AccountNumber> marked) {
        Checkbox tick = Styles.id("class-" + line.student().number(), new Checkbox(name(line)));
        tick.setValue(marked.contains(line.student().number()));
        tick.addValueChangeListener(e -> {
            if (!following) {
                changed();
            }
        });
        ticks.put(line, tick);
        String day = line.dueDate().map(context::format).orElse("");
        Div row = row(tick, Styles.secondaryText(new Span(day)), Styles.figure(new Span(context.format(line.due()))));
        if (line.credit().isPositive()) {
            row.add(Styles.css(
                    "fees-class-more",
                    Styles.secondaryText(new Span(context.text("classpay.credit", context.format(line.credit()))))));
        }
        return row;
    }

    private Div muted(Line line) {
        String state = line.settled().map(context::format).orElseGet(() -> context.text("classpay.not-charged"));
        Span name = Styles.secondaryText(new Span(name(line)));
        return Styles.id(
                "class-" + line.student().number(),
                row(Styles.css("fees-class-muted", name), Styles.secondaryText(new Span(state)), new Span()));
    }

    private static String name(Line line) {
        return line.student().name() + " (" + line.student().number() + ")";
    }

    private static Div row(com.vaadin.flow.component.Component... parts) {
        return Styles.css("fees-class-row", new Div(parts));
    }

    private void changed() {
        followAll();
        changed.run();
    }

    private void followAll() {
        int marked = marked().size();
        following = true;
        all.setValue(marked > 0 && marked == ticks.size());
        all.setIndeterminate(marked > 0 && marked < ticks.size());
        following = false;
    }

    /** Those who are marked, by name. */
    List<Line> marked() {
        List<Line> marked = new ArrayList<>();
        ticks.forEach((line, tick) -> {
            if (tick.getValue()) {
                marked.add(line);
            }
        });
        return marked;
    }

    Set<AccountNumber> numbers() {
        Set<AccountNumber> numbers = new TreeSet<>();
        marked().forEach(line -> numbers.add(line.student().number()));
        return numbers;
    }

    void focusFirst() {
        ticks.values().stream().findFirst().ifPresent(Checkbox::focus);
    }

    /** Whether the marks can be changed. */
    void setOpen(boolean open) {
        all.setReadOnly(!open);
        ticks.values().forEach(tick -> tick.setReadOnly(!open));
    }
}
