package org.openadmin.portal.internal;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import java.io.Serial;

/** The settings of all pages of the portal: push, theme, and light or dark as set in the browser. */
@Push
final class AppShell implements AppShellConfigurator {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addFavIcon("icon", "/portal-icon.svg", "any");
        settings.addInlineWithContents(
                Inline.Position.PREPEND, Resource.text("color-scheme.js"), Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(Resource.text("portal.css"), Inline.Wrapping.STYLESHEET);
    }
}
