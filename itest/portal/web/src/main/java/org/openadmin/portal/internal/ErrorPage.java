package org.openadmin.portal.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Shown if a page could not be opened. The cause is in the log under the reference shown on the page. */
@ParentLayout(MainLayout.class)
final class ErrorPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Texts texts = Texts.in(getLocale());

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        String place = "/" + event.getLocation().getPath();
        add(MessagePage.failure(texts, FailureLog.write(place, error.getCaughtException())));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return texts.get("failure.title");
    }
}
