package org.openadmin.fees.ui.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;

/**
 * What stands behind a page's path: named values such as {@code student=100&from=2026-09-01}, so that a link, a reload and the
 * browser's back show the same list again. What cannot be read is left out and named.
 */
final class QueryString {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    static QueryString empty() {
        return new QueryString();
    }

    /** @param rest what follows the page's path, encoded as an address is; nothing is an empty address */
    static QueryString read(String rest) {
        QueryString address = new QueryString();
        if (rest == null || rest.isBlank()) {
            return address;
        }
        for (String part : rest.split("&")) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? "" : part.substring(0, sign);
            if (name.isEmpty() || address.values.containsKey(name)) {
                address.wrong.add(part);
            } else {
                address.values.put(name, part.substring(sign + 1));
            }
        }
        return address;
    }

    /** Takes a value out; empty when it is not there, or when the reader refuses it. */
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

    void refuse(String name, Object value) {
        wrong.add(name + "=" + value);
    }

    /** What could not be read, and what nobody has asked for. */
    List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
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

    /** The path of a page with these values behind it. */
    String behind(String path) {
        String all = values.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return all.isEmpty() ? path : path + "/" + all;
    }

    /** As it was meant, for those who read it; as it stands there when that cannot be known. */
    private static String readable(String part) {
        try {
            return decoded(part);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /** Servers refuse a path with an encoded slash, backslash, semicolon or percent sign: these are written with a tilde. */
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
