package org.openadmin.fees.ui.internal.imports;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The transactions of a file with one outcome. Suggestions have a checkbox, which nobody has ticked yet. */
final class LineGrid extends Grid<ImportLine> {

    private static final int ALL_VISIBLE = 8;

    private final UserContext context;
    private final transient Map<Integer, AccountNumber> accepted = new TreeMap<>();

    /** @param changed runs when a suggestion was accepted or not */
    LineGrid(UserContext context, String id, Outcome outcome, List<ImportLine> lines, Runnable changed) {
        this.context = context;
        setId(id);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        if (outcome == Outcome.SUGGESTED) {
            addComponentColumn(line -> tick(line, changed))
                    .setKey("tick")
                    .setHeader(context.text("import.accept"))
                    .setWidth("5.5rem")
                    .setFlexGrow(0);
        }
        NarrowColumn.hide(
                addColumn(ImportLine::line)
                        .setKey("line")
                        .setHeader(context.text("import.line"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("4.5rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                addColumn(line -> context.format(line.day()))
                        .setKey("day")
                        .setHeader(context.text("import.day"))
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.shrink(
                addComponentColumn(line -> Styles.figure(new Span(context.format(line.amount()))))
                        .setKey("amount")
                        .setHeader(context.text("import.amount"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "5.5rem");
        addComponentColumn(this::what)
                .setKey("what")
                .setHeader(context.text("import.what"))
                .setWidth("9rem")
                .setFlexGrow(1);
        setItems(lines);
        setAllRowsVisible(lines.size() <= ALL_VISIBLE);
    }

    private Checkbox tick(ImportLine line, Runnable changed) {
        StudentSnapshot account = line.account().orElseThrow();
        Checkbox tick = Styles.id("accept-" + line.line(), new Checkbox(accepted.containsKey(line.line())));
        tick.setAriaLabel(context.text("import.accept.spoken", context.format(line.amount()), account.spokenName()));
        tick.addValueChangeListener(e -> {
            if (e.getValue()) {
                accepted.put(line.line(), account.number());
            } else {
                accepted.remove(line.line());
            }
            changed.run();
        });
        return tick;
    }

    /** The account, if there is one, and what the bank has about it. */
    private Div what(ImportLine line) {
        Div what = Styles.css("fees-wrap-cell", new Div());
        line.account()
                .ifPresent(account -> what.add(new Div(Messages.isolated(account.nameOrNumber())
                        + (account.name().isEmpty() ? "" : " · " + account.number()))));
        what.add(Styles.secondaryText(new Div(Messages.isolated(line.text()))));
        return what;
    }

    /** The accounts of the suggestions that were accepted, by the line of the file. */
    Map<Integer, AccountNumber> accepted() {
        return Map.copyOf(accepted);
    }
}
