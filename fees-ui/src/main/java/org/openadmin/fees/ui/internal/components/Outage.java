package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.i18n.Messages;

/**
 * What happens to a page that loses its network, its server, its session or this module. The script {@code outage.js} explains it
 * in the browser and keeps there what was typed, and the key of a request that has no answer; when the page is back, {@link
 * #onReturn} hands both to the page.
 */
public final class Outage {

    /** The kinds of requests whose key a page can ask about later. */
    public enum Kind {
        PAYMENT,
        ASSESSMENT,
        CORRECTION;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Differs for each session of the portal. A text, because the session must not hold a class of this bundle. */
    private static final String SESSION = "org.openadmin.fees.session";

    private static final List<String> STATES = List.of("away", "back", "session", "failed");
    private static final String SCRIPT = ShippedFile.string("outage.js");

    private Outage() {}

    /** Starts in the browser when the page is shown. */
    static void watch(Component page) {
        page.addAttachListener(e -> e.getUI()
                .getPage()
                .executeJs(
                        SCRIPT + "window.feesOutage.arrived($0)", encode(settings(page, e.getUI(), e.getSession()))));
    }

    /**
     * Runs when the page is shown, with what an earlier page of the same user and kind had to leave behind, if anything.
     *
     * @param part the page, or any part of it
     */
    public static void onReturn(Component part, Kind kind, Consumer<Returned> handler) {
        // a part may be attached before its page, which brings the script
        part.addAttachListener(e -> e.getUI().beforeClientResponse(part, context -> context.getUI()
                .getPage()
                .executeJs("return window.feesOutage.returned($0)", kind.code())
                .then(String.class, text -> {
                    Returned back = Returned.parse(kind.code(), text);
                    if (part.isAttached() && !back.isEmpty()) {
                        handler.accept(back);
                        run("window.feesOutage?.restored()");
                    }
                })));
    }

    /** Keeps the fields of this form that have a {@linkplain #field name}. */
    public static void form(HasElement form, Kind kind, Object name) {
        form.getElement().setAttribute("data-keep", kind.code() + "." + name);
    }

    /** Keeps this field with its form. */
    public static void field(HasElement field, String name) {
        field.getElement().setAttribute("data-kept", name);
    }

    /** Keeps this value of a field whose value in the browser means nothing later. */
    public static void value(HasElement field, String value) {
        field.getElement().setAttribute("data-kept-value", value);
    }

    /** Keeps these values under a name, as a {@linkplain #form form} would. */
    public static void keep(Kind kind, String name, Map<String, String> values) {
        run("window.feesOutage?.keep($0, $1)", kind.code() + "." + name, encode(values));
    }

    /**
     * Keeps the key of the form's request from the moment it is sent until {@link #answered}. It is sent by Enter in a field that
     * {@linkplain TypeAhead#leadsOn leads on} and by the button.
     */
    public static void request(HasElement form, Kind kind, RequestKey key, HasElement button) {
        form.getElement().setAttribute("data-request-kind", kind.code());
        form.getElement().setAttribute("data-request-key", key.toString());
        button.getElement().setAttribute("data-sends", true);
    }

    /**
     * The same for a dialog, whose parts have no common element: for each button and field that sends the request.
     *
     * @param name the name of the request, which {@link Returned#sender} returns
     */
    public static void request(Kind kind, String name, RequestKey key, List<? extends HasElement> senders) {
        for (HasElement sender : senders) {
            form(sender, kind, name);
            request(sender, kind, key, sender);
        }
    }

    /** Forgets the key: the fate of its request is known. */
    public static void answered(RequestKey key) {
        run("window.feesOutage?.answered($0)", key.toString());
    }

    /** Forgets what was typed. */
    public static void forget() {
        run("window.feesOutage?.forget()");
    }

    private static void run(String script, String... values) {
        UI.getCurrent().getPage().executeJs(script, (Serializable[]) values);
    }

    private static Map<String, String> settings(Component page, UI ui, VaadinSession session) {
        Messages texts = UserContext.messages();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("user", userName());
        settings.put("session", name(session));
        settings.put("page", page.getId().orElse(""));
        settings.put("ui", String.valueOf(ui.getUIId()));
        settings.put("css", "fees-outage");
        settings.put("doubt", "fees-outage-doubt");
        for (String state : STATES) {
            for (String part : List.of("title", "what", "on")) {
                settings.put(state + "." + part, texts.text("outage." + state + "." + part));
            }
        }
        for (Kind kind : Kind.values()) {
            settings.put("request." + kind.code(), texts.text("outage.request." + kind.code()));
        }
        settings.put("kept", texts.text("outage.kept"));
        return settings;
    }

    private static String userName() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Principal user = request == null ? null : request.getUserPrincipal();
        return user == null ? "" : user.getName();
    }

    private static String name(VaadinSession session) {
        Object name = session.getAttribute(SESSION);
        if (name == null) {
            name = UUID.randomUUID().toString();
            session.setAttribute(SESSION, name);
        }
        return name.toString();
    }

    private static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
