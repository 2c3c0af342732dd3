package org.openadmin.fees.itest.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.billing.JpaFeeAssessment;
import org.openadmin.fees.internal.students.JpaStudents;

/**
 * Charges one fee to the whole school: the service with all its checks, compared with a JDBC batch that inserts the
 * same rows.
 */
final class AssessmentBench {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final String INSERT = "INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom,"
            + " trans_type, trans_date, name, description, subtotal, total, discount, batch_id, recorded_at, recorded_by,"
            + " tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate)"
            + " VALUES (?, ?, ?, ?, 'chg', ?, ?, '', 24.95, 27.70, 0, ?, ?, 'bench', 1.25, 'GST', 5, 1.50, 'PST', 6)";

    private final BenchSchool school;
    private final FeeAssessment assessment;
    private final Audience everybody;
    private final List<Student> students;

    AssessmentBench(BenchSchool school) {
        this.school = school;
        this.assessment = new JpaFeeAssessment(school.transactions(), school.settings(), Clock.systemUTC());
        JpaStudents host = new JpaStudents(school.transactions(), school.settings());
        this.everybody = new Audience.Group(GroupKind.GRADE, host.values(GroupKind.GRADE));
        this.students = host.in(everybody);
    }

    void run() throws Exception {
        Stopwatch.compare(
                "Assess one fee to " + students.size() + " students",
                "service",
                this::assess,
                "raw JDBC batch",
                this::insert);
    }

    void assess(int number) {
        Fee fee = new Fee(
                "Assessed " + number,
                "",
                Money.parse("24.95", BenchSchool.CAD),
                BigDecimal.ZERO,
                List.of("GST", "PST"));
        int charged = assessment
                .post(new AssessmentRequest(
                        RequestKey.fresh(),
                        new Actor("bench", Set.of(Role.BILL)),
                        new AssessmentDraft(Optional.empty(), fee, DAY, everybody),
                        Set.of(),
                        Set.of(),
                        OptionalInt.empty()))
                .count();
        requireAll(charged);
    }

    void insert(int number) throws SQLException {
        try (Connection connection = school.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (Student student : students) {
                statement.setInt(1, student.number().value());
                statement.setString(2, student.name());
                statement.setString(3, student.grade());
                statement.setString(4, student.homeroom());
                statement.setString(5, DAY.toString());
                statement.setString(6, "Inserted " + number);
                statement.setInt(7, 1_000_000 + number);
                statement.setString(8, Instant.now().toString().substring(0, 23) + "Z");
                statement.addBatch();
            }
            requireAll(statement.executeBatch().length);
            connection.commit();
        }
    }

    private void requireAll(int charged) {
        if (charged != students.size()) {
            throw new IllegalStateException(charged + " of " + students.size());
        }
    }
}
