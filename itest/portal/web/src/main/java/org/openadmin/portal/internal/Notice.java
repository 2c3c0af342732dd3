package org.openadmin.portal.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.Serial;

/** A full-page message with links to continue. */
final class Notice extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private Notice(String id, VaadinIcon symbol, String title, String advice) {
        setId(id);
        addClassName("portal-notice");
        Icon icon = symbol.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, new H2(title), new Paragraph(advice));
    }

    static Notice notFound(Texts texts) {
        return of("not-found", VaadinIcon.SEARCH_MINUS, texts);
    }

    static Notice accessDenied(Texts texts) {
        return of("access-denied", VaadinIcon.LOCK, texts);
    }

    static Notice failure(Texts texts, String reference) {
        return of("failure", VaadinIcon.WARNING, texts, reference);
    }

    /** Has no link to the start page, because the page is shown again automatically when the module returns. */
    static Notice moduleGone(Texts texts) {
        Notice notice = new Notice(
                "module-gone", VaadinIcon.PLUG, texts.get("module-gone.title"), texts.get("module-gone.advice"));
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static Notice of(String id, VaadinIcon symbol, Texts texts, Object... values) {
        Notice notice = new Notice(id, symbol, texts.get(id + ".title"), texts.get(id + ".advice", values));
        notice.add(new Anchor("/", texts.get("go.home")));
        return notice;
    }
}
