package org.openadmin.fees.internal.jpa;

import java.util.List;
import java.util.stream.Stream;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentNumber;

/** A student in the host's view; read, never written. */
@Entity
@Table(name = "fees_student")
class StudentRow {

    @Id
    Integer studnum;

    String lastname;
    String firstname;
    String initial;
    String grade;
    String homeroom;
    Integer active;
    String guardian;
    String address1;
    String address2;
    String address3;
    String email;

    Student toRecord() {
        List<String> address = Stream.of(address1, address2, address3)
                .map(StudentRow::text)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Student(
                new StudentNumber(studnum),
                text(lastname),
                text(firstname),
                text(initial),
                text(grade),
                text(homeroom),
                active != null && active != 0,
                text(guardian),
                address,
                text(email));
    }

    private static String text(String column) {
        return column == null ? "" : column.strip();
    }
}
