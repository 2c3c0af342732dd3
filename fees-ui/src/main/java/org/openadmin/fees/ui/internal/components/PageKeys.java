package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEventListener;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.openadmin.fees.ui.internal.UserContext;

/** The keyboard shortcuts of a page with a list: a slash focuses the search, a question mark lists all shortcuts. */
public final class PageKeys {

    /** Not while the user is typing in a field. */
    private static final String FREE = " && !event.ctrlKey && !event.metaKey && !event.altKey"
            + " && !event.composedPath().some(e => e.matches && e.matches("
            + "'input:not([type=checkbox]):not([type=radio]), textarea, vaadin-dialog-overlay'))"
            // leave every other key to the browser
            + " && (event.preventDefault(), true)";

    /** In the browser alone, so that what follows the slash reaches the field however slow the server is. */
    private static final String FOCUS = """
            if (this.feesSlash) return;
            this.feesSlash = true;
            document.addEventListener('keydown', event => {
              if (this.isConnected && event.key === '/'%s) this.focus();
            });
            """.formatted(FREE);

    private final UserContext context;
    private final List<Registration> listening = new ArrayList<>();

    private PageKeys(UserContext context) {
        this.context = context;
    }

    /**
     * Listens while the page is open.
     *
     * @param search the field that the slash focuses; null if the page has none
     * @param more names of the page's other shortcuts; the keys of their texts are keys.NAME and keys.NAME.does
     */
    public static void on(Component page, UserContext context, Focusable<?> search, String... more) {
        PageKeys keys = new PageKeys(context);
        page.addAttachListener(e -> {
            if (search != null) {
                search.getElement().executeJs(FOCUS);
            }
            keys.listen(e.getUI(), "?", event -> keys.show(search != null, more));
        });
        page.addDetachListener(e -> {
            keys.listening.forEach(Registration::remove);
            keys.listening.clear();
        });
    }

    private void listen(Component ui, String key, DomEventListener listener) {
        listening.add(
                ui.getElement().addEventListener("keydown", listener).setFilter("event.key === '" + key + "'" + FREE));
    }

    private void show(boolean searching, String... more) {
        DescriptionList list = Styles.css("fees-facts", new DescriptionList());
        if (searching) {
            row(list, "/", context.text("keys.slash"));
        }
        for (String name : more) {
            row(list, context.text("keys." + name), context.text("keys." + name + ".does"));
        }
        row(list, "?", context.text("keys.question"));
        Dialog dialog = new Dialog(context.text("keys.title"));
        dialog.setId("keys");
        dialog.add(list);
        Button close = new Button(context.text("action.close"), e -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
        close.focus();
    }

    private static void row(DescriptionList list, String key, String does) {
        Span name = Styles.css("fees-key", new Span(key));
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(does));
    }
}
