package org.openadmin.portal.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.EventUtil;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.shared.Registration;
import java.io.Serial;
import java.util.List;

/**
 * The single route for all modules. It creates the view for a location, passes it the rest of the location, and
 * releases it when the user leaves or the module is removed. Flow's route registry never contains classes of a module.
 */
final class ModuleOutlet extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Menu menu;
    private transient ViewInstance current;
    private transient MenuWatch watch;
    private String location = "";
    private String lostPath = "";
    private Registration leaving;

    ModuleOutlet(Menu menu) {
        this.menu = menu;
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        location = event.getLocation().getPath();
        MenuEntry wanted = menu.find(location).orElse(null);
        if (wanted == null) {
            refuse(event, NotFoundException.class);
        } else if (!User.current().mayUse(wanted)) {
            FailureLog.refused(User.current(), location);
            refuse(event, AccessDeniedException.class);
        } else {
            enter(wanted, event);
        }
    }

    private void enter(MenuEntry wanted, BeforeEnterEvent event) {
        boolean fresh = current == null || !current.isOf(wanted);
        try {
            if (fresh) {
                open(wanted);
            }
            if (!passParameter(wanted.rest(location), event)) {
                refuse(event, NotFoundException.class);
                return;
            }
            if (fresh) {
                tellObservers(event);
            }
        } catch (RuntimeException failed) {
            endCurrent();
            throw failed;
        }
        if (leadsElsewhere(event) && !isAttached()) {
            // the view was never attached, so it will not be detached, and must be released here
            endCurrent();
        }
    }

    private void open(MenuEntry wanted) {
        endCurrent();
        removeAll();
        current = menu.visit(wanted)
                .orElseThrow(() -> new IllegalStateException("The view " + wanted.path() + " could not be started"));
        lostPath = "";
        add(current.view());
    }

    /** Whether the view accepts the rest of the path; only a view with a parameter does. */
    @SuppressWarnings("unchecked")
    private boolean passParameter(String rest, BeforeEnterEvent event) {
        if (current.view() instanceof HasUrlParameter<?> view) {
            ((HasUrlParameter<String>) view).setParameter(event, rest);
            return true;
        }
        return rest.isEmpty();
    }

    /** Calls the observers of the new view, because Flow collected its list before the view existed. */
    private void tellObservers(BeforeEnterEvent event) {
        for (BeforeEnterObserver observer :
                EventUtil.collectBeforeEnterObserversFromChainElement(current.view(), List.of())) {
            if (!leadsElsewhere(event)) {
                observer.beforeEnter(event);
            }
        }
    }

    private static boolean leadsElsewhere(BeforeEvent event) {
        return event.hasForwardTarget()
                || event.hasRerouteTarget()
                || event.hasExternalForwardUrl()
                || event.hasUnknownForward()
                || event.hasUnknownReroute();
    }

    private void refuse(BeforeEnterEvent event, Class<? extends Exception> reason) {
        endCurrent();
        event.rerouteToError(reason, location);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI page = event.getUI();
        watch = new MenuWatch(menu, page, () -> menuChanged(page));
        // runs before the observers of the new location, so that a view is not notified of the entry into another
        // page
        leaving = page.addBeforeEnterListener(entering -> {
            if (current != null && !isServedByCurrent(entering.getLocation().getPath())) {
                endCurrent();
            }
        });
    }

    private boolean isServedByCurrent(String path) {
        return menu.find(path).filter(current::isOf).isPresent();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        watch.stop();
        leaving.remove();
        endCurrent();
    }

    private void menuChanged(UI page) {
        if (!isAttached()) {
            return;
        }
        if (current != null && !menu.offers(current.entry())) {
            lostPath = current.entry().path();
            endCurrent();
            removeAll();
            add(MessagePage.moduleGone(Texts.in(getLocale())));
        }
        if (menu.find(location).filter(this::isBetter).isPresent()) {
            MenuWatch.showAgain(this, page);
        }
    }

    /**
     * Whether the removed view has returned (and not one with a shorter path that also matches), or one with a longer
     * matching path has been added.
     */
    private boolean isBetter(MenuEntry candidate) {
        int length = candidate.path().length();
        return current == null
                ? length >= lostPath.length()
                : length > current.entry().path().length();
    }

    private void endCurrent() {
        if (current == null) {
            return;
        }
        ViewInstance ended = current;
        current = null;
        remove(ended.view());
        ended.end();
        if (!menu.offers(ended.entry())) {
            FlowMemory.forget(ended.view().getClass().getClassLoader());
        }
    }

    @Override
    public String getPageTitle() {
        if (current == null) {
            return "";
        }
        Component view = current.view();
        if (view instanceof HasDynamicTitle titled) {
            return titled.getPageTitle();
        }
        PageTitle title = view.getClass().getAnnotation(PageTitle.class);
        return title == null ? current.entry().title(getLocale()) : title.value();
    }
}
