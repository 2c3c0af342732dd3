package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import org.openadmin.fees.ui.internal.i18n.ConnectionTexts;
import org.openadmin.fees.ui.internal.UserContext;

/** The few looks that the pages share, all of them Lumo's own sizes and colours. */
public final class Styles {

    /** The form of a badge as the text of a style, where a list renders its cells in the browser. */
    public static final String BADGE = "border-radius:var(--lumo-border-radius-s);padding:0 var(--lumo-space-s);"
            + "font-size:var(--lumo-font-size-s);font-weight:500;white-space:nowrap;";

    /** Secondary text as the text of a style. */
    public static final String QUIET = "color:var(--lumo-secondary-text-color);font-size:var(--lumo-font-size-s)";

    private Styles() {}

    /** Makes the page: a title that says what it is for, and a line that says what will happen. */
    public static void page(VerticalLayout page, String title, String lead) {
        page.setPadding(false);
        page.setSpacing(false);
        page.getStyle()
                .set("padding", "var(--lumo-space-m)")
                .set("gap", "var(--lumo-space-s)")
                .set("box-sizing", "border-box")
                .set("max-width", "80rem");
        ConnectionTexts.translate(UI.getCurrent(), UserContext.words());
        H2 heading = new H2(title);
        heading.getStyle().set("margin", "0").set("font-size", "var(--lumo-font-size-xl)");
        page.add(heading, quiet(new Paragraph(lead)));
    }

    /** Secondary text. */
    public static <C extends HasStyle> C quiet(C component) {
        component
                .getStyle()
                .set("color", "var(--lumo-secondary-text-color)")
                .set("font-size", "var(--lumo-font-size-s)")
                .set("margin", "0");
        return component;
    }

    /** A figure: digits of one width, to the right. */
    public static <C extends HasStyle> C figure(C component) {
        component.getStyle().set("font-variant-numeric", "tabular-nums").set("text-align", "right");
        return component;
    }

    /** A word in a coloured box; the word says it all, the colour only helps. */
    public static Span badge(String text, String lumoColour) {
        Span badge = new Span(text);
        badge.getElement().setAttribute("style", BADGE + badgeColours(lumoColour));
        return badge;
    }

    /** The colours of a badge as the text of a style, after {@link #BADGE}. */
    public static String badgeColours(String lumoColour) {
        // Lumo names the shades of its grey otherwise than those of its colours
        return lumoColour.equals("contrast")
                ? "background:var(--lumo-contrast-10pct);color:var(--lumo-body-text-color)"
                : "background:var(--lumo-" + lumoColour + "-color-10pct);color:var(--lumo-" + lumoColour
                        + "-text-color)";
    }

    /** Things side by side that wrap when the window is narrow. */
    public static Div row(Component... components) {
        Div row = new Div(components);
        row.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-s) var(--lumo-space-m)")
                .set("align-items", "baseline")
                .set("width", "100%");
        return row;
    }

    /** What is said of a list, and to the right what can be done with it: as high as they need, however high the list would be. */
    public static Div bar(Component left, Component... actions) {
        Div right = new Div(actions);
        right.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-s)")
                .set("align-items", "center")
                .set("justify-content", "flex-end")
                .set("margin-left", "auto");
        Div bar = row(left, right);
        bar.getStyle().set("align-items", "center").set("min-height", "3rem").set("flex", "none");
        return bar;
    }

    /** The end of a form with its one button: in view however long the form and the errors in it have become. */
    public static Div foot(Component... components) {
        Div foot = row(components);
        foot.getStyle()
                .set("align-items", "center")
                .set("min-height", "3.5rem")
                .set("position", "sticky")
                .set("bottom", "0")
                .set("z-index", "1")
                .set("background", "var(--lumo-base-color)");
        return foot;
    }

    /** A box with a thin border. */
    public static <C extends HasStyle> C boxed(C component) {
        component
                .getStyle()
                .set("border", "1px solid var(--lumo-contrast-20pct)")
                .set("border-radius", "var(--lumo-border-radius-l)")
                .set("padding", "var(--lumo-space-m)")
                .set("box-sizing", "border-box");
        return component;
    }

    /** A link that is the page's one primary action, with the looks of a primary button. */
    public static <C extends HasStyle> C primary(C link) {
        link.getStyle()
                .set("display", "inline-flex")
                .set("align-items", "center")
                .set("gap", "var(--lumo-space-s)")
                .set("min-height", "var(--lumo-size-m)")
                .set("padding", "0 var(--lumo-space-m)")
                .set("border-radius", "var(--lumo-border-radius-m)")
                .set("background", "var(--lumo-primary-color)")
                .set("color", "var(--lumo-primary-contrast-color)")
                .set("font-weight", "600")
                .set("text-decoration", "none");
        return link;
    }

    /** A link that does something beside the page's primary action, with the looks of a plain button. */
    public static <C extends HasStyle> C secondary(C link) {
        primary(link)
                .getStyle()
                .set("background", "var(--lumo-contrast-5pct)")
                .set("color", "var(--lumo-primary-text-color)")
                .set("font-weight", "500");
        return link;
    }

    /** A button that reads and wraps like text: the theme's own is one line, however narrow its place. */
    public static NativeButton textButton(NativeButton button) {
        button.getStyle()
                .set("font", "inherit")
                .set("color", "inherit")
                .set("background", "none")
                .set("border", "0")
                .set("padding", "0")
                .set("text-align", "left")
                .set("text-decoration", "underline")
                .set("cursor", "var(--lumo-clickable-cursor, pointer)");
        return button;
    }

    /** Cuts a text off after so many lines; whoever points at it reads all of it. */
    public static <C extends Component & HasStyle> C cut(C component, int lines, String whole) {
        component
                .getStyle()
                .set("display", "-webkit-box")
                .set("-webkit-box-orient", "vertical")
                .set("-webkit-line-clamp", String.valueOf(lines))
                .set("overflow", "hidden")
                .set("overflow-wrap", "anywhere");
        component.getElement().setAttribute("title", whole);
        return component;
    }

    /** What an empty page teaches. */
    public static Div lesson(String text, Component... more) {
        Div lesson = new Div(quiet(new Paragraph(text)));
        lesson.add(more);
        boxed(lesson)
                .getStyle()
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "var(--lumo-space-m)")
                .set("align-items", "flex-start")
                .set("border-style", "dashed")
                .set("width", "100%");
        return lesson;
    }

    public static <C extends Component> C id(String id, C component) {
        component.setId(id);
        return component;
    }
}
