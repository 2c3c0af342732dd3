package org.openadmin.fees.ui.internal.students;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.accounts.Statements.AccountMatch;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/**
 * The search field for students. The first match is highlighted while the user types; the arrow keys move, Enter selects. A
 * match that is not of the student's own name or number shows what matched.
 */
public final class StudentSearch extends VerticalLayout {

    private static final int MAX_MATCHES = 50;
    private static final Statements.SearchResult NOBODY = new Statements.SearchResult(List.of(), 0);

    private final UserContext context;
    private final Statements statements;
    private final Consumer<AccountNumber> taken;
    private final TextField field = new TextField();
    private final Span status = Styles.id("search-status", Styles.secondaryText(new Span()));
    private final Grid<AccountMatch> grid = new Grid<>();
    /** The class of the line that shows that there is nobody to take. */
    private static final String NOBODY_TAKEN = "fees-hint-short";

    private List<AccountMatch> matches = List.of();
    private String searched = "";

    /** Searches everyone who has an account, including students who are no longer in the host's records. */
    public StudentSearch(UserContext context, Statements statements, Consumer<AccountNumber> taken) {
        this.context = context;
        this.statements = statements;
        this.taken = taken;
        Styles.css("fees-stack-tight", Styles.stack(this));
        setUpField();
        setUpGrid();
        status.getElement().setAttribute("aria-live", "polite");
        add(field, status, grid);
        show(NOBODY);
    }

    private void setUpField() {
        field.setId("student-search");
        field.setLabel(context.text("search.label"));
        field.setPlaceholder(context.text("search.example"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        field.setWidthFull();
        field.setAutofocus(true);
        field.setAutoselect(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.addValueChangeListener(e -> search());
        field.addKeyDownListener(Key.ENTER, e -> take());
        field.addKeyDownListener(Key.ARROW_DOWN, e -> move(1));
        field.addKeyDownListener(Key.ARROW_UP, e -> move(-1));
        field.addKeyDownListener(Key.ESCAPE, e -> field.clear());
    }

    private void setUpGrid() {
        grid.setId("student-matches");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.addComponentColumn(this::line).setKey("student").setHeader(context.text("search.matches"));
        grid.addItemClickListener(e -> take(e.getItem()));
        grid.setWidthFull();
        grid.setAllRowsVisible(true);
        Styles.css("fees-search-grid", grid);
    }

    private Div line(AccountMatch match) {
        StudentSnapshot student = match.holder().student();
        Div line = new Div(
                Styles.wrap(new Span(Messages.isolated(student.nameOrNumber()))),
                Styles.css("fees-search-facts", Styles.secondaryText(new Span(facts(match)))));
        if (!match.by().isOwn()) {
            Span why = new Span(context.text(
                    reason(match.by().kind()), Messages.isolated(match.by().text())));
            line.add(Styles.css("fees-search-why", Styles.wrap(Styles.secondaryText(why))));
        }
        return Styles.css("fees-search-line", line);
    }

    private static String reason(MatchedBy.Kind kind) {
        return switch (kind) {
            case GUARDIAN -> "search.by.guardian";
            case EMAIL -> "search.by.email";
            default -> "search.by.reference";
        };
    }

    /** The number, the homeroom or else the grade, the amount due if there is one, and whether the student has left. */
    private String facts(AccountMatch match) {
        StudentSnapshot student = match.holder().student();
        List<String> facts = new ArrayList<>(List.of(String.valueOf(student.number())));
        facts.add(student.homeroom().isEmpty() ? student.grade() : student.homeroom());
        if (match.holder().state() != Statements.State.ACTIVE) {
            facts.add(StudentHeader.stateWord(context, match.holder().state()));
        }
        if (match.balance().due().isPositive()) {
            facts.add(context.text("search.due", context.format(match.balance().due())));
        }
        facts.removeIf(String::isEmpty);
        return String.join(" · ", facts);
    }

    /** Clears and focuses the field. */
    public void restart() {
        field.clear();
        focus();
    }

    /** Searches again for what was typed before. */
    public void restore(String typed) {
        if (!typed.isBlank()) {
            field.setValue(typed);
            focus();
        }
    }

    public TextField field() {
        return field;
    }

    public void focus() {
        field.focus();
    }

    private void search() {
        searched = field.getValue().strip();
        try {
            show(searched.isEmpty() ? NOBODY : statements.search(context.actor(), searched, MAX_MATCHES));
        } catch (FeesException e) {
            show(NOBODY);
            status.setText(context.errors().of(e));
        }
    }

    private void show(Statements.SearchResult found) {
        matches = found.matches();
        grid.setItems(matches);
        grid.setVisible(!matches.isEmpty());
        if (!matches.isEmpty()) {
            grid.select(matches.get(0));
        }
        status.setText(searched.isEmpty() ? context.text("search.help") : count(found));
        status.removeClassName(NOBODY_TAKEN);
    }

    private String count(Statements.SearchResult found) {
        int total = found.total();
        if (total == 0 && searched.chars().allMatch(Character::isDigit)) {
            return context.text("search.no-number", searched);
        }
        return total == matches.size()
                ? context.text("search.found", total)
                : context.text("search.found.first", matches.size(), total);
    }

    private void move(int by) {
        if (matches.isEmpty()) {
            return;
        }
        int now = grid.asSingleSelect().getOptionalValue().map(matches::indexOf).orElse(-1);
        int next = Math.max(0, Math.min(matches.size() - 1, now + by));
        grid.select(matches.get(next));
        // keeps a few of the previous rows in view; at the top the list does not move
        grid.scrollToIndex(Math.max(0, next - 3));
    }

    private void take() {
        String wanted = field.getValue().strip();
        if (wanted.isEmpty()) {
            return;
        }
        if (!wanted.equals(searched)) {
            search();
        }
        if (matches.isEmpty()) {
            status.addClassName(NOBODY_TAKEN);
            field.focus();
        } else {
            take(grid.asSingleSelect().getOptionalValue().orElse(matches.get(0)));
        }
    }

    private void take(AccountMatch match) {
        grid.select(match);
        taken.accept(match.holder().student().number());
    }
}
