package org.openadmin.portal.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Shown for a page that requires a role that the user does not have. */
@ParentLayout(MainLayout.class)
final class AccessDeniedPage extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Texts texts = Texts.in(getLocale());

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        add(MessagePage.accessDenied(texts));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return texts.get("access-denied.title");
    }
}
