package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.i18n.ConnectionTexts;

/** The styles that the pages share, by their class names in {@code fees.css}. */
public final class Styles {

    /** The class name of secondary text, for lists that render their cells in the browser. */
    public static final String QUIET = "fees-quiet";

    /** The class name of text whose digits have the same width. */
    public static final String DIGITS = "fees-digits";

    /** The colours of a badge. */
    public enum Badge {
        PRIMARY("fees-badge-primary"),
        SUCCESS("fees-badge-success"),
        ERROR("fees-badge-error"),
        CONTRAST("fees-badge-contrast");

        private static final String BADGE = "fees-badge";

        private final String colour;

        Badge(String colour) {
            this.colour = colour;
        }

        /** The value of the attribute {@code class}, for lists that render their cells in the browser. */
        public String classNames() {
            return BADGE + " " + colour;
        }
    }

    private Styles() {}

    /** Sets up a page: the style sheet, a title, and a line about the purpose of the page. */
    public static void page(VerticalLayout page, String title, String lead) {
        if (!page.hasClassName("fees-page")) {
            StyleSheet.addTo(page);
            TypeAhead.keepOn(page);
            Outage.watch(page);
        }
        page.setPadding(false);
        page.setSpacing(false);
        ConnectionTexts.translate(UI.getCurrent(), UserContext.messages());
        css("fees-page", page);
        page.add(css("fees-title", new H2(title)), secondaryText(new Paragraph(lead)));
    }

    /** Adds a class name of {@code fees.css} to a component. */
    public static <C extends Component> C css(String className, C component) {
        component.getElement().getClassList().add(className);
        return component;
    }

    public static <C extends Component> C id(String id, C component) {
        component.setId(id);
        return component;
    }

    /** A layout whose parts are close to each other: Vaadin's own spacing is too wide for a form. */
    public static <C extends VerticalLayout> C stack(C layout) {
        layout.setPadding(false);
        layout.setSpacing(false);
        return css("fees-stack", layout);
    }

    /** Secondary text. */
    public static <C extends Component> C secondaryText(C component) {
        return css(QUIET, component);
    }

    /** Emphasized text. */
    public static <C extends Component> C strong(C component) {
        return css("fees-strong", component);
    }

    /** A figure: digits of the same width, aligned to the right. */
    public static <C extends Component> C figure(C component) {
        return css("fees-figure", component);
    }

    /** A heading within a page. */
    public static <C extends Component> C heading(C component) {
        return css("fees-heading", component);
    }

    /** Breaks words that are too long for the space. */
    public static <C extends Component> C wrap(C component) {
        return css("fees-wrap", component);
    }

    /** A word on a coloured background; the word carries the meaning, the colour only helps. */
    public static Span badge(String text, Badge colour) {
        Span badge = new Span(text);
        badge.setClassName(colour.classNames());
        return badge;
    }

    /** Components side by side that wrap when the window is narrow. */
    public static Div row(Component... components) {
        return css("fees-row", new Div(components));
    }

    /** A bar above a list: content on the left, actions on the right. The list never squeezes it. */
    public static Div bar(Component left, Component... actions) {
        return css("fees-bar-row", row(left, css("fees-bar-actions", new Div(actions))));
    }

    /** The foot of a form with its buttons; it stays in view however long the form and its errors are. */
    public static Div foot(Component... components) {
        return css("fees-foot", row(components));
    }

    /** A box with a thin border. */
    public static <C extends Component> C boxed(C component) {
        return css("fees-boxed", component);
    }

    /** A link that is the page's primary action and looks like a primary button. */
    public static <C extends Component> C primary(C link) {
        return css("fees-button-primary", css("fees-button", link));
    }

    /** A link beside the page's primary action that looks like a plain button. */
    public static <C extends Component> C secondary(C link) {
        link.getElement().getClassList().remove("fees-button-primary");
        return css("fees-button", link);
    }

    /** A button that deletes or voids: the same colour everywhere. */
    public static Button dangerous(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return button;
    }

    /** A button that reads and wraps like a link: Lumo's own button is a single line, however narrow the space. */
    public static NativeButton textButton(NativeButton button) {
        return css("fees-text-button", button);
    }

    /** Cuts a text off after this many lines; the tooltip has the whole text. */
    public static <C extends Component> C truncate(C component, int lines, String whole) {
        component.getElement().getStyle().set("--fees-lines", String.valueOf(lines));
        component.getElement().setAttribute("title", whole);
        return css("fees-cut", component);
    }

    /** The explanation on an empty page, and links to the next step. */
    public static Div emptyState(String text, Component... more) {
        Div lesson = new Div(secondaryText(new Paragraph(text)));
        lesson.add(more);
        return css("fees-lesson", boxed(lesson));
    }
}
