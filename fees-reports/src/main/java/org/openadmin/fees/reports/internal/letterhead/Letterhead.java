package org.openadmin.fees.reports.internal.letterhead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openadmin.fees.reports.internal.texts.FontCoverage;
import org.openadmin.fees.spi.School;

/** The school's letterhead and footer on each document. */
public final class Letterhead {

    private final Logo logo = new Logo();

    /** Must be called in the thread of the document, whose class loader finds images and fonts. */
    public Map<String, Object> parameters(School school, Locale language, FontCoverage glyphs) {
        List<String> lines = new ArrayList<>(school.address());
        lines.addAll(school.contact());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("schoolName", glyphs.drawable(school.name()));
        parameters.put("schoolLines", glyphs.drawable(String.join("\n", lines)));
        parameters.put("schoolNumbers", glyphs.drawable(String.join("\n", school.numbers())));
        parameters.put("schoolFooter", glyphs.drawable(school.footer()));
        String message = school.message(language);
        if (!message.isEmpty()) {
            parameters.put("schoolMessage", glyphs.drawable(message));
        }
        school.logo().ifPresent(file -> parameters.put("logo", logo.of(file)));
        return parameters;
    }
}
