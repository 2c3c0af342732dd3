package org.openadmin.fees.ui.internal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The imports, newest first, each with its undo. */
final class ImportList extends Grid<PostedImport> {

    private static final int ALL_VISIBLE = 10;

    private final UserContext context;
    private final transient Consumer<PostedImport> undo;

    ImportList(UserContext context, List<PostedImport> imports, Consumer<PostedImport> undo) {
        this.context = context;
        this.undo = undo;
        setId("imports");
        setAriaLabel(context.text("imports.heading"));
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        NarrowColumn.shrink(
                addColumn(each -> each.number().toString())
                        .setKey("number")
                        .setHeader(context.text("imports.number"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("4.5rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "3rem");
        NarrowColumn.shrink(
                addComponentColumn(this::what)
                        .setKey("file")
                        .setHeader(context.text("imports.file"))
                        .setWidth("8rem")
                        .setFlexGrow(2),
                NarrowColumn.PHONE,
                "6.5rem");
        NarrowColumn.hide(
                addComponentColumn(each -> Styles.figure(new Span(context.format(each.total()))))
                        .setKey("total")
                        .setHeader(context.text("import.amount"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.shrink(
                addComponentColumn(each -> Styles.css(
                                "fees-wrap-cell",
                                new Div(context.text("imports.result", each.receipts(), each.unclaimed()))))
                        .setKey("result")
                        .setHeader(context.text("imports.what"))
                        .setWidth("6rem")
                        .setFlexGrow(2),
                NarrowColumn.PHONE,
                "5.5rem");
        NarrowColumn.shrink(
                addComponentColumn(this::action)
                        .setKey("undo")
                        .setHeader(context.text("imports.state"))
                        .setWidth("6.5rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "5.25rem");
        setItems(imports);
        setAllRowsVisible(imports.size() <= ALL_VISIBLE);
    }

    private Div what(PostedImport each) {
        Div what = Styles.css("fees-wrap-cell", new Div(new Div(Messages.isolated(each.file()))));
        what.add(Styles.secondaryText(new Div(context.text("imports.by", context.format(each.at()), each.by()))));
        return what;
    }

    private Div action(PostedImport each) {
        if (each.undone()) {
            return new Div(context.text("imports.undone"));
        }
        Button button = new Button(context.text("imports.undo"), e -> undo.accept(each));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return new Div(Styles.dangerous(Styles.id("undo-import-" + each.number(), button)));
    }
}
