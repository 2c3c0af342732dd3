package org.openadmin.fees.ui.internal.assessment;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The unfinished assessments of a log-in session, so that a reload or the browser's back button continues where the user
 * was. They are kept as maps of texts: a class of this bundle in the session would survive an update of the bundle.
 */
final class SavedDrafts {

    private static final String ATTRIBUTE = "org.openadmin.fees.assessments";
    private static final int MAX_DRAFTS = 10;

    private SavedDrafts() {}

    /** A new name, which is part of the address of the draft. */
    static String name() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static void save(String name, Map<String, String> draft) {
        Map<String, Map<String, String>> drafts = drafts();
        drafts.remove(name);
        drafts.put(name, Map.copyOf(draft));
        while (drafts.size() > MAX_DRAFTS) {
            drafts.remove(drafts.keySet().iterator().next());
        }
        VaadinSession.getCurrent().setAttribute(ATTRIBUTE, drafts);
    }

    static Optional<Map<String, String>> find(String name) {
        return Optional.ofNullable(drafts().get(name));
    }

    static void remove(String name) {
        Map<String, Map<String, String>> drafts = drafts();
        drafts.remove(name);
        VaadinSession.getCurrent().setAttribute(ATTRIBUTE, drafts);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, String>> drafts() {
        Object saved = VaadinSession.getCurrent().getAttribute(ATTRIBUTE);
        return saved == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<String, Map<String, String>>) saved);
    }
}
