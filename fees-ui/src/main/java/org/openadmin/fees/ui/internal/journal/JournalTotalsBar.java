package org.openadmin.fees.ui.internal.journal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The count and the sums of what is shown, reckoned away from the page: a million rows take a moment. The former figures stay,
 * pale, until the new ones are there.
 */
final class JournalTotalsBar extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(JournalTotalsBar.class);

    private final transient UserContext visit;
    private final transient Journal journal;
    private final transient Executor background;
    private final transient Consumer<JournalTotals> known;
    private final transient Consumer<RuntimeException> failed;
    private final Span count = figure("journal-count");
    private final Span charged = figure("journal-charged");
    private final Span received = figure("journal-received");
    private final Span corrected = figure("journal-corrected");
    private final Span total = figure("journal-total");
    private transient JournalQuery wanted;
    private boolean working;

    /**
     * @param known is told the figures of the last query, on the page
     * @param failed is told on the page when they could not be had
     */
    JournalTotalsBar(
            UserContext visit,
            Journal journal,
            Executor background,
            Consumer<JournalTotals> known,
            Consumer<RuntimeException> failed) {
        this.visit = visit;
        this.journal = journal;
        this.background = background;
        this.known = known;
        this.failed = failed;
        setId("journal-figures");
        getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-xs) var(--lumo-space-l)")
                .set("transition", "opacity 200ms 300ms");
        getElement().setAttribute("role", "status");
        Div rows = labelled("journal.figure.count", count);
        rows.getStyle().set("text-align", "left");
        add(
                rows,
                labelled("journal.figure.charged", charged),
                labelled("journal.figure.received", received),
                labelled("journal.figure.corrected", corrected),
                labelled("journal.figure.total", total));
    }

    private static Span figure(String id) {
        // a figure space holds the place
        Span figure = Styles.id(id, new Span("\u2007"));
        figure.getStyle().set("font-weight", "600").set("white-space", "nowrap");
        return figure;
    }

    private Div labelled(String key, Span value) {
        Div both = Styles.figure(new Div(Styles.quiet(new Span(visit.say(key))), value));
        both.getStyle().set("display", "flex").set("flex-direction", "column").set("min-width", "4.5rem");
        return both;
    }

    /** Reckons what this query finds; of queries that follow each other quickly, only the last matters. */
    void reckon(JournalQuery query) {
        wanted = query;
        pale(true);
        if (!working) {
            start(UI.getCurrent());
        }
    }

    private void start(UI ui) {
        working = true;
        JournalQuery query = wanted;
        background.execute(() -> {
            try {
                JournalTotals totals = journal.totals(visit.actor(), query);
                ui.access(() -> done(ui, query, () -> show(totals)));
            } catch (RuntimeException e) {
                LOG.info("The journal could not be summed up", e);
                ui.access(() -> done(ui, query, () -> failed.accept(e)));
            }
        });
    }

    private void done(UI ui, JournalQuery query, Runnable then) {
        working = false;
        if (query == wanted) {
            pale(false);
            then.run();
        } else if (isAttached()) {
            start(ui);
        }
    }

    private void show(JournalTotals totals) {
        count.setText(visit.say("journal.rows", totals.count()));
        charged.setText(visit.show(totals.charged()));
        received.setText(visit.show(totals.received()));
        corrected.setText(visit.show(totals.corrected()));
        total.setText(
                visit.show(totals.total()) + " " + totals.total().currency().getCurrencyCode());
        known.accept(totals);
    }

    private void pale(boolean pale) {
        getElement().setAttribute("aria-busy", String.valueOf(pale));
        getStyle().set("opacity", pale ? "0.5" : "1");
    }
}
