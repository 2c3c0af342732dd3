package org.openadmin.fees.ui.internal.i18n;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.nodefeature.ReconnectDialogConfigurationMap;

/** The messages that the browser shows while it cannot reach the server, in the page's language. Texts set by the portal are kept. */
public final class ConnectionTexts {

    private ConnectionTexts() {}

    public static void translate(UI ui, Messages words) {
        ReconnectDialogConfiguration dialog = ui.getReconnectDialogConfiguration();
        if (dialog.getDialogText().equals(ReconnectDialogConfigurationMap.DIALOG_TEXT_DEFAULT)) {
            dialog.setDialogText(words.text("connection.trying"));
        }
        if (dialog.getDialogTextGaveUp().equals(ReconnectDialogConfigurationMap.DIALOG_TEXT_GAVE_UP_DEFAULT)) {
            dialog.setDialogTextGaveUp(words.text("connection.lost"));
        }
    }
}
