package org.openadmin.fees.spi.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;

/**
 * The order of students in every list that is sorted by name: by the folded letters of the last name, then of the given names,
 * then by number. A student without a name comes last.
 *
 * @param last the folded letters of the last name
 * @param given the folded letters of the given names and initials
 */
public record NameOrder(String last, String given, int number) implements Comparable<NameOrder> {

    public static NameOrder of(Student student) {
        return of(PersonQuery.name(student), student.number().value());
    }

    public static NameOrder of(StudentSnapshot student) {
        return of(PersonQuery.name(student), student.number().journalNumber());
    }

    static NameOrder of(FoldedName name, int number) {
        return new NameOrder(name.lastLetters(), name.givenLetters(), number);
    }

    /** Sorts a list. Each name is folded only once. */
    public static <T> List<T> sorted(Collection<T> list, Function<T, NameOrder> name) {
        record Named<T>(T item, NameOrder name) {}
        return list.stream()
                .map(item -> new Named<>(item, name.apply(item)))
                .sorted(Comparator.comparing(Named::name))
                .map(Named::item)
                .toList();
    }

    @Override
    public int compareTo(NameOrder other) {
        int order = Boolean.compare(isEmpty(), other.isEmpty());
        if (order == 0) {
            order = last.compareTo(other.last);
        }
        if (order == 0) {
            order = given.compareTo(other.given);
        }
        return order == 0 ? Integer.compare(number, other.number) : order;
    }

    private boolean isEmpty() {
        return last.isEmpty() && given.isEmpty();
    }
}
