package org.openadmin.portal.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The layout of every page: the menu on the left, and the user at the top. The menu is updated when modules are
 * deployed or removed.
 */
final class MainLayout extends AppLayout {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Menu menu;
    private final transient User user = User.current();
    private final transient Texts texts = Texts.in(getLocale());
    private final Div drawer = new Div();
    private transient MenuWatch watch;

    MainLayout(Menu menu) {
        this.menu = menu;
        setPrimarySection(Section.DRAWER);
        drawer.addClassName("portal-drawer");
        addToDrawer(brand(), drawer);
        addToNavbar(toggle(), identity());
        fillDrawer();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        watch = new MenuWatch(menu, event.getUI(), this::fillDrawer);
        fillDrawer();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        watch.stop();
    }

    private Span brand() {
        Span brand = new Span(VaadinIcon.ACADEMY_CAP.create(), new Span(texts.get("portal.name")));
        brand.addClassName("portal-brand");
        return brand;
    }

    private DrawerToggle toggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(texts.get("menu.toggle"));
        return toggle;
    }

    private Div identity() {
        Avatar avatar = new Avatar(user.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        avatar.getElement().setAttribute("tabindex", "-1");
        Span name = new Span(user.name());
        name.setId("user-name");
        Div identity = new Div(avatar, name);
        identity.getElement().appendChild(logOut());
        identity.addClassName("portal-identity");
        return identity;
    }

    /** A form, because a link could be followed by a page of another site or in advance by a browser. */
    private Element logOut() {
        NativeButton out = new NativeButton(texts.get("logout"));
        out.setId("log-out");
        out.getElement().setAttribute("type", "submit");
        Element form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", "logout");
        form.appendChild(out.getElement());
        return form;
    }

    private void fillDrawer() {
        SideNav own = new SideNav();
        own.addItem(new SideNavItem(texts.get("home"), "", VaadinIcon.HOME_O.create()));
        if (user.maySeeStudents()) {
            own.addItem(new SideNavItem(texts.get("students"), "students", VaadinIcon.GROUP.create()));
        }
        Map<String, SideNav> groups = new LinkedHashMap<>();
        for (MenuEntry entry : menu.entries()) {
            if (entry.isListed() && user.mayUse(entry)) {
                entry.group(getLocale())
                        .map(group -> groups.computeIfAbsent(group, MainLayout::section))
                        .orElse(own)
                        .addItem(item(entry));
            }
        }
        drawer.removeAll();
        drawer.add(own);
        groups.values().forEach(drawer::add);
    }

    private static SideNav section(String label) {
        SideNav section = new SideNav(label);
        section.setCollapsible(true);
        section.setExpanded(true);
        return section;
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(getLocale()), entry.path(), MenuIcon.of(entry));
        item.setMatchNested(true);
        return item;
    }
}
