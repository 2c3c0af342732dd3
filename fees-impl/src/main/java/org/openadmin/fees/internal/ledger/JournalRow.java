package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.DiscriminatorColumn;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.Table;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * One row of the journal. The columns that only charges or only receipts use are in their classes; {@code paid_id} means
 * another thing in each.
 */
@Entity
@Table(name = "fees_jrl")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "trans_type", length = 8)
public abstract class JournalRow {

    /** What counts as the date of an old row without one: the oldest there can be. */
    static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    /** Served by the index fees_jrl_student. */
    @Column(name = "studnum", updatable = false)
    Integer student;

    @Column(name = "trans_date", updatable = false)
    LocalDate date;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String description;

    @Column(updatable = false)
    BigDecimal total;

    @Column(name = "student_name", updatable = false)
    String studentName;

    @Column(name = "student_grade", updatable = false)
    String studentGrade;

    @Column(name = "student_homeroom", updatable = false)
    String studentHomeroom;

    @Column(name = "recorded_at", updatable = false)
    String recordedAt;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    /** Served by the unique index fees_jrl_request. */
    @Column(name = "request_key", updatable = false)
    String requestKey;

    public final int id() {
        return id;
    }

    public final int student() {
        return student;
    }

    /** What the row remembers of the student, or, for an old row, what the host knows today. */
    final StudentSnapshot studentOfRecord(StudentLookup today) {
        StudentNumber number = new StudentNumber(student);
        return studentName == null
                ? today.ofRecord(number)
                : new StudentSnapshot(number, studentName, text(studentGrade), text(studentHomeroom));
    }

    /** The date; an old row without one counts as the oldest there can be. */
    final LocalDate day() {
        return date == null ? OLDEST : date;
    }

    static String text(String column) {
        return column == null ? "" : column;
    }
}
