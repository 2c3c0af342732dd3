package org.openadmin.fees.internal.invoicing;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.openadmin.fees.api.StudentSnapshot;

/** Last name, first name, number, in the sort order of the school's language. */
final class StudentNameOrder implements Comparator<StudentSnapshot> {

    private final Collator collator;

    StudentNameOrder(Locale locale) {
        collator = Collator.getInstance(locale);
    }

    @Override
    public int compare(StudentSnapshot one, StudentSnapshot other) {
        // field by field: in one string, the space in "Le, An" and "Leblanc, Al" would be ignored
        String[] names = one.name().split(", ", 2);
        String[] others = other.name().split(", ", 2);
        int order = collator.compare(names[0], others[0]);
        if (order == 0) {
            order = collator.compare(given(names), given(others));
        }
        return order == 0 ? one.number().compareTo(other.number()) : order;
    }

    private static String given(String[] names) {
        return names.length == 2 ? names[1] : "";
    }
}
