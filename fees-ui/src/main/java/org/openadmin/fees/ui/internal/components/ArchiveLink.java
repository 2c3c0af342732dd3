package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import org.openadmin.fees.ui.internal.UserContext;

/** A link that downloads a ZIP file. It looks like a primary button, and has nothing to offer at first. */
public final class ArchiveLink extends Anchor {

    private final UserContext context;
    private final transient Consumer<RuntimeException> failed;

    /** @param failed runs on the page if the file cannot be made */
    public ArchiveLink(UserContext context, String id, String text, Consumer<RuntimeException> failed) {
        this.context = context;
        this.failed = failed;
        setId(id);
        add(VaadinIcon.ARCHIVE.create());
        add(text);
        // the router must not handle the click
        setRouterIgnore(true);
        Styles.primary(this);
        withdraw();
    }

    /** @param fileName plain ASCII */
    public void offer(String fileName, Download.Content content) {
        setHref(Download.zip(context, fileName, content, failed), AttachmentType.DOWNLOAD);
        setEnabled(true);
    }

    /** There is nothing to download. */
    public void withdraw() {
        removeHref();
        setEnabled(false);
    }
}
