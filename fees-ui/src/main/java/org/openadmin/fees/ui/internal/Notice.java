package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.ScrollOptions;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.List;

/** What happened and what to do next, on the page itself: it stays until something else happens, and is read aloud. */
final class Notice extends Div {

    private static final ScrollOptions IN_VIEW = new ScrollOptions(
            ScrollOptions.Behavior.AUTO, ScrollOptions.Alignment.CENTER, ScrollOptions.Alignment.NEAREST);

    Notice(String id) {
        setId(id);
        getStyle()
                .set("border-radius", "var(--lumo-border-radius-m)")
                .set("padding", "var(--lumo-space-s) var(--lumo-space-m)")
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-xs) var(--lumo-space-m)")
                .set("align-items", "baseline")
                .set("width", "100%")
                .set("box-sizing", "border-box");
        clear();
    }

    void clear() {
        removeAll();
        setVisible(false);
    }

    /** Takes the focus, where what had it is gone from the page. */
    void focus() {
        getElement().setAttribute("tabindex", "-1");
        getElement().executeJs("this.focus()");
    }

    void done(String sentence, Component... actions) {
        show(VaadinIcon.CHECK_CIRCLE, "success", "status", sentence, actions);
    }

    void problem(String sentence, Component... actions) {
        show(VaadinIcon.EXCLAMATION_CIRCLE, "error", "alert", sentence, actions);
    }

    /** Names the fields that are wrong, each with a jump to it, and goes to the first; says nothing when none is. */
    void wrong(String headline, List<? extends Component> fields) {
        List<? extends Component> wrong = fields.stream()
                .filter(field -> field instanceof HasValidationProperties v && v.isInvalid())
                .toList();
        if (wrong.isEmpty()) {
            clear();
            return;
        }
        Div jumps = new Div(wrong.stream().map(Notice::jump).toArray(Component[]::new));
        jumps.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-xs) var(--lumo-space-m)");
        problem(headline, jumps);
        focus(wrong.get(0));
    }

    private static Component jump(Component field) {
        String label = field instanceof HasLabel labelled ? labelled.getLabel() : "";
        NativeButton jump = new NativeButton(
                label + " – " + ((HasValidationProperties) field).getErrorMessage(), e -> focus(field));
        return Look.textButton(jump);
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
            // not below the button that stays at the foot of a long form
            field.scrollIntoView(IN_VIEW);
        }
    }

    private void show(VaadinIcon icon, String colour, String role, String sentence, Component... actions) {
        removeAll();
        Icon sign = icon.create();
        sign.setSize("var(--lumo-icon-size-s)");
        sign.getStyle().set("flex", "none").set("margin-top", "0.2em");
        Span text = new Span(sentence);
        // what follows stands on the line of the words, not of the sign
        text.getStyle().set("align-self", "baseline");
        // a long sentence breaks beside the sign, not below it
        Div said = new Div(sign, text);
        said.getStyle().set("display", "flex").set("gap", "var(--lumo-space-m)").set("flex", "0 1 auto");
        add(said);
        add(actions);
        getElement().setAttribute("role", role);
        getStyle()
                .set("background", "var(--lumo-" + colour + "-color-10pct)")
                .set("color", "var(--lumo-" + colour + "-text-color)");
        setVisible(true);
    }
}
