package org.openadmin.fees.spi.messages;

import java.util.List;
import java.util.Locale;
import org.openadmin.fees.spi.TaxRate;

/**
 * The names of taxes by language. The journal keeps the name under which a tax was charged; people read the name of their
 * language: the configured one, or else that of Canada's sales taxes. Any other tax has one name.
 */
public final class TaxNames {

    private record Pair(String english, String french) {}

    private static final List<Pair> KNOWN = List.of(
            new Pair("GST", "TPS"),
            new Pair("PST", "TVP"),
            new Pair("QST", "TVQ"),
            new Pair("HST", "TVH"),
            new Pair("RST", "TVD"));

    private TaxNames() {}

    /** Returns the name of the tax in this language: as configured, or else as {@link #in(Locale, String)} has it. */
    public static String in(Locale language, String name, List<TaxRate> configured) {
        return configured.stream()
                .filter(tax -> tax.isNamed(name.strip()))
                .findFirst()
                .map(tax -> tax.names().getOrDefault(language.getLanguage(), in(language, tax.name())))
                .orElseGet(() -> in(language, name));
    }

    /** Returns the name of the tax in this language, such as {@code TPS} for {@code GST}. */
    public static String in(Locale language, String name) {
        boolean french = language.getLanguage().equals(Locale.FRENCH.getLanguage());
        String plain = name.strip();
        return KNOWN.stream()
                .filter(pair -> plain.equalsIgnoreCase(french ? pair.english : pair.french))
                .map(pair -> french ? pair.french : pair.english)
                .findFirst()
                .orElse(name);
    }
}
