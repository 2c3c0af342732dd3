package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BooksLink;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;

/** The postings, newest first, and the file of each in every format. */
final class PostingsDialog extends Dialog {

    /** At a posting a month, those of many years. */
    private static final Page LATEST = Page.first(Page.MAX_LIMIT);

    private static final int FEW = 10;

    private final UserContext context;
    private final transient PostingFiles files;
    private final transient Consumer<RuntimeException> failed;

    /** @param failed receives what went wrong with a file */
    PostingsDialog(UserContext context, Postings postings, PostingFiles files, Consumer<RuntimeException> failed) {
        this.context = context;
        this.files = files;
        this.failed = failed;
        setId("postings-dialog");
        setHeaderTitle(context.text("posting.list.title"));
        setWidth("52rem");
        setMaxWidth("100%");
        Grid<PostingSummary> grid = grid();
        List<PostingSummary> latest = postings.postings(context.actor(), LATEST);
        grid.setItems(latest);
        grid.setAllRowsVisible(latest.size() <= FEW);
        add(new Paragraph(context.text("posting.list.lead")), grid);
        getFooter().add(Styles.id("postings-leave", new Button(context.text("correct.leave"), e -> close())));
    }

    private Grid<PostingSummary> grid() {
        Grid<PostingSummary> grid = Styles.css(Styles.DIGITS, Styles.id("postings-grid", new Grid<>()));
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(posting -> posting.number().toString())
                .setKey("number")
                .setHeader(context.text("posting.number"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.addColumn(posting -> context.format(posting.until()))
                .setKey("until")
                .setHeader(context.text("posting.until"))
                .setWidth("7.5rem")
                .setFlexGrow(1);
        NarrowColumn.hide(
                grid.addColumn(posting -> context.format(posting.debits()))
                        .setKey("debits")
                        .setHeader(context.text("posting.sum"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addComponentColumn(this::made)
                        .setKey("made")
                        .setHeader(context.text("posting.made"))
                        .setWidth("10rem")
                        .setFlexGrow(2),
                NarrowColumn.PHONE);
        grid.addComponentColumn(this::links)
                .setKey("files")
                .setHeader(context.text("posting.files"))
                .setWidth("11rem")
                .setFlexGrow(2);
        return grid;
    }

    private Div made(PostingSummary posting) {
        return Styles.css(
                "fees-wrap-cell",
                new Div(new Span(posting.madeBy()), Styles.secondaryText(new Div(context.format(posting.madeAt())))));
    }

    private Div links(PostingSummary posting) {
        Div links = Styles.css("fees-row-tight", Styles.row());
        for (PostingFormat format : PostingFormat.values()) {
            String number = posting.number().toString();
            String name = context.text("posting.format." + format.keyword());
            links.add(new BooksLink(
                    context,
                    "posting-" + number + "-" + format.keyword(),
                    name,
                    context.text("posting.save", number, name),
                    context.text("posting.file", number).toLowerCase(Locale.ROOT) + "." + format.extension(),
                    out -> files.write(context.actor(), posting.number(), format, out),
                    failure -> {
                        close();
                        failed.accept(failure);
                    }));
        }
        return links;
    }
}
