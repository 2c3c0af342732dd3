package org.openadmin.fees.internal.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/** A native statement with its parameters, put together piece by piece. Values only ever become parameters or digits. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    public Sql add(String part, Object... values) {
        text.append(part).append(' ');
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** Adds {@code (?, ?, …)}; the values must not be empty. */
    public Sql in(Collection<String> values) {
        return add(values.stream().map(v -> "?").collect(Collectors.joining(", ", "(", ")")), values.toArray());
    }

    /** Adds {@code (1, 2, …)}; no number at all is {@code (0)}, which no student has. */
    public Sql inNumbers(Collection<Integer> numbers) {
        return add(
                numbers.isEmpty()
                        ? "(0)"
                        : numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
    }

    public Query on(EntityManager em) {
        return bound(em.createNativeQuery(text.toString()));
    }

    /** The entities of a query that selects all their columns. */
    public <T> List<T> entities(EntityManager em, Class<T> type) {
        List<T> entities = new ArrayList<>();
        for (Object entity : bound(em.createNativeQuery(text.toString(), type)).getResultList()) {
            entities.add(type.cast(entity));
        }
        return entities;
    }

    /** The rows of a query with several columns. */
    public List<Object[]> rows(EntityManager em) {
        List<Object[]> rows = new ArrayList<>();
        for (Object row : on(em).getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    /** The values of a query with one column. */
    public List<Object> values(EntityManager em) {
        List<Object> values = new ArrayList<>();
        for (Object value : on(em).getResultList()) {
            values.add(value);
        }
        return values;
    }

    private Query bound(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
