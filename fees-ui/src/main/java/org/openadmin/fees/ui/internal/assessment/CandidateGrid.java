package org.openadmin.fees.ui.internal.assessment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.i18n.TextFolding;

/**
 * The students whom a fee is meant for, ticked or not. Who has the fee already starts unticked. A tick outlives a reload of the
 * list; only what is on screen becomes components, so that 2,000 students stay quick.
 */
final class CandidateGrid extends VerticalLayout {

    private final UserContext visit;
    private final Runnable changed;
    private final Grid<Candidate> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span shown = Styles.id("candidates-shown", Styles.quiet(new Span()));
    private final Map<StudentNumber, Boolean> decided = new HashMap<>();
    private List<Candidate> candidates = List.of();
    private boolean startTicked = true;

    CandidateGrid(UserContext visit, Runnable changed) {
        this.visit = visit;
        this.changed = changed;
        setPadding(false);
        setSpacing(false);
        getStyle().set("gap", "var(--lumo-space-xs)");
        setUpFilter();
        setUpGrid();
        Button all = quiet("tick-shown", visit.say("assess.tick"), true);
        Button none = quiet("untick-shown", visit.say("assess.untick"), false);
        add(Styles.row(filter, shown, all, none), grid);
        setFlexGrow(1, grid);
        setSizeFull();
        PageKeys.on(this, visit, filter, "space-tick");
    }

    private void setUpFilter() {
        filter.setId("candidate-filter");
        filter.setPlaceholder(visit.say("assess.filter"));
        filter.setAriaLabel(visit.say("assess.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setWidth("19rem");
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(e -> showMatching());
    }

    private void setUpGrid() {
        grid.setId("candidate-grid");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::tick)
                .setKey("tick")
                .setHeader(visit.say("assess.charge"))
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::nameAndBadge)
                .setKey("name")
                .setHeader(visit.say("student.name"))
                .setWidth("11rem")
                .setFlexGrow(1);
        column("student.no", "5rem", student -> String.valueOf(student.number()));
        column("kind.grade", "4.5rem", Student::grade);
        column("kind.homeroom", "6rem", Student::homeroom);
    }

    private Grid.Column<Candidate> column(String header, String width, Function<Student, String> value) {
        return grid.addColumn(each -> value.apply(each.student()))
                .setHeader(visit.say(header))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private Checkbox tick(Candidate each) {
        Checkbox tick = Styles.id("tick-" + each.student().number(), new Checkbox(isTicked(each)));
        tick.setAriaLabel(
                visit.say("assess.charge.one", each.student().ofRecord().spokenName()));
        tick.addValueChangeListener(e -> {
            decided.put(each.student().number(), e.getValue());
            changed.run();
        });
        return tick;
    }

    /** The badge stands by the name: on a narrow page a column of its own would be out of sight. */
    private Div nameAndBadge(Candidate each) {
        Div both = new Div(new Span(Messages.isolated(each.student().name())), new Span(" "), badge(each));
        both.getStyle().set("overflow-wrap", "anywhere");
        return both;
    }

    private Span badge(Candidate each) {
        if (each.alreadyCharged()) {
            return Styles.badge(visit.say("assess.already"), "primary");
        }
        return each.student().active() ? new Span() : Styles.badge(visit.say("student.withdrawn"), "contrast");
    }

    private Button quiet(String id, String text, boolean tick) {
        Button button = new Button(text, e -> {
            // to charge somebody a second time is said for each
            grid.getListDataView()
                    .getItems()
                    .filter(each -> !tick || !each.alreadyCharged())
                    .forEach(each -> decided.put(each.student().number(), tick));
            grid.getDataProvider().refreshAll();
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return Styles.id(id, button);
    }

    void show(List<Candidate> students) {
        candidates = students;
        grid.setItems(students);
        showMatching();
        changed.run();
    }

    /** Ticks everybody but those who have the fee already, or nobody; what was ticked by hand is forgotten. */
    void startWith(boolean ticked) {
        startTicked = ticked;
        decided.clear();
        grid.getDataProvider().refreshAll();
        changed.run();
    }

    /** Forgets the list and every tick. */
    void forget() {
        decided.clear();
        filter.clear();
        show(List.of());
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    private boolean isTicked(Candidate each) {
        return decided.getOrDefault(each.student().number(), startTicked && !each.alreadyCharged());
    }

    int ticked() {
        return (int) candidates.stream().filter(this::isTicked).count();
    }

    /** Those who are charged, in the order of the list. */
    List<StudentNumber> chosen() {
        return candidates.stream()
                .filter(this::isTicked)
                .map(each -> each.student().number())
                .toList();
    }

    int size() {
        return candidates.size();
    }

    /** Those who are left out. */
    Set<StudentNumber> except() {
        return numbers(each -> !isTicked(each));
    }

    /** Those who are charged although they have the fee already. */
    Set<StudentNumber> again() {
        return numbers(each -> isTicked(each) && each.alreadyCharged());
    }

    private Set<StudentNumber> numbers(Predicate<Candidate> which) {
        return candidates.stream()
                .filter(which)
                .map(each -> each.student().number())
                .collect(Collectors.toSet());
    }

    private void showMatching() {
        String wanted = TextFolding.plain(filter.getValue());
        GridListDataView<Candidate> view = grid.getListDataView();
        view.setFilter(each -> matches(each.student(), wanted));
        shown.setText(visit.say("assess.shown", view.getItemCount(), candidates.size()));
    }

    private static boolean matches(Student student, String wanted) {
        return TextFolding.plain(student.name()).contains(wanted)
                || String.valueOf(student.number()).equals(wanted)
                || TextFolding.plain(student.homeroom()).equals(wanted);
    }
}
