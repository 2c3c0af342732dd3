package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import org.openadmin.fees.ui.internal.UserContext;

/** Saves a list for another program; written while it is read, however long it is. */
public final class CsvLink extends Anchor {

    /**
     * @param fileName plain ASCII
     * @param content writes the list, away from the page's lock
     * @param failed is told on the page when it cannot be made
     */
    public CsvLink(
            UserContext visit,
            String id,
            String text,
            String fileName,
            Download.Content content,
            Consumer<RuntimeException> failed) {
        setId(id);
        setHref(Download.csv(visit, fileName, content, failed), AttachmentType.DOWNLOAD);
        // the page stays as it is, whatever the answer is
        setRouterIgnore(true);
        var icon = VaadinIcon.DOWNLOAD_ALT.create();
        icon.setSize("var(--lumo-icon-size-s)");
        add(icon);
        add(text);
        Styles.secondary(this);
    }
}
