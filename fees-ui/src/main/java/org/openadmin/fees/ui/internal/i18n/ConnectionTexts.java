package org.openadmin.fees.ui.internal.i18n;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.nodefeature.ReconnectDialogConfigurationMap;

/** What the browser shows while the server cannot be reached, in the language of the page. The portal's own texts stay. */
public final class ConnectionTexts {

    private ConnectionTexts() {}

    public static void translate(UI ui, Messages words) {
        ReconnectDialogConfiguration dialog = ui.getReconnectDialogConfiguration();
        if (dialog.getDialogText().equals(ReconnectDialogConfigurationMap.DIALOG_TEXT_DEFAULT)) {
            dialog.setDialogText(words.say("connection.trying"));
        }
        if (dialog.getDialogTextGaveUp().equals(ReconnectDialogConfigurationMap.DIALOG_TEXT_GAVE_UP_DEFAULT)) {
            dialog.setDialogTextGaveUp(words.say("connection.lost"));
        }
    }
}
