package org.openadmin.fees.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.internal.persistence.SqlPiece.Kind;

/**
 * A statement in the form that JDBC requires.
 *
 * @param parameters the values for its question marks
 */
record SqlText(String sql, List<Object> parameters) {

    private static final Pattern SELECT_OR_FROM = Pattern.compile("(?i)\\b(SELECT|FROM)\\b");
    private static final Pattern COLUMN_NAME = Pattern.compile("(\\w+)\\s*$");

    static SqlText render(String text, Map<String, Object> values, Map<String, Sql> parts) {
        StringBuilder sql = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        render(text, values, parts, sql, parameters);
        return new SqlText(sql.toString(), parameters);
    }

    static void render(
            String text,
            Map<String, Object> values,
            Map<String, Sql> parts,
            StringBuilder sql,
            List<Object> parameters) {
        Set<String> unused = new HashSet<>(values.keySet());
        unused.addAll(parts.keySet());
        for (SqlPiece piece : SqlPiece.of(text)) {
            String name = piece.text();
            switch (piece.kind()) {
                case PLAIN -> sql.append(name);
                case PART -> required(parts, name, text).renderInto(sql, parameters);
                case VALUE -> {
                    if (values.containsKey(name)) {
                        append(values.get(name), sql, parameters);
                    } else {
                        sql.append('\'').append(code(name, text)).append('\'');
                    }
                }
            }
            if (piece.kind() != Kind.PLAIN) {
                unused.remove(name);
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("Not in the statement: " + unused + ": " + text);
        }
    }

    private static Sql required(Map<String, Sql> parts, String name, String text) {
        if (!parts.containsKey(name)) {
            throw new IllegalArgumentException("No part {" + name + "}: " + text);
        }
        return parts.get(name);
    }

    private static String code(String name, String text) {
        for (EntryKind kind : EntryKind.values()) {
            if (kind.name().equals(name) && kind != EntryKind.OTHER) {
                return kind.code();
            }
        }
        throw new IllegalArgumentException("No value for :" + name + ": " + text);
    }

    private static void append(Object value, StringBuilder sql, List<Object> parameters) {
        if (value instanceof Collection<?> list && !list.isEmpty()) {
            String separator = "";
            for (Object one : list) {
                sql.append(separator);
                append(one, sql, parameters);
                separator = ", ";
            }
        } else if (value == null || value instanceof Collection<?>) {
            sql.append("NULL");
        } else if (value instanceof Integer || value instanceof Long) {
            sql.append(value);
        } else {
            sql.append('?');
            parameters.add(value instanceof LocalDate day ? day.toString() : value);
        }
    }

    /** The name of the only value in a condition. */
    static String onlyValue(String condition) {
        List<String> names = SqlPiece.of(condition).stream()
                .filter(piece -> piece.kind() == Kind.VALUE)
                .map(SqlPiece::text)
                .filter(name -> !name.equals(name.toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("Not one value but " + names + ": " + condition);
        }
        return names.get(0);
    }

    /** The names of the columns that a query selects: the alias of each, or the name of the column. */
    static Map<String, Integer> columns(String sql) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        String list = outside(sql);
        Matcher words = SELECT_OR_FROM.matcher(list);
        if (words.find()) {
            int start = words.end();
            int end = words.find() ? words.start() : list.length();
            for (String column : list.substring(start, end).split(",")) {
                Matcher name = COLUMN_NAME.matcher(column);
                int place = columns.size();
                columns.put(name.find() ? name.group(1) : String.valueOf(place), place);
            }
        }
        return columns;
    }

    /** The statement without the parts in brackets or quotes. */
    private static String outside(String sql) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : sql.toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0 && c != ')') {
                    outside.append(c);
                }
            }
        }
        return outside.toString();
    }
}
