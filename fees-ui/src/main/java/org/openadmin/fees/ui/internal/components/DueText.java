package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.ui.internal.UserContext;

/** When a charge is due, and that it is overdue: in words, so that colour is never the only sign. */
public final class DueText {

    private DueText() {}

    /** For example: due Oct. 8, 2026. */
    public static String of(UserContext context, LocalDate due) {
        return context.text("charge.due", context.format(due));
    }

    /** When a charge is due; empty for other rows, and for old charges without a date. */
    public static String of(UserContext context, JournalEntry entry) {
        return entry.due().map(due -> of(context, due)).orElse("");
    }

    /** The mark of an overdue charge. */
    public static Span badge(UserContext context) {
        return Styles.badge(context.format(EntryState.OVERDUE), Styles.Badge.ERROR);
    }
}
