package org.openadmin.fees.ui.internal.catchup;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * Students with a checkbox each. Only the rows in view have components.
 *
 * @param <T> a student of the list
 */
final class TickList<T> extends VerticalLayout {

    private final UserContext context;
    private final String name;
    private final Function<T, StudentNumber> number;
    private final Grid<T> grid = new Grid<>();
    private final Set<StudentNumber> ticked = new TreeSet<>();
    private final transient Runnable changed;

    /** @param name the id of the list, and the beginning of those of its checkboxes */
    TickList(UserContext context, String name, String label, Function<T, StudentNumber> number, Runnable changed) {
        this.context = context;
        this.name = name;
        this.number = number;
        this.changed = changed;
        setPadding(false);
        grid.setId(name);
        grid.setAriaLabel(label);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(false);
        add(grid);
    }

    /** @param spoken the name of a student in a sentence */
    TickList<T> tick(String header, Function<T, String> spoken) {
        grid.addComponentColumn(each -> {
                    StudentNumber student = number.apply(each);
                    Checkbox tick = Styles.id(name + "-" + student, new Checkbox(ticked.contains(student)));
                    tick.setAriaLabel(spoken.apply(each));
                    tick.addValueChangeListener(e -> {
                        if (e.getValue()) {
                            ticked.add(student);
                        } else {
                            ticked.remove(student);
                        }
                        changed.run();
                    });
                    return tick;
                })
                .setKey("tick")
                .setHeader(header)
                .setWidth("5rem")
                .setFlexGrow(0);
        return this;
    }

    TickList<T> column(String header, String width, int grow, Function<T, String> value) {
        grid.addColumn(value::apply).setHeader(header).setWidth(width).setFlexGrow(grow);
        return this;
    }

    TickList<T> amount(String header, Function<T, Money> value) {
        grid.addComponentColumn(each -> Styles.figure(new Span(context.format(value.apply(each)))))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem")
                .setFlexGrow(0);
        return this;
    }

    /** @param start who is ticked at first */
    void show(List<T> students, Set<StudentNumber> start) {
        ticked.clear();
        ticked.addAll(start);
        grid.setItems(students);
        grid.setAllRowsVisible(students.size() <= 10);
        changed.run();
    }

    Set<StudentNumber> ticked() {
        return Set.copyOf(ticked);
    }
}
