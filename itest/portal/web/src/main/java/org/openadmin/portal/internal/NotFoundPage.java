package org.openadmin.portal.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/**
 * Shown for a location that no page or module serves. If a module that serves it is deployed, its page is shown
 * automatically.
 */
@ParentLayout(MainLayout.class)
final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Menu menu;
    private final transient Texts texts = Texts.in(getLocale());
    private transient MenuWatch watch;
    private String location = "";

    NotFoundPage(Menu menu) {
        this.menu = menu;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        location = event.getLocation().getPath();
        removeAll();
        add(MessagePage.notFound(texts));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI page = event.getUI();
        watch = new MenuWatch(menu, page, () -> {
            if (isAttached() && menu.find(location).isPresent()) {
                MenuWatch.showAgain(this, page);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        watch.stop();
    }

    @Override
    public String getPageTitle() {
        return texts.get("not-found.title");
    }
}
