package org.openadmin.portal.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** A location that no page and no module serves. */
@ParentLayout(MainLayout.class)
final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Texts texts = Texts.in(getLocale());

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        add(Notice.notFound(texts));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return texts.get("not-found.title");
    }
}
