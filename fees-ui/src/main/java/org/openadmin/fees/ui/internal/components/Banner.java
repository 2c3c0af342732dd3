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

/** A result or an error, and what to do next. It stays on the page until the next one, and screen readers announce it. */
public final class Banner extends Div {

    /** Scrolls a field and its error message clear of the sticky foot of a long form. */
    private static final String SCROLL = "setTimeout(() => this.scrollIntoView({block: 'center'}), 100)";

    private final List<Registration> following = new ArrayList<>();

    public Banner(String id) {
        setId(id);
        Styles.css("fees-banner", this);
        clear();
    }

    public void clear() {
        empty();
        setVisible(false);
    }

    /** Takes the focus when the focused component has been removed from the page. */
    public void focus() {
        getElement().setAttribute("tabindex", "-1");
        getElement().executeJs("this.focus()");
    }

    public void showSuccess(String sentence, Component... actions) {
        show(VaadinIcon.CHECK_CIRCLE, "status", sentence, actions);
    }

    public void showProblem(String sentence, Component... actions) {
        show(VaadinIcon.EXCLAMATION_CIRCLE, "alert", sentence, actions);
    }

    /**
     * Lists the invalid fields, each with a link to it, and focuses the first; cleared if there is none. A corrected
     * field disappears from the list.
     */
    public void showInvalidFields(String headline, List<? extends Component> fields) {
        Map<Component, NativeButton> wrong = new LinkedHashMap<>();
        fields.stream().filter(Banner::isWrong).forEach(field -> wrong.put(field, jump(field)));
        if (wrong.isEmpty()) {
            clear();
            return;
        }
        Div jumps = Styles.css("fees-banner-jumps", new Div(wrong.values().toArray(Component[]::new)));
        showProblem(headline, jumps);
        wrong.keySet()
                .forEach(field ->
                        following.add(field.getElement().addPropertyChangeListener("invalid", e -> follow(wrong))));
        focus(wrong.keySet().iterator().next());
    }

    /** Focuses the first invalid field, whose message is beside it. */
    public static void focusInvalid(List<? extends Component> fields) {
        fields.stream().filter(Banner::isWrong).findFirst().ifPresent(Banner::focus);
    }

    /** Hides corrected fields but keeps their space, so that nothing moves under the pointer. */
    private void follow(Map<Component, NativeButton> named) {
        named.forEach((field, jump) -> {
            jump.setText(sentence(field));
            hide(jump, !isWrong(field));
        });
        hide(this, named.keySet().stream().noneMatch(Banner::isWrong));
    }

    private static void hide(HasStyle part, boolean hidden) {
        part.setClassName("fees-invisible", hidden);
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

    private void show(VaadinIcon icon, String role, String sentence, Component... actions) {
        empty();
        Icon sign = Styles.css("fees-icon", icon.create());
        add(Styles.css("fees-banner-sentence", new Div(sign, new Span(sentence))));
        add(actions);
        getElement().setAttribute("role", role);
        setVisible(true);
    }
}
