package org.openadmin.portal.internal;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.Serial;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** The languages of the portal, and the choice of one for a browser. The pages of modules use it too. */
final class Languages implements I18NProvider {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    /**
     * Returns the first of the browser's languages that the portal supports, with its region, or English if there is
     * none.
     */
    static Locale best(Enumeration<Locale> wanted) {
        return Collections.list(wanted).stream()
                .filter(locale ->
                        SPOKEN.stream().anyMatch(spoken -> spoken.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return SPOKEN;
    }

    /** Not used: each bundle has its own texts. */
    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return key;
    }
}
