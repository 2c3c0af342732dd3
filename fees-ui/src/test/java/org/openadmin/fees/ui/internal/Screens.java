package org.openadmin.fees.ui.internal;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyDownEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** A simulated browser: opens pages as a user with roles, in a language, on 2026-09-08. */
public final class Screens {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-08T12:00:00Z"), ZoneOffset.UTC);

    private Screens() {}

    /** An office in English on the day of these pages, without profiles. */
    public static MemoryOffice office() {
        return new MemoryOffice(Kit.settings(Locale.CANADA, Map.of()), CLOCK);
    }

    public static void open(Locale locale, String... roles) {
        open(locale, path -> {}, roles);
    }

    /** @param navigation receives each path that a page navigates to */
    public static void open(Locale locale, Consumer<String> navigation, String... roles) {
        MockVaadin.setup(new Routes(), () -> new MockedUI() {
            @Override
            public void navigate(String path) {
                navigation.accept(path);
            }
        });
        UI.getCurrent().setLocale(locale);
        assign(roles);
    }

    /** Gives the user other roles while the page is open. */
    public static void assign(String... roles) {
        VaadinServletRequest request = (VaadinServletRequest) VaadinRequest.getCurrent();
        FakeRequest fake = (FakeRequest) request.getRequest();
        fake.setUserPrincipalInt(() -> "clerk");
        fake.setUserInRole((principal, role) -> List.of(roles).contains(role));
    }

    public static <C extends Component> C show(C page) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page);
        return page;
    }

    /** Presses a key in a field that listens to it. */
    public static void press(Component field, Key key) {
        ComponentUtil.fireEvent(field, new KeyDownEvent(field, key.getKeys().get(0)));
    }

    public static <C extends Component> C find(Class<C> type, String id) {
        return LocatorJ._get(type, spec -> spec.withId(id));
    }

    public static boolean shows(Class<? extends Component> type, String id) {
        return !LocatorJ._find(type, spec -> spec.withId(id)).isEmpty();
    }

    /** All text in a part of the page. */
    public static String text(String id) {
        return find(Component.class, id).getElement().getTextRecursively();
    }

    public static void type(String id, String value) {
        LocatorJ._setValue(find(TextField.class, id), value);
    }

    /** A button in a cell of a grid; in these tests, cells are not children of the page. */
    public static Button cellButton(String grid, int row, String column, String id) {
        Component cell = GridKt._getCellComponent((Grid<?>) find(Grid.class, grid), row, column);
        return LocatorJ._get(cell, Button.class, spec -> spec.withId(id));
    }

    public static void click(String id) {
        LocatorJ._click(find(Button.class, id));
    }

    public static void tick(String id, boolean ticked) {
        LocatorJ._setValue(find(Checkbox.class, id), ticked);
    }

    /** The error message below an invalid field; empty if the field is valid. */
    public static String error(String id) {
        HasValidationProperties field = (HasValidationProperties) find(Component.class, id);
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    public static void close() {
        MockVaadin.tearDown();
    }
}
