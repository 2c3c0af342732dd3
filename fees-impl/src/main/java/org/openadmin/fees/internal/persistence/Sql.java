package org.openadmin.fees.internal.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.openadmin.fees.api.journal.EntryKind;

/**
 * A native statement, or a part of one, as a text with names in it:
 *
 * <ul>
 *   <li>{@code :student} is a value, or a list of values for {@code IN}. It is sent as a JDBC parameter, a whole number as digits.
 *   <li>{@code :CHARGE} is the journal's code of this {@link EntryKind}.
 *   <li>{@code {condition}} is a part in SQL, with values of its own.
 * </ul>
 *
 * <p>A statement never changes; each method returns a new one.
 */
public final class Sql {

    private final String text;
    private final Map<String, Object> values;
    private final Map<String, Sql> parts;

    private Sql(String text, Map<String, Object> values, Map<String, Sql> parts) {
        this.text = text;
        this.values = values;
        this.parts = parts;
    }

    public static Sql of(String text) {
        return new Sql(text.strip(), Map.of(), Map.of());
    }

    /** Joins these parts. */
    public static Sql joined(String separator, List<Sql> parts) {
        Map<String, Sql> named = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Sql part : parts) {
            String name = "part" + names.size();
            names.add("{" + name + "}");
            named.put(name, part);
        }
        return new Sql(String.join(separator, names), Map.of(), named);
    }

    /** @param value a text, a number, a date, null, or a collection of them; an empty collection equals nothing */
    public Sql with(String name, Object value) {
        return new Sql(text, plus(values, name, value), parts);
    }

    public Sql part(String name, Sql part) {
        return new Sql(text, values, plus(parts, name, part));
    }

    /** @param part SQL of this module, never a value */
    public Sql part(String name, String part) {
        return part(name, of(part));
    }

    public Sql and(String condition) {
        return new Sql(text + "\nAND " + condition.strip(), values, parts);
    }

    public Sql and(Sql condition) {
        String name = "and" + parts.size();
        return and("{" + name + "}").part(name, condition);
    }

    /** Adds a condition with one value in it, if there is a value. */
    public Sql and(String condition, Optional<?> value) {
        return value.map(present -> and(of(condition).with(SqlText.onlyValue(condition), present)))
                .orElse(this);
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
        Map<String, V> more = new HashMap<>(map);
        if (more.containsKey(name)) {
            throw new IllegalArgumentException("Given twice: " + name);
        }
        more.put(name, value);
        return more;
    }

    public int update(EntityManager em) {
        return query(em, rendered()).executeUpdate();
    }

    public List<Row> rows(EntityManager em) {
        SqlText rendered = rendered();
        List<?> found = query(em, rendered).getResultList();
        List<Row> rows = new ArrayList<>(found.size());
        if (!found.isEmpty()) {
            Map<String, Integer> columns = SqlText.columns(rendered.sql());
            for (Object row : found) {
                rows.add(new Row(columns, row instanceof Object[] several ? several : new Object[] {row}));
            }
        }
        return rows;
    }

    /** The only row of a query that always has one. */
    public Row row(EntityManager em) {
        return rows(em).get(0);
    }

    /** The values of a query with one column. */
    public List<Object> values(EntityManager em) {
        List<Object> found = new ArrayList<>();
        for (Object value : query(em, rendered()).getResultList()) {
            found.add(value);
        }
        return found;
    }

    /** The whole numbers of a query with one column. */
    public List<Integer> numbers(EntityManager em) {
        return values(em).stream().map(value -> ((Number) value).intValue()).toList();
    }

    /** The number that a statement selects or returns: a count, or the id of a new row. */
    public int count(EntityManager em) {
        return numbers(em).get(0);
    }

    private static Query query(EntityManager em, SqlText rendered) {
        Query query = em.createNativeQuery(rendered.sql());
        for (int i = 0; i < rendered.parameters().size(); i++) {
            query.setParameter(i + 1, rendered.parameters().get(i));
        }
        return query;
    }

    SqlText rendered() {
        return SqlText.render(text, values, parts);
    }

    void renderInto(StringBuilder sql, List<Object> parameters) {
        SqlText.render(text, values, parts, sql, parameters);
    }
}
