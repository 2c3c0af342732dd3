package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.ui.internal.UserContext;

/** The dialogs that split an outstanding charge, and put the parts of one together again. */
public final class SplitActions {

    private final UserContext context;
    private final CorrectionActions correcting;

    public SplitActions(UserContext context, CorrectionActions correcting) {
        this.context = context;
        this.correcting = correcting;
    }

    /** Opens the dialog to split the outstanding charge in this journal row. */
    public void split(JournalEntry charge) {
        ChargeId id = new ChargeId(charge.id());
        String name = context.name(charge);
        String total = context.format(charge.total());
        SplitFields fields = new SplitFields(context, charge.total(), due(charge));
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.split"),
                correcting.from(CorrectionActions.day(context, charge)),
                false,
                (key, day, reason, confirmed) ->
                        new CorrectionRequest.Split(key, context.actor(), id, fields.plan(), day, reason, confirmed),
                would -> context.text(
                        "correct.split.asks",
                        name,
                        total,
                        CorrectionActions.who(charge),
                        would.parts().size()),
                did -> context.text(
                        "correct.split.done",
                        name,
                        total,
                        CorrectionActions.who(charge),
                        did.parts().size()));
        correcting.open(wish, Optional.of(fields), SplitActions::nothing);
    }

    /** Whether the charge in this row is a part that may be put together with the others. */
    public static boolean isPart(JournalEntry charge) {
        return charge.links().part().isPresent() && charge.links().origin().isPresent() && charge.isOutstanding();
    }

    /** Opens the dialog to put together the parts of the charge that this one is a part of. */
    public void putTogether(JournalEntry part) {
        ChargeId id = new ChargeId(part.id());
        String who = CorrectionActions.who(part);
        correcting.open(
                new CorrectionPrompt(
                        context.text("correct.together"),
                        correcting.from(CorrectionActions.day(context, part)),
                        false,
                        (key, day, reason, confirmed) ->
                                new CorrectionRequest.PutTogether(key, context.actor(), id, day, reason, confirmed),
                        would -> together(
                                "correct.together.asks",
                                part,
                                who,
                                would.parts().get(0)),
                        did -> together(
                                "correct.together.done", part, who, did.parts().get(0))),
                Optional.empty(),
                SplitActions::nothing);
    }

    private String together(String key, JournalEntry part, String who, SplitPart whole) {
        return context.text(key, part.name(), context.format(whole.total()), who, context.format(whole.due()));
    }

    private LocalDate due(JournalEntry charge) {
        return charge.due().orElse(context.today());
    }

    private static Component[] nothing() {
        return new Component[0];
    }
}
