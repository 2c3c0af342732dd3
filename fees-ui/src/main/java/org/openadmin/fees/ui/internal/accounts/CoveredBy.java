package org.openadmin.fees.ui.internal.accounts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.CoverText;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** Who pays for a student today, for those who may see it: a line for each cover. */
final class CoveredBy extends Div {

    private final transient UserContext context;
    private final transient Payers payers;

    CoveredBy(
            UserContext context,
            Covers covers,
            Payers payers,
            StudentNumber student,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.payers = payers;
        setId("covered-by");
        try {
            covers.list(context.actor(), Optional.of(student)).stream()
                    .filter(cover ->
                            cover.lastDay().filter(context.today()::isAfter).isEmpty())
                    .forEach(cover -> add(line(cover)));
        } catch (FeesException e) {
            failed.accept(e);
        }
        setVisible(getChildren().findAny().isPresent());
    }

    private Div line(Cover cover) {
        String name = payers.find(context.actor(), cover.terms().payer())
                .map(Payer::name)
                .orElse("");
        Anchor payer = new Anchor(Routes.account(cover.terms().payer()), Messages.isolated(name));
        return new Div(
                new Span(context.text("covers.by") + " "),
                payer,
                Styles.secondaryText(
                        new Span(" " + CoverText.what(context, cover) + " · " + CoverText.days(context, cover))));
    }
}
