package org.openadmin.portal.internal;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.Serial;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** The portal's languages, and which of them somebody's browser asks for. The pages of modules follow it too. */
final class Languages implements I18NProvider {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    /** The first of the browser's languages that the portal speaks, in its regional form; English when it speaks none of them. */
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

    /** Each bundle brings its own texts: nobody asks for them here. */
    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return key;
    }
}
