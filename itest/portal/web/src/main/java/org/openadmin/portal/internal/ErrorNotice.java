package org.openadmin.portal.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.SystemMessages;
import java.io.Serial;

/** Reports an error on an open page. The page stays open, and the message is shown until the user closes it. */
final class ErrorNotice implements ErrorHandler {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The user reads why the page ended before it is loaded again: a module may add what became of a command. */
    static SystemMessages messages(Texts texts) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.get("session.title"));
        messages.setSessionExpiredMessage(texts.get("session.advice"));
        messages.setInternalErrorCaption(texts.get("error.title"));
        messages.setInternalErrorMessage(texts.get("error.advice"));
        messages.setCookiesDisabledCaption(texts.get("cookies.title"));
        messages.setCookiesDisabledMessage(texts.get("cookies.advice"));
        return messages;
    }

    @Override
    public void error(ErrorEvent event) {
        UI page = UI.getCurrent();
        String place = page == null
                ? "no page"
                : "/" + page.getInternals().getActiveViewLocation().getPath();
        String reference = FailureLog.write(place, event.getThrowable());
        if (page != null) {
            show(Texts.in(page.getLocale()), reference);
        }
    }

    private static void show(Texts texts, String reference) {
        Notification notification = new Notification();
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setDuration(0);
        notification.add(
                new Span(texts.get("failure.advice", reference)),
                new Button(texts.get("close"), click -> notification.close()));
        notification.open();
    }
}
