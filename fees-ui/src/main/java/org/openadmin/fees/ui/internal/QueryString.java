package org.openadmin.fees.ui.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.FeesException;

/**
 * The part of an address after a page's path: named values such as {@code student=100&from=2026-09-01}, so that a link, a reload
 * and the browser's back button show the same list again. Parts that cannot be read are ignored and reported.
 */
final class QueryString {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();

    /** The dates of a list; without one of them, the list is open at that end. */
    record Period(Optional<LocalDate> from, Optional<LocalDate> to) {}

    static QueryString empty() {
        return new QueryString();
    }

    /** @param rest the part of the address after the page's path, URL-encoded; may be null or blank */
    static QueryString read(String rest) {
        QueryString address = new QueryString();
        if (rest == null || rest.isBlank()) {
            return address;
        }
        for (String part : rest.split("&")) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? "" : part.substring(0, sign);
            if (name.isEmpty() || address.values.containsKey(name)) {
                address.ignored.add(part);
            } else {
                address.values.put(name, part.substring(sign + 1));
            }
        }
        return address;
    }

    /** Removes a value and returns it; empty if it is missing or the reader rejects it. */
    <T> Optional<T> take(String name, Function<String, T> reader) {
        String value = values.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(decoded(value)));
        } catch (FeesException | IllegalArgumentException e) {
            refuse(name, value);
            return Optional.empty();
        }
    }

    /** Removes the dates {@code from} and {@code to}; the second is rejected if it is before the first. */
    Period takePeriod() {
        Optional<LocalDate> from = take("from", Dates::parse);
        Optional<LocalDate> to = take("to", Dates::parse);
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            refuse("to", to.get());
            to = Optional.empty();
        }
        return new Period(from, to);
    }

    private void refuse(String name, Object value) {
        ignored.add(name + "=" + value);
    }

    /** The parts that could not be read, and the values that were never taken. */
    List<String> ignored() {
        List<String> all = new ArrayList<>(ignored);
        values.forEach((name, value) -> all.add(name + "=" + value));
        return all.stream().map(QueryString::readable).toList();
    }

    QueryString with(String name, Optional<?> value) {
        value.ifPresent(given -> values.put(name, given.toString()));
        return this;
    }

    QueryString with(String name, boolean stated, Object value) {
        return stated ? with(name, Optional.of(value)) : this;
    }

    /** The path of a page, followed by these values. */
    String appendTo(String path) {
        String all = values.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return all.isEmpty() ? path : path + "/" + all;
    }

    /** Decodes a part for display; returns it unchanged if it cannot be decoded. */
    private static String readable(String part) {
        try {
            return decoded(part);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /** Servers reject a path with an encoded slash, backslash, semicolon or percent sign, so these codes start with a tilde. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replaceAll("%(25|2F|3B|5C)", "~$1");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace('~', '%'), StandardCharsets.UTF_8);
    }
}
