package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.CoverText;
import org.openadmin.fees.ui.internal.components.DiscardQuestion;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The covers of one payer: the list, with a button to end each, and the fields to add one. */
final class CoversDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(CoversDialog.class);
    private static final int MAX_STUDENTS = 10_000;

    private final transient UserContext context;
    private final transient Covers covers;
    private final transient Payer payer;
    private final transient PendingRequest<AddCoverRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("covers-notice");
    private final Grid<Cover> grid = new Grid<>();
    private final Div empty;
    private final CoverForm form;
    private final Button add;
    private final transient Map<StudentNumber, String> names = new HashMap<>();
    private RequestKey key = RequestKey.fresh();

    CoversDialog(UserContext context, Covers covers, Students students, FeesSettings settings, Payer payer) {
        this.context = context;
        this.covers = covers;
        this.payer = payer;
        setId("covers-dialog");
        setHeaderTitle(context.text("covers.of", payer.name()));
        setWidth("min(64rem, 100%)");
        empty = Styles.id("covers-empty", Styles.emptyState(context.text("covers.empty")));
        form = new CoverForm(context, students, settings, this::save);
        add = Styles.id("cover-save", new Button(context.text("covers.add"), e -> save()));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setDisableOnClick(true);
        Button close = Styles.id("covers-close", new Button(context.text("covers.close"), e -> close()));
        setUpGrid();
        VerticalLayout body = Styles.stack(new VerticalLayout(notice, empty, grid));
        getFooter().add(close);
        if (context.may(Role.BILL) && payer.active()) {
            body.add(form);
            getFooter().add(add);
            DiscardQuestion.guard(this, context, form::isTyped);
            form.focus();
        }
        add(body);
        try {
            students.search("", MAX_STUDENTS)
                    .students()
                    .forEach(student ->
                            names.put(student.number(), student.snapshot().name()));
        } catch (FeesException e) {
            LOG.info("The names of covered students were not read", e);
        }
        refresh();
    }

    private void setUpGrid() {
        grid.setId("cover-grid");
        grid.setAriaLabel(context.text("covers.of", payer.name()));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(this::student)
                .setKey("student")
                .setHeader(context.text("covers.student"))
                .setFlexGrow(2);
        grid.addColumn(cover -> CoverText.what(context, cover))
                .setKey("what")
                .setHeader(context.text("covers.what"))
                .setFlexGrow(2);
        grid.addColumn(cover -> CoverText.days(context, cover))
                .setKey("days")
                .setHeader(context.text("covers.days"))
                .setFlexGrow(2);
        grid.addColumn(cover -> cover.terms().authorization())
                .setKey("authorization")
                .setHeader(context.text("payers.authorization"))
                .setFlexGrow(1);
        if (context.may(Role.BILL)) {
            grid.addComponentColumn(this::end)
                    .setKey("end")
                    .setHeader(context.text("predefined.actions"))
                    .setTextAlign(ColumnTextAlign.END)
                    .setFlexGrow(0);
        }
    }

    private Anchor student(Cover cover) {
        StudentNumber number = cover.terms().student();
        Anchor link = new Anchor(Routes.account(number), Messages.isolated(names.getOrDefault(number, "#" + number)));
        link.add(Styles.secondaryText(new Span(" " + number)));
        return link;
    }

    private Span end(Cover cover) {
        Span cell = new Span();
        if (cover.ended().isEmpty()) {
            Button end = Styles.id(
                    "end-cover-" + cover.number(), new Button(context.text("covers.end"), e -> new EndCoverDialog(
                                    context, covers, cover, done -> ended(done))
                            .open()));
            end.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            end.setAriaLabel(context.text("covers.end.title", cover.number().toString()));
            cell.add(end);
        }
        return cell;
    }

    private void ended(Cover done) {
        refresh();
        notice.showSuccess(context.text("covers.ended", done.number().toString()));
    }

    private void save() {
        notice.clear();
        try {
            send(pending.get().orElseGet(() -> new AddCoverRequest(key, context.actor(), form.terms(payer.number()))));
        } catch (InvalidInputException e) {
            form.refuse(e);
            notice.showInvalidFields(context.text("error.summary"), form.fields());
        } finally {
            add.setEnabled(true);
        }
    }

    private void send(AddCoverRequest request) {
        try {
            Cover added = covers.add(request);
            pending.answered();
            key = RequestKey.fresh();
            form.clear();
            form.setFieldsEnabled(true);
            refresh();
            notice.showSuccess(context.text("covers.added", added.number().toString()));
            form.focus();
        } catch (RuntimeException e) {
            LOG.warn("A cover was not added", e);
            notice.showProblem(context.errors().of(pending.failed(request, e)));
            // what may have been stored is sent again as it is
            form.setFieldsEnabled(!pending.isPending());
        }
    }

    private void refresh() {
        try {
            List<Cover> all = covers.list(context.actor(), Optional.of(payer.number()));
            grid.setItems(all);
            grid.setVisible(!all.isEmpty());
            empty.setVisible(all.isEmpty());
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }
}
