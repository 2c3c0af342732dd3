package org.openadmin.fees.internal.students;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.search.PersonQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The portal's students, through the two views. */
@Component
public final class JpaStudents implements Students {

    private static final int MAX_LIMIT = 10_000;

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaStudents(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public SearchResult search(String query, int limit) {
        int most = Math.max(1, Math.min(limit, MAX_LIMIT));
        PersonQuery typed = PersonQuery.of(query);
        return transactions.read(em -> new HostStudents(em).search(typed, most));
    }

    @Override
    public Optional<Student> find(AccountNumber number) {
        return Optional.ofNullable(find(List.of(number)).get(number));
    }

    @Override
    public Map<StudentNumber, Student> find(Collection<? extends AccountNumber> numbers) {
        return numbers.isEmpty() ? Map.of() : transactions.read(em -> new HostStudents(em).find(numbers));
    }

    @Override
    public List<Student> in(Audience audience) {
        Audience.Group group = Audiences.group(audience, settings.current());
        return transactions.read(em -> new HostStudents(em).in(group));
    }

    @Override
    public List<String> values(GroupKind kind) {
        return transactions.read(em -> new HostStudents(em).values(kind));
    }
}
