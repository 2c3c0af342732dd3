package org.openadmin.fees.ui.internal.students;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** A filter for one student, found by name or number; a student who is no longer in the host's records, and a payer, is
 * found by number. */
public final class StudentField extends ComboBox<StudentSnapshot> {

    private static final int MAX_STUDENTS = 10_000;

    /** A student's number, or a payer's, such as {@code P12}. */
    private static final Pattern NUMBER = Pattern.compile("[Pp]?\\d+");

    private final transient UserContext context;
    private final transient Students students;

    public StudentField(UserContext context, Students students) {
        this.context = context;
        this.students = students;
        setLabel(context.text("search.label"));
        setPlaceholder(context.text("search.example"));
        setClearButtonVisible(true);
        setItemLabelGenerator(StudentField::label);
        setItems((CallbackDataProvider.FetchCallback<StudentSnapshot, String>) this::matching);
        setAllowCustomValue(true);
        addCustomValueSetListener(e -> typed(e.getDetail().strip()));
    }

    private static String label(StudentSnapshot student) {
        return student.name().isEmpty()
                ? student.nameOrNumber()
                : Messages.isolated(student.name()) + " · " + student.number();
    }

    public void show(Optional<AccountNumber> number) {
        setInvalid(false);
        setValue(number.map(this::known).orElse(null));
    }

    public Optional<AccountNumber> number() {
        return getOptionalValue().map(StudentSnapshot::number);
    }

    private StudentSnapshot known(AccountNumber number) {
        try {
            return students.find(number).map(Student::snapshot).orElse(new StudentSnapshot(number, "", "", ""));
        } catch (FeesException e) {
            // the number is enough to identify the student
            return new StudentSnapshot(number, "", "", "");
        }
    }

    private Stream<StudentSnapshot> matching(Query<StudentSnapshot, String> query) {
        int most = Math.min(MAX_STUDENTS, query.getOffset() + query.getLimit());
        String typed = query.getFilter().orElse("").strip();
        try {
            return students.search(typed, Math.max(1, most)).students().stream()
                    .skip(query.getOffset())
                    .map(Student::snapshot);
        } catch (FeesException e) {
            return Stream.empty();
        }
    }

    /** Enter without a choice from the list: a number, or a name that matches only one student. */
    private void typed(String text) {
        try {
            if (NUMBER.matcher(text).matches()) {
                setValue(known(AccountNumber.parse(text)));
                return;
            }
            List<Student> found = students.search(text, 2).students();
            if (found.size() == 1) {
                setValue(found.get(0).snapshot());
            } else {
                refuse(context.text(found.isEmpty() ? "filter.nobody" : "filter.several", text));
            }
        } catch (FeesException e) {
            refuse(context.errors().of(e));
        }
    }

    private void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
    }
}
