package org.openadmin.fees.internal.collection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.HostStudents;

/** The charges of one fee by student, over the index fees_jrl_fee, with the homeroom and grade of the day that is wanted. */
final class ChargeQueries {

    private final EntityManager em;
    private final Money zero;

    ChargeQueries(EntityManager em, Money zero) {
        this.em = em;
        this.zero = zero;
    }

    /**
     * The charges of a fee by group.
     *
     * @param latest the number of the last of them, if there are any
     */
    record Groups(List<CollectionLine> lines, Optional<Long> latest) {}

    /**
     * By the homeroom or grade of their day, from what the closings carry forward; empty if some are of the old system, which has recorded
     * neither, so that they have the group of today.
     */
    Optional<Groups> of(String fee, GroupKind by, CarriedChargesSql carried) {
        List<Row> rows = Sql.of("""
                SELECT {name} AS name, MIN(x.named) AS named, MAX(x.latest) AS latest, {figures}
                FROM ({charges}) x WHERE {counted}
                GROUP BY {name} COLLATE utf8mb4_bin HAVING SUM(x.charges) <> 0
                """)
                .part("name", by == GroupKind.GRADE ? "x.grade" : "x.homeroom")
                .part("figures", CarriedChargesSql.COLUMNS)
                .part("charges", carried.groups(fee))
                .part("counted", CarriedChargesSql.COUNTED)
                .rows(em);
        if (rows.stream().anyMatch(row -> row.integer("named") == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Groups(
                CollectionGroups.merged(rows.stream()
                        .map(row -> new CollectionLine(row.text("name").strip(), ChargeStateSql.collected(row, zero)))
                        .toList()),
                rows.stream().map(row -> row.number("latest")).max(Comparator.naturalOrder())));
    }

    List<StudentCharges> of(CollectionQuery query, ChargeStateSql states, LaterChargeQueries later) {
        List<StudentCharges> charges = recorded(query, states);
        boolean today = query.groups() == GroupDay.TODAY;
        Set<AccountNumber> wanted = charges.stream()
                .map(StudentCharges::student)
                .filter(student -> today || student.name().isEmpty())
                .map(StudentSnapshot::number)
                .collect(Collectors.toSet());
        Map<StudentNumber, Student> known = find(wanted);
        LaterChargeQueries.Lines then = later.lines(
                charges.stream().map(StudentCharges::latest).toList(),
                LaterChargeQueries.SAME_STUDENT,
                states.dated(query.period()).and(FeeQueries.named(query.fee())));
        return charges.stream()
                .map(each -> new StudentCharges(
                        student(each.student(), known.get(each.student().number()), today),
                        each.latest(),
                        each.collected(),
                        then.known(each.latest(), each.collected())))
                .toList();
    }

    private Map<StudentNumber, Student> find(Collection<? extends AccountNumber> students) {
        return new HostStudents(em).find(students);
    }

    /** @param known the student's record in the portal, or null */
    private static StudentSnapshot student(StudentSnapshot recorded, Student known, boolean today) {
        boolean nameless = recorded.name().isEmpty();
        if (today) {
            String name = known == null ? recorded.name() : known.snapshot().name();
            return known != null && known.active()
                    ? known.snapshot()
                    : new StudentSnapshot(recorded.number(), name, "", "");
        }
        return nameless && known != null ? known.snapshot() : recorded;
    }

    /** The charges as the journal has them; an old one has only the student's number. */
    private List<StudentCharges> recorded(CollectionQuery query, ChargeStateSql states) {
        return Sql.of("""
                SELECT j.studnum, MAX(j.id) AS latest, COALESCE(MAX(j.student_name), '') AS student_name,
                  COALESCE(MAX(j.student_grade), '') AS student_grade,
                  COALESCE(MAX(j.student_homeroom), '') AS student_homeroom, {figures}
                FROM {journal}
                {settled}
                WHERE {charges} AND {named}
                GROUP BY j.studnum, COALESCE(j.student_name, '') = '', j.student_grade, j.student_homeroom
                """)
                .part("figures", states.columns())
                .part("journal", JournalIndex.FEE.table())
                .part("settled", states.settled())
                .part("charges", states.charges(query.period()))
                .part("named", FeeQueries.named(query.fee()))
                .rows(em)
                .stream()
                .map(this::charges)
                .toList();
    }

    private StudentCharges charges(Row row) {
        return new StudentCharges(
                JournalStudentLookup.record(row),
                row.number("latest"),
                ChargeStateSql.collected(row, zero),
                Optional.empty());
    }
}
