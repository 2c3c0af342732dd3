package org.openadmin.portal.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import java.io.Serial;

/** The start page: a tile for each page that the user can open. */
final class HomePage extends Div implements HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Menu menu;
    private final transient User user = User.current();
    private final transient Texts texts = Texts.in(getLocale());
    private final Div tiles = new Div();
    private transient MenuWatch watch;

    HomePage(Menu menu) {
        this.menu = menu;
        setId("home");
        addClassName("portal-page");
        tiles.addClassName("portal-tiles");
        add(new H1(texts.get("home.greeting", user.name())), new Paragraph(texts.get("home.advice")), tiles);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        watch = new MenuWatch(menu, event.getUI(), this::fillTiles);
        fillTiles();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        watch.stop();
    }

    private void fillTiles() {
        tiles.removeAll();
        if (user.maySeeStudents()) {
            tiles.add(tile("students", VaadinIcon.GROUP.create(), texts.get("students"), texts.get("school")));
        }
        menu.entries().stream()
                .filter(MenuEntry::isListed)
                .filter(user::mayUse)
                .map(entry -> tile(
                        entry.path(),
                        MenuIcon.of(entry),
                        entry.title(getLocale()),
                        entry.group(getLocale()).orElse("")))
                .forEach(tiles::add);
    }

    private static Anchor tile(String path, Icon icon, String title, String group) {
        icon.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(title);
        name.addClassName("portal-tile-title");
        Span section = new Span(group);
        section.addClassName("portal-tile-group");
        Anchor tile = new Anchor("/" + path, icon, name, section);
        tile.addClassName("portal-tile");
        return tile;
    }

    @Override
    public String getPageTitle() {
        return texts.get("home");
    }
}
