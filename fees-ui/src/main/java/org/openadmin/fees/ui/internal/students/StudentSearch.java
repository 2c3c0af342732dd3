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
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The search field for students. The first match is highlighted while the user types; the arrow keys move, Enter selects.
 */
public final class StudentSearch extends VerticalLayout {

    private static final int MAX_MATCHES = 50;

    /** A student found by the search. */
    record Match(StudentSnapshot student, Statements.State state) {}

    /** @param total the total number of matches; empty if there are more than requested */
    record Matches(List<Match> first, OptionalInt total) {

        private static Matches none() {
            return new Matches(List.of(), OptionalInt.of(0));
        }
    }

    /** Finds the students for a text. */
    interface Source {

        Matches find(String query, int most);
    }

    private final UserContext context;
    private final Source source;
    private final Consumer<StudentNumber> taken;
    private final TextField field = new TextField();
    private final Span status = Styles.id("search-status", Styles.secondaryText(new Span()));
    private final Grid<Match> grid = new Grid<>();
    private List<Match> matches = List.of();
    private String searched = "";

    /** Searches the portal's students. */
    public StudentSearch(UserContext context, Students students, Consumer<StudentNumber> taken) {
        this(context, (query, most) -> known(students.search(query, most)), taken);
    }

    /** Searches everyone who ever had an account. */
    public StudentSearch(UserContext context, Statements statements, Consumer<StudentNumber> taken) {
        // one more than is shown, to see whether there are more
        this(context, (query, most) -> holders(statements.search(context.actor(), query, most + 1), most), taken);
    }

    private StudentSearch(UserContext context, Source source, Consumer<StudentNumber> taken) {
        this.context = context;
        this.source = source;
        this.taken = taken;
        Styles.css("fees-stack-tight", Styles.stack(this));
        setUpField();
        setUpGrid();
        status.getElement().setAttribute("aria-live", "polite");
        add(field, status, grid);
        show(Matches.none());
    }

    private static Matches known(Students.SearchResult found) {
        List<Match> first = found.students().stream()
                .map((Student each) -> new Match(each.snapshot(), StudentAccount.state(each)))
                .toList();
        return new Matches(first, OptionalInt.of(found.total()));
    }

    private static Matches holders(List<Statements.AccountHolder> found, int most) {
        List<Match> first = found.stream()
                .limit(most)
                .map(each -> new Match(each.student(), each.state()))
                .toList();
        return new Matches(first, found.size() > most ? OptionalInt.empty() : OptionalInt.of(found.size()));
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
        grid.addComponentColumn(this::line).setHeader(context.text("search.matches"));
        grid.addItemClickListener(e -> take(e.getItem()));
        grid.setWidthFull();
        grid.setAllRowsVisible(true);
        Styles.css("fees-search-grid", grid);
    }

    private Div line(Match match) {
        StudentSnapshot student = match.student();
        Span name = Styles.wrap(new Span(student.nameOrNumber()));
        StringBuilder facts = new StringBuilder(String.valueOf(student.number()));
        if (!student.grade().isEmpty()) {
            facts.append(" · ").append(student.grade());
        }
        if (match.state() != Statements.State.ACTIVE) {
            facts.append(" · ").append(StudentHeader.stateWord(context, match.state()));
        }
        return Styles.css("fees-search-line", new Div(name, Styles.secondaryText(new Span(facts.toString()))));
    }

    /** Clears and focuses the field. */
    public void restart() {
        field.clear();
        focus();
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
            show(searched.isEmpty() ? Matches.none() : source.find(searched, MAX_MATCHES));
        } catch (FeesException e) {
            show(Matches.none());
            status.setText(context.errors().of(e));
        }
    }

    private void show(Matches found) {
        matches = found.first();
        grid.setItems(matches);
        grid.setVisible(!matches.isEmpty());
        if (!matches.isEmpty()) {
            grid.select(matches.get(0));
        }
        status.setText(searched.isEmpty() ? context.text("search.help") : count(found));
    }

    private String count(Matches found) {
        if (found.total().isEmpty()) {
            return context.text("search.found.more", matches.size());
        }
        int total = found.total().getAsInt();
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
            takeByNumber(wanted);
        } else {
            take(grid.asSingleSelect().getOptionalValue().orElse(matches.get(0)));
        }
    }

    private void take(Match match) {
        grid.select(match);
        taken.accept(match.student().number());
    }

    /** A student who has left the portal may still owe something. */
    private void takeByNumber(String wanted) {
        try {
            taken.accept(StudentNumber.parse(wanted));
        } catch (FeesException e) {
            // not a number either: the line below the field already shows that nothing was found
            field.focus();
        }
    }
}
