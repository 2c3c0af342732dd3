package org.openadmin.fees.internal.students;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.StudentQuery.Name;

/** A search by number, name or initials, as conditions on the row {@code s} of the view of students. */
record NameSearch(StudentQuery query) {

    private static final String COMPARED = "CONVERT(%s USING utf8mb4) COLLATE utf8mb4_unicode_ci";
    private static final String LAST = COMPARED.formatted("s.lastname");
    private static final String FIRST = COMPARED.formatted("s.firstname");
    private static final String INITIAL = COMPARED.formatted("s.initial");
    /** The first name as in lists, followed by the initials. */
    private static final String FIRST_AND_INITIAL = "CONCAT_WS(' ', " + FIRST + ", " + INITIAL + ")";

    Sql matches() {
        if (query.isEverybody()) {
            return Sql.of("TRUE");
        }
        if (query.isNumber()) {
            return begins("CAST(s.studnum AS CHAR)", query.text());
        }
        if (query.lastThenFirst().isPresent()) {
            return named(query.lastThenFirst().get());
        }
        List<Sql> any = new ArrayList<>(List.of(begins(LAST, query.text()), begins(FIRST, query.text())));
        query.firstThenLast().map(NameSearch::named).ifPresent(any::add);
        initials().ifPresent(any::add);
        return anyOf(any);
    }

    /** An expression to sort by, with a comma: last names first, then first and last name or initials, then first names alone. */
    Sql rank() {
        if (query.isEverybody() || query.isNumber() || query.lastThenFirst().isPresent()) {
            return Sql.of("");
        }
        return Sql.of("CASE WHEN {last} THEN 0 {initials} WHEN {first} THEN 2 ELSE 1 END,")
                .part("last", begins(LAST, query.text()))
                .part(
                        "initials",
                        initials()
                                .map(letters -> Sql.of("WHEN {letters} THEN 1").part("letters", letters))
                                .orElse(Sql.of("")))
                .part("first", begins(FIRST, query.text()));
    }

    private static Sql named(Name name) {
        return Sql.of("({last} AND {first})")
                .part("last", begins(LAST, name.last()))
                .part("first", begins(FIRST_AND_INITIAL, name.first()));
    }

    private Optional<Sql> initials() {
        return query.initials().map(NameSearch::initials);
    }

    private static Sql initials(int[] letters) {
        String a = Character.toString(letters[0]);
        String b = Character.toString(letters[1]);
        if (letters.length == 2) {
            return anyOf(List.of(
                    begins(LAST, a).and(begins(FIRST, b)), begins(FIRST, a).and(begins(LAST, b))));
        }
        String c = Character.toString(letters[2]);
        return anyOf(List.of(
                begins(LAST, a).and(begins(FIRST, b)).and(begins(INITIAL, c)),
                begins(FIRST, a).and(begins(INITIAL, b)).and(begins(LAST, c))));
    }

    private static Sql begins(String expression, String text) {
        return Sql.of(expression + " LIKE :pattern ESCAPE '|'").with("pattern", HostStudents.begins(text));
    }

    private static Sql anyOf(List<Sql> conditions) {
        return Sql.of("({any})").part("any", Sql.joined(" OR ", conditions));
    }
}
