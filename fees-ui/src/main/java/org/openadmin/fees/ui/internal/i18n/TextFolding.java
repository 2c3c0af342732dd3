package org.openadmin.fees.ui.internal.i18n;

import java.text.Normalizer;
import java.util.Locale;

/** Folds texts for searching: ignores case and accents, as the database does. */
public final class TextFolding {

    private TextFolding() {}

    public static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
