package org.openadmin.fees.ui.internal.catchup;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import org.openadmin.fees.api.catchup.GroupChange;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.students.AudienceField;

/** The assessments whose group has changed, with a link to who has joined and left. */
final class GroupChanges extends Grid<GroupChange> {

    GroupChanges(UserContext context, FeesSettings settings, List<GroupChange> changes) {
        setId("catch-up-list");
        setAriaLabel(context.text("catchup.title"));
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(Grid.SelectionMode.NONE);
        addComponentColumn(each -> Styles.css(
                        "fees-wrap-cell",
                        Styles.id(
                                "catch-up-" + each.assessment().batch(),
                                new Anchor(
                                        Routes.catchUp(each.assessment().batch()),
                                        Messages.isolated(each.assessment().feeName())))))
                .setHeader(context.text("assess.source"))
                .setWidth("10rem")
                .setFlexGrow(2);
        addColumn(each -> AudienceField.label(
                        context, each.audience(), settings.current().profiles()))
                .setHeader(context.text("catchup.group"))
                .setWidth("8rem")
                .setFlexGrow(1);
        NarrowColumn.hide(
                addColumn(each -> context.format(each.assessment().date()))
                        .setHeader(context.text("assess.date"))
                        .setWidth("9rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                addColumn(each -> each.assessment().batch().toString())
                        .setHeader(context.text("catchup.batch"))
                        .setWidth("5rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        addColumn(GroupChange::joined)
                .setHeader(context.text("catchup.joined.short"))
                .setWidth("5.5rem")
                .setFlexGrow(0);
        addColumn(GroupChange::left)
                .setHeader(context.text("catchup.left.short"))
                .setWidth("5.5rem")
                .setFlexGrow(0);
        setItems(changes);
    }
}
