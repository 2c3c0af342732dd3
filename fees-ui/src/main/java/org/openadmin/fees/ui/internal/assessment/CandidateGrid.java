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
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.students.StudentFilter;

/**
 * The students a fee is meant for, with a checkbox each. Students who already have the fee start unselected. Selections
 * survive a reload of the list. Only the rows in view have components, which keeps a list of 2,000 students fast.
 */
final class CandidateGrid extends VerticalLayout {

    private final UserContext context;
    private final Runnable changed;
    private final Grid<Candidate> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span shown = Styles.id("candidates-shown", Styles.secondaryText(new Span()));
    private final Map<StudentNumber, Boolean> decided = new HashMap<>();
    private List<Candidate> candidates = List.of();
    private boolean startTicked = true;

    CandidateGrid(UserContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        Styles.css("fees-parts", this);
        setUpFilter();
        setUpGrid();
        Button all = quiet("tick-shown", context.text("assess.tick"), true);
        Button none = quiet("untick-shown", context.text("assess.untick"), false);
        add(Styles.row(filter, shown, all, none), grid);
        setFlexGrow(1, grid);
        PageKeys.on(this, context, filter, "space-tick");
    }

    private void setUpFilter() {
        filter.setId("candidate-filter");
        filter.setPlaceholder(context.text("assess.filter"));
        filter.setAriaLabel(context.text("assess.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setWidth("19rem");
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(e -> showMatching());
    }

    private void setUpGrid() {
        grid.setId("candidate-grid");
        Styles.css("fees-assess-grid", grid);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::tick)
                .setKey("tick")
                .setHeader(context.text("assess.charge"))
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::nameAndBadge)
                .setKey("name")
                .setHeader(context.text("student.name"))
                .setWidth("11rem")
                .setFlexGrow(1);
        column(context.text("student.no"), "5rem", student -> String.valueOf(student.number()));
        column(context.format(GroupKind.GRADE), "4.5rem", Student::grade);
        column(context.format(GroupKind.HOMEROOM), "6rem", Student::homeroom);
    }

    private Grid.Column<Candidate> column(String header, String width, Function<Student, String> value) {
        return grid.addColumn(each -> value.apply(each.student()))
                .setHeader(header)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private Checkbox tick(Candidate each) {
        Checkbox tick = Styles.id("tick-" + each.student().number(), new Checkbox(isTicked(each)));
        tick.setEnabled(each.overLimit().isEmpty());
        tick.setAriaLabel(
                context.text("assess.charge.one", each.student().snapshot().spokenName()));
        tick.addValueChangeListener(e -> {
            decided.put(each.student().number(), e.getValue());
            changed.run();
        });
        return tick;
    }

    /** The badge follows the name, because a separate column would be out of view on a narrow page. */
    private Div nameAndBadge(Candidate each) {
        Div both = new Div(new Span(Messages.isolated(each.student().name())), new Span(" "), badge(each));
        return Styles.wrap(both);
    }

    private Span badge(Candidate each) {
        if (each.overLimit().isPresent()) {
            YearLimit limit = each.overLimit().get();
            return Styles.badge(
                    context.text(
                            "assess.limit",
                            context.format(limit.limit()),
                            context.format(limit.charged()),
                            context.format(limit.left())),
                    Styles.Badge.CONTRAST);
        }
        if (each.alreadyCharged()) {
            return Styles.badge(context.text("assess.already", date(each)), Styles.Badge.PRIMARY);
        }
        if (each.charged().isPresent()) {
            return Styles.secondaryText(new Span(context.text("assess.last", date(each))));
        }
        return each.student().active()
                ? new Span()
                : Styles.badge(context.text("student.withdrawn"), Styles.Badge.CONTRAST);
    }

    private String date(Candidate each) {
        return each.charged().map(context::format).orElse("");
    }

    private Button quiet(String id, String text, boolean tick) {
        Button button = new Button(text, e -> {
            // charging a student a second time takes a click for each of them
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

    /** Selects everyone except students who already have the fee, or no one, and discards manual selections. */
    void startWith(boolean ticked) {
        startTicked = ticked;
        decided.clear();
        grid.getDataProvider().refreshAll();
        changed.run();
    }

    /** Selects all students who already have the fee, or none of them. */
    void tickAgain(boolean ticked) {
        candidates.stream()
                .filter(Candidate::alreadyCharged)
                .forEach(each -> decided.put(each.student().number(), ticked));
        grid.getDataProvider().refreshAll();
        changed.run();
    }

    /** How many students already have the fee and could be charged again. */
    int alreadyCharged() {
        return (int) candidates.stream()
                .filter(each -> each.alreadyCharged() && each.overLimit().isEmpty())
                .count();
    }

    /** How many students cannot be charged because of the limit of the fee. */
    int overLimit() {
        return (int)
                candidates.stream().filter(each -> each.overLimit().isPresent()).count();
    }

    /** Clears the list and all selections. */
    void forget() {
        decided.clear();
        filter.clear();
        show(List.of());
    }

    /** The selections that the user made, as a text that {@link #restoreDecided} reads. */
    String decidedText() {
        return decided.entrySet().stream()
                .map(each -> (each.getValue() ? "+" : "-") + each.getKey())
                .collect(Collectors.joining(" "));
    }

    void restoreDecided(String text) {
        for (String each : text.split(" ")) {
            if (!each.isEmpty()) {
                decided.put(StudentNumber.parse(each.substring(1)), each.charAt(0) == '+');
            }
        }
        grid.getDataProvider().refreshAll();
        changed.run();
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    private boolean isTicked(Candidate each) {
        return each.overLimit().isEmpty()
                && decided.getOrDefault(each.student().number(), startTicked && !each.alreadyCharged());
    }

    int ticked() {
        return (int) candidates.stream().filter(this::isTicked).count();
    }

    /** The selected students, in the order of the list. */
    List<StudentNumber> chosen() {
        return candidates.stream()
                .filter(this::isTicked)
                .map(each -> each.student().number())
                .toList();
    }

    int size() {
        return candidates.size();
    }

    /** The students who are not selected. The limit of the fee is no decision of the user. */
    Set<StudentNumber> except() {
        return numbers(each -> !isTicked(each) && each.overLimit().isEmpty());
    }

    /** The selected students who already have the fee. */
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
        StudentFilter wanted = new StudentFilter(filter.getValue());
        GridListDataView<Candidate> view = grid.getListDataView();
        view.setFilter(each -> wanted.matches(each.student().snapshot()));
        shown.setText(context.text("assess.shown", view.getItemCount(), candidates.size()));
    }
}
