package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened and what to do next, on the page itself: it stays until something else happens, and is read aloud. */
public final class Banner extends Div {

    /** Brings a field, with the message that grows below it, above the button that stays at the foot of a long form. */
    private static final String SCROLL = "setTimeout(() => this.scrollIntoView({block: 'center'}), 100)";

    private final List<Registration> following = new ArrayList<>();

    public Banner(String id) {
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

    public void clear() {
        empty();
        setVisible(false);
    }

    /** Takes the focus, where what had it is gone from the page. */
    public void focus() {
        getElement().setAttribute("tabindex", "-1");
        getElement().executeJs("this.focus()");
    }

    public void done(String sentence, Component... actions) {
        show(VaadinIcon.CHECK_CIRCLE, "success", "status", sentence, actions);
    }

    public void problem(String sentence, Component... actions) {
        show(VaadinIcon.EXCLAMATION_CIRCLE, "error", "alert", sentence, actions);
    }

    /**
     * Names the fields that are wrong, each with a jump to it, and goes to the first; says nothing when none is. A field that is put
     * right is named no longer.
     */
    public void wrong(String headline, List<? extends Component> fields) {
        Map<Component, NativeButton> wrong = new LinkedHashMap<>();
        fields.stream().filter(Banner::isWrong).forEach(field -> wrong.put(field, jump(field)));
        if (wrong.isEmpty()) {
            clear();
            return;
        }
        Div jumps = new Div(wrong.values().toArray(Component[]::new));
        jumps.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "var(--lumo-space-xs) var(--lumo-space-m)");
        problem(headline, jumps);
        wrong.keySet()
                .forEach(field ->
                        following.add(field.getElement().addPropertyChangeListener("invalid", e -> follow(wrong))));
        focus(wrong.keySet().iterator().next());
    }

    /** Hides what is right now, and keeps its place: nothing moves below a hand that is about to click. */
    private void follow(Map<Component, NativeButton> named) {
        named.forEach((field, jump) -> {
            jump.setText(sentence(field));
            hide(jump, !isWrong(field));
        });
        hide(this, named.keySet().stream().noneMatch(Banner::isWrong));
    }

    private static void hide(HasStyle part, boolean hidden) {
        part.getStyle().set("visibility", hidden ? "hidden" : null);
    }

    private static boolean isWrong(Component field) {
        return field instanceof HasValidationProperties checked && checked.isInvalid();
    }

    private static NativeButton jump(Component field) {
        return Styles.textButton(new NativeButton(sentence(field), e -> focus(field)));
    }

    private static String sentence(Component field) {
        String label = field instanceof HasLabel labelled ? labelled.getLabel() : "";
        return label + " – " + ((HasValidationProperties) field).getErrorMessage();
    }

    private void empty() {
        following.forEach(Registration::remove);
        following.clear();
        hide(this, false);
        removeAll();
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
            field.getElement().executeJs(SCROLL);
        }
    }

    private void show(VaadinIcon icon, String colour, String role, String sentence, Component... actions) {
        empty();
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
