package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import org.openadmin.fees.ui.internal.UserContext;

/** A link that downloads a list as CSV, streamed while it is read. */
public final class CsvLink extends Anchor {

    /**
     * @param fileName plain ASCII
     * @param content writes the list, outside the page's lock
     * @param failed runs on the page if the list cannot be written
     */
    public CsvLink(
            UserContext context,
            String id,
            String text,
            String fileName,
            Download.Content content,
            Consumer<RuntimeException> failed) {
        setId(id);
        setHref(Download.csv(context, fileName, content, failed), AttachmentType.DOWNLOAD);
        // the router must not handle the click
        setRouterIgnore(true);
        add(VaadinIcon.DOWNLOAD_ALT.create());
        add(text);
        Styles.secondary(this);
    }
}
