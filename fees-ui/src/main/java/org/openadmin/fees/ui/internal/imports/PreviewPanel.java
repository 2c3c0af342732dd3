package org.openadmin.fees.ui.internal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.spi.messages.ImportProblems;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;

/** What the import of a file would do, by outcome; or all that is wrong in it. Each preview has one request key. */
final class PreviewPanel extends Div {

    private static final List<Outcome> LISTED = List.of(Outcome.CERTAIN, Outcome.SUGGESTED, Outcome.UNCLAIMED);
    private static final int ALL_VISIBLE = 10;

    private final UserContext context;
    private final transient ImportPreview preview;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<ImportRequest> pending = new PendingRequest<>();
    private final Button post;
    private LineGrid suggestions;

    /**
     * @param send posts a request
     * @param leave forgets the file
     */
    PreviewPanel(UserContext context, ImportPreview preview, Consumer<ImportRequest> send, Runnable leave) {
        this.context = context;
        this.preview = preview;
        setId("import-preview");
        Styles.css("fees-stack", this);
        post = Styles.css("fees-wrap-button", Styles.id("import-post", new Button("", e -> send.accept(request()))));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.setDisableOnClick(true);
        Button other = Styles.id("import-leave", new Button(context.text("import.leave"), e -> leave.run()));
        add(Styles.wrap(Styles.heading(new H3(preview.file().name()))));
        if (!preview.problems().isEmpty()) {
            problems();
            add(Styles.row(other));
            return;
        }
        LISTED.forEach(this::listed);
        leftOut(Outcome.KNOWN);
        leftOut(Outcome.PAID_OUT);
        if (!preview.canBePosted()) {
            add(Styles.id("import-nothing", new Paragraph(nothing())), Styles.row(other));
            return;
        }
        count();
        add(Styles.foot(post, other));
    }

    private String nothing() {
        return preview.earlier()
                .map(earlier -> context.text(
                        "import.earlier",
                        context.format(earlier.at()),
                        earlier.number().toString()))
                .orElseGet(() -> context.text("import.nothing"));
    }

    private void problems() {
        ImportProblems texts = new ImportProblems(context.locale());
        Grid<ImportProblem> grid = new Grid<>();
        grid.setId("import-problems");
        grid.setAriaLabel(context.text("import.problems.heading"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(problem -> Styles.css("fees-wrap-cell", new Div(texts.of(problem))))
                .setKey("problem")
                .setHeader(context.text("import.problems.heading"));
        grid.setItems(preview.problems());
        grid.setAllRowsVisible(preview.problems().size() <= ALL_VISIBLE);
        add(
                Styles.id(
                        "import-refused",
                        new Paragraph(context.text(
                                "import.problems", preview.problems().size()))),
                grid);
    }

    private void listed(Outcome outcome) {
        List<ImportLine> lines = preview.lines(outcome);
        if (lines.isEmpty()) {
            return;
        }
        String name = outcome.name().toLowerCase(Locale.ROOT);
        LineGrid grid = new LineGrid(context, "import-" + name, outcome, lines, this::count);
        grid.setAriaLabel(heading(outcome, lines));
        if (outcome == Outcome.SUGGESTED) {
            suggestions = grid;
        }
        add(
                Styles.id("import-" + name + "-sum", Styles.heading(new H3(heading(outcome, lines)))),
                Styles.secondaryText(new Paragraph(context.text(lead(outcome)))),
                grid);
    }

    private void leftOut(Outcome outcome) {
        List<ImportLine> lines = preview.lines(outcome);
        if (!lines.isEmpty()) {
            add(Styles.id(
                    "import-" + (outcome == Outcome.KNOWN ? "known" : "paid-out"),
                    new Paragraph(heading(outcome, lines) + ". " + context.text(lead(outcome)))));
        }
    }

    /** How many, and their sum. */
    private String heading(Outcome outcome, List<ImportLine> lines) {
        return context.text(name(outcome), lines.size(), context.format(sum(lines)));
    }

    private boolean isOfBank() {
        return preview.file().kind() == ImportKind.BANK;
    }

    private String name(Outcome outcome) {
        return switch (outcome) {
            case CERTAIN -> isOfBank() ? "import.certain" : "import.payments";
            case SUGGESTED -> "import.suggested";
            case UNCLAIMED -> "import.unclaimed";
            case KNOWN -> "import.known";
            case PAID_OUT -> "import.paid-out";
        };
    }

    private String lead(Outcome outcome) {
        return switch (outcome) {
            case CERTAIN -> isOfBank() ? "import.certain.lead" : "import.payments.lead";
            case SUGGESTED -> "import.suggested.lead";
            case UNCLAIMED -> "import.unclaimed.lead";
            case KNOWN -> "import.known.lead";
            case PAID_OUT -> "import.paid-out.lead";
        };
    }

    private static Money sum(List<ImportLine> lines) {
        return lines.stream().map(ImportLine::amount).reduce(Money::plus).orElseThrow();
    }

    private Map<Integer, AccountNumber> accepted() {
        return suggestions == null ? Map.of() : suggestions.accepted();
    }

    /** The button names how many payments are made, and how much stays unclaimed. */
    private void count() {
        int payments = preview.lines(Outcome.CERTAIN).size() + accepted().size();
        post.setText(context.text("import.post", payments, preview.newLines() - payments));
    }

    private ImportRequest request() {
        return pending.get().orElseGet(() -> new ImportRequest(key, context.actor(), preview.file(), accepted()));
    }

    /** @return the failure to report */
    RuntimeException failed(ImportRequest sent, RuntimeException failure) {
        RuntimeException shown = pending.failed(sent, failure);
        post.setEnabled(true);
        return shown;
    }
}
