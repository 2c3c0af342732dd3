package org.openadmin.portal.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.Serial;

/** A full-page message with links to continue. */
final class MessagePage extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private MessagePage(String id, VaadinIcon symbol, String title, String advice) {
        setId(id);
        addClassName("portal-notice");
        Icon icon = symbol.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, new H2(title), new Paragraph(advice));
    }

    static MessagePage notFound(Texts texts) {
        return of("not-found", VaadinIcon.SEARCH_MINUS, texts);
    }

    static MessagePage accessDenied(Texts texts) {
        return of("access-denied", VaadinIcon.LOCK, texts);
    }

    static MessagePage failure(Texts texts, String reference) {
        return of("failure", VaadinIcon.WARNING, texts, reference);
    }

    /** Has no link to the start page, because the page is shown again automatically when the module returns. */
    static MessagePage moduleGone(Texts texts) {
        MessagePage notice = new MessagePage(
                "module-gone", VaadinIcon.PLUG, texts.get("module-gone.title"), texts.get("module-gone.advice"));
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static MessagePage of(String id, VaadinIcon symbol, Texts texts, Object... values) {
        MessagePage notice = new MessagePage(id, symbol, texts.get(id + ".title"), texts.get(id + ".advice", values));
        notice.add(new Anchor("/", texts.get("go.home")));
        return notice;
    }
}
