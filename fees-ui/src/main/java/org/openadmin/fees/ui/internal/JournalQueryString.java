package org.openadmin.fees.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;

/**
 * The part of the journal that is shown, as written in the address after the page's path: {@code student=100},
 * {@code kind=chg,rev}, {@code from=2026-09-01}, {@code to=2026-09-30}, {@code batch=12}, {@code outstanding=true},
 * {@code sort=-amount}.
 *
 * @param ignored the parts of the address that could not be read and are ignored
 */
public record JournalQueryString(JournalQuery query, List<String> ignored) {

    private static final String FALLING = "-";

    public static JournalQueryString read(String rest) {
        QueryString address = QueryString.read(rest);
        QueryString.Period period = address.takePeriod();
        Optional<String> sort = address.take("sort", JournalQueryString::order);
        JournalQuery query = new JournalQuery(
                period.from(),
                period.to(),
                address.take("kind", JournalQueryString::kinds).orElse(Set.of()),
                address.take("student", AccountNumber::parse),
                address.take("batch", JournalQueryString::batch),
                address.take("outstanding", JournalQueryString::yes).orElse(false),
                sort.map(JournalQueryString::by).orElse(Order.DATE),
                sort.filter(word -> !word.startsWith(FALLING)).isPresent());
        return new JournalQueryString(query, address.ignored());
    }

    /** The address of the page for this query. */
    public static String of(JournalQuery query) {
        boolean usual = query.order() == Order.DATE && !query.ascending();
        return QueryString.empty()
                .with("student", query.student())
                .with("batch", query.batch())
                .with("kind", !query.kinds().isEmpty(), codes(query.kinds()))
                .with("from", query.from())
                .with("to", query.to())
                .with("outstanding", query.outstandingOnly(), true)
                .with("sort", !usual, (query.ascending() ? "" : FALLING) + keyword(query.order()))
                .appendTo(Routes.JOURNAL);
    }

    public static BatchNumber batch(String text) {
        long number = Long.parseLong(text.strip());
        if (number <= 0) {
            throw new IllegalArgumentException(text);
        }
        return new BatchNumber(number);
    }

    private static Set<EntryKind> kinds(String text) {
        return Arrays.stream(text.split(","))
                .map(word -> EntryKind.find(word).orElseThrow(() -> new IllegalArgumentException(word)))
                .collect(Collectors.toSet());
    }

    private static String codes(Set<EntryKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(kind -> kind == EntryKind.OTHER ? kind.name().toLowerCase(Locale.ROOT) : kind.code())
                .collect(Collectors.joining(","));
    }

    private static boolean yes(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException(text);
    }

    private static String order(String text) {
        by(text);
        return text;
    }

    private static Order by(String text) {
        return Order.valueOf(text.replaceFirst("^" + FALLING, "").toUpperCase(Locale.ROOT));
    }

    private static String keyword(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
