package org.openadmin.fees.ui.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Dates;

/**
 * What the overview shows, as written in the address after the page's path: nothing for the figures; {@code over-90} for a list of
 * students; {@code as-of=2026-06-30} for the figures of a past day, and {@code over-90&as-of=2026-06-30} for its list.
 *
 * @param list the word of a list
 * @param asOf the day; absent for today
 * @param ignored the parts of the address that could not be read and are ignored
 */
public record OverviewQueryString(Optional<String> list, Optional<LocalDate> asOf, List<String> ignored) {

    public OverviewQueryString {
        ignored = List.copyOf(ignored);
    }

    public static OverviewQueryString read(String rest) {
        String given = rest == null ? "" : rest;
        int end = given.indexOf('&');
        String first = end < 0 ? given : given.substring(0, end);
        boolean isList = !first.isBlank() && first.indexOf('=') < 0;
        QueryString address =
                QueryString.read(isList ? given.substring(Math.min(given.length(), first.length() + 1)) : given);
        Optional<LocalDate> asOf = address.take("as-of", Dates::parse);
        return new OverviewQueryString(isList ? Optional.of(first) : Optional.empty(), asOf, address.ignored());
    }

    /** The address of the figures, or of a list, of this day. */
    public static String path(Optional<String> list, Optional<LocalDate> asOf) {
        String day = asOf.map(date -> "as-of=" + date).orElse("");
        return list.map(word -> Routes.overview(day.isEmpty() ? word : word + "&" + day))
                .orElseGet(() -> day.isEmpty() ? Routes.OVERVIEW : Routes.overview(day));
    }
}
