package org.openadmin.fees.internal.students;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.search.Household;

/** The accounts that are not of the family of another one: those of other families, and of everybody who is no student of the portal. */
public final class Outsiders {

    private Outsiders() {}

    /**
     * Finds them among these accounts.
     *
     * @param students those of the accounts that are in the portal
     */
    public static List<AccountNumber> among(
            Collection<? extends AccountNumber> accounts, AccountNumber first, Map<StudentNumber, Student> students) {
        Student of = students.get(first);
        return accounts.stream()
                .filter(number -> !number.equals(first))
                .filter(number ->
                        of == null || !students.containsKey(number) || !Household.isShared(of, students.get(number)))
                .<AccountNumber>map(number -> number)
                .toList();
    }
}
