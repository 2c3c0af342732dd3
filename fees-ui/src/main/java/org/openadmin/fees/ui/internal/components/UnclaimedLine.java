package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.openadmin.fees.api.imports.UnclaimedSum;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;

/** How much money nobody has claimed yet, with a link to it; hidden if there is none. */
public final class UnclaimedLine extends Paragraph {

    public UnclaimedLine(UserContext context, UnclaimedSum sum) {
        setId("unclaimed-line");
        setVisible(sum.count() > 0);
        add(
                new Span(sentence(context, sum) + " "),
                Styles.id("unclaimed-link", new Anchor(Routes.UNCLAIMED, context.text("unclaimed.link"))));
    }

    /** Such as {@code Unclaimed money: 2 amounts, 31.95. The oldest is 11 days old.} */
    public static String sentence(UserContext context, UnclaimedSum sum) {
        return context.text("unclaimed.sum", sum.count(), context.format(sum.total()), sum.age());
    }
}
