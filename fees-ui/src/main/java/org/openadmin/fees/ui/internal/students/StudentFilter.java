package org.openadmin.fees.ui.internal.students;

import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.spi.search.PersonQuery;
import org.openadmin.fees.spi.search.TextFolding;

/** The filter of a list of students: by name or number, as in the search for students, or by homeroom. */
public final class StudentFilter {

    private final PersonQuery query;
    private final String homeroom;

    public StudentFilter(String typed) {
        query = PersonQuery.of(typed);
        homeroom = TextFolding.plain(typed);
    }

    public boolean matches(StudentSnapshot student) {
        return query.match(student).isPresent()
                || TextFolding.plain(student.homeroom()).equals(homeroom);
    }
}
