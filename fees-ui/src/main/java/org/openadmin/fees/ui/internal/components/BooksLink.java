package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import java.util.function.Consumer;
import org.openadmin.fees.ui.internal.UserContext;

/** A link that downloads a file for an accounting system. */
public final class BooksLink extends Anchor {

    /**
     * @param fileName plain ASCII
     * @param label what the link is for, in full, for those who hear it
     * @param failed runs on the page if the file cannot be written
     */
    public BooksLink(
            UserContext context,
            String id,
            String text,
            String label,
            String fileName,
            Download.Content content,
            Consumer<RuntimeException> failed) {
        setId(id);
        setText(text);
        setAriaLabel(label);
        setHref(Download.books(context, fileName, content, failed), AttachmentType.DOWNLOAD);
        // the router must not handle the click
        setRouterIgnore(true);
    }
}
