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
 * Count and totals of the entries shown, calculated on another thread, because a million rows take a moment. The previous
 * figures stay, dimmed, until the new ones are ready.
 */
final class JournalTotalsBar extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(JournalTotalsBar.class);

    private final transient UserContext context;
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
     * @param known receives the totals of the latest query, on the page
     * @param failed runs on the page if they cannot be calculated
     */
    JournalTotalsBar(
            UserContext context,
            Journal journal,
            Executor background,
            Consumer<JournalTotals> known,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.journal = journal;
        this.background = background;
        this.known = known;
        this.failed = failed;
        setId("journal-figures");
        Styles.css("fees-journal-totals", this);
        getElement().setAttribute("role", "status");
        add(
                labelled("journal.figure.count", count),
                labelled("journal.figure.charged", charged),
                labelled("journal.figure.received", received),
                labelled("journal.figure.corrected", corrected),
                labelled("journal.figure.total", total));
    }

    private static Span figure(String id) {
        // a figure space reserves the height
        return Styles.css("fees-nowrap", Styles.strong(Styles.id(id, new Span("\u2007"))));
    }

    private Div labelled(String key, Span value) {
        return Styles.css("fees-journal-total", new Div(Styles.secondaryText(new Span(context.text(key))), value));
    }

    /** Calculates the totals of this query; of several queries in quick succession, only the last counts. */
    void recalculate(JournalQuery query) {
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
                JournalTotals totals = journal.totals(context.actor(), query);
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
        count.setText(context.text("journal.rows", totals.count()));
        charged.setText(context.format(totals.charged()));
        received.setText(context.format(totals.received()));
        corrected.setText(context.format(totals.corrected()));
        total.setText(
                context.format(totals.total()) + " " + totals.total().currency().getCurrencyCode());
        known.accept(totals);
    }

    private void pale(boolean pale) {
        getElement().setAttribute("aria-busy", String.valueOf(pale));
    }
}
